import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useReplica } from '../../../shared/replica/react'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { ordered } from '@core/model/document'
import { selection } from '../../app/selection'
import { cellsOf, gridOf, keyAt, zoneAt, zoneOfKey } from '../model/grid'
import { useBoardWork } from '../state/board-context'

interface Target {
  readonly key: string
  readonly name: string
}

/** Zones of this board, and of the others under their names; groups stay on their board. */
const useTargets = (away: boolean): readonly { readonly board: string; readonly zones: readonly Target[] }[] => {
  const t = useT()
  const replica = useReplica()
  const { board } = useBoardWork()
  const boards = ordered(replica.view, 'board').filter((one) => one.id === board.id || away)
  const nearFirst = boards.toSorted((a, b) => Number(b.id === board.id) - Number(a.id === board.id))
  return nearFirst.map((one) => {
    const grid = gridOf(one)
    const zones = cellsOf(grid).map((cell) => {
      const column = grid.columns[cell.column]
      const row = grid.rows[cell.row]
      const name = column ? labelText(t, column.label) : ''
      return {
        key: `${one.id} ${keyAt(grid, cell)}`,
        name: row ? t('board:zone.of', { column: name, row: labelText(t, row.label) }) : name,
        zone: zoneAt(grid, cell),
      }
    })
    return { board: labelText(t, one.label), zones }
  })
}

/** Where all that is chosen goes. */
export const MoveForm = ({ itemIds }: { readonly itemIds: readonly string[] }) => {
  const t = useT()
  const replica = useReplica()
  const { ui, deeds } = useBoardWork()
  const hasGroup = itemIds.some((id) => replica.view.cluster.has(id))
  const targets = useTargets(!hasGroup)
  const [to, setTo] = useState(targets[0]?.zones[0]?.key ?? '')
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => field.current?.focus(), [])
  const count = deeds.cardsOf(itemIds).length
  const move = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    ui.patch({ ask: null, wantsFocus: true })
    const zone = zoneOfKey(to.slice(to.indexOf(' ') + 1))
    const name = targets.flatMap((one) => one.zones).find((one) => one.key === to)?.name ?? ''
    if (!(await deeds.move(itemIds, zone, null))) return
    selection.clear()
    ui.patch({ note: { text: t('board:note.moved', { zone: name }), undoable: true } })
  }
  return (
    <form className="ask-form" onSubmit={(event) => void move(event)}>
      <label className="ask-label" htmlFor="board-move">
        {t('board:ask.move', { count })}
      </label>
      <select ref={field} id="board-move" className="input" value={to} onChange={(event) => setTo(event.target.value)}>
        {targets.map(({ board, zones }) => (
          <optgroup key={board} label={board}>
            {zones.map((zone) => (
              <option key={zone.key} value={zone.key}>
                {zone.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button type="submit" kind="primary">
        {t('board:ask.moveDo')}
      </Button>
    </form>
  )
}
