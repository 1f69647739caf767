import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import type { AxisEntry } from '@core/model/board'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { useSession } from '../../../shared/replica/react'
import type { BoardGeometry } from '../model/geometry'
import { zoneBox } from '../model/geometry'
import { useBoardWork } from '../state/board-context'
import type { BoardIndex } from '../model/zone-index'

interface FrameProps {
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
}

/** Cards in each column, those in clusters included. */
const columnCounts = ({ index, geometry }: FrameProps): readonly number[] => {
  const counts = Array.from({ length: geometry.columns }, () => 0)
  for (const zone of geometry.zones) {
    counts[zone.cell.column] = (counts[zone.cell.column] ?? 0) + (index.zones.get(zone.key)?.cards ?? 0)
  }
  return counts
}

const ColumnName = ({ entry, count }: { readonly entry: AxisEntry; readonly count: number }) => {
  const t = useT()
  const name = labelText(t, entry.label)
  return (
    <>
      <h2 className="column-name" title={name} dir="auto">
        {name}
      </h2>
      <span className="column-count" aria-label={t('board:zone.cards', { count })}>
        {count}
      </span>
    </>
  )
}

const ColumnHeads = (props: FrameProps) => {
  const { geometry } = props
  const { grid } = useBoardWork()
  const counts = columnCounts(props)
  return (
    <div className="column-heads" style={{ width: geometry.width, height: geometry.header }}>
      {grid.columns.map((entry, column) => (
        <div
          key={entry.id}
          className="column-head"
          style={{ left: zoneBox(geometry, { column, row: 0 })?.x ?? 0, width: geometry.columnWidth }}
        >
          <ColumnName entry={entry} count={counts[column] ?? 0} />
        </div>
      ))}
    </div>
  )
}

const RowLabels = ({ geometry }: Pick<FrameProps, 'geometry'>) => {
  const t = useT()
  const { grid } = useBoardWork()
  if (grid.rows[0] === null) return null
  return (
    <div className="row-labels" style={{ height: geometry.height - geometry.header }}>
      {grid.rows.map((entry, row) => {
        const box = zoneBox(geometry, { column: 0, row })
        if (!entry || !box) return null
        const name = labelText(t, entry.label)
        return (
          <div key={entry.id} className="row-label" style={{ top: box.y - geometry.header, height: box.height }}>
            <span title={name}>{name}</span>
          </div>
        )
      })}
    </div>
  )
}

/** Where the staged dialogue stands: a round before it is done, one after it waits. */
const roundState = (at: number, round: number | undefined): 'done' | 'now' | 'waits' =>
  round === undefined || at + 1 > round ? 'waits' : at + 1 === round ? 'now' : 'done'

const RoundHeads = (props: FrameProps) => {
  const { geometry } = props
  const t = useT()
  const { grid } = useBoardWork()
  const round = useSession()?.round
  const counts = columnCounts(props)
  return (
    <div className="column-heads" style={{ width: geometry.width, height: geometry.header }}>
      {grid.columns.map((entry, column) => {
        const state = roundState(column, round)
        const x = zoneBox(geometry, { column, row: 0 })?.x ?? 0
        return (
          <div
            key={entry.id}
            className="column-head round-head"
            data-round={state}
            aria-current={state === 'now' ? 'step' : undefined}
            style={{ left: x, width: geometry.columnWidth }}
          >
            <span className="round-number">
              <span className="visually-hidden">{t(`board:round.${state}`, { number: column + 1 })}</span>
              <span aria-hidden="true">{state === 'done' ? <IconCheck size={16} stroke={2.2} /> : column + 1}</span>
            </span>
            <ColumnName entry={entry} count={counts[column] ?? 0} />
            {column === 0 ? null : <IconArrowRight className="round-arrow" size={22} stroke={2.2} aria-hidden="true" />}
          </div>
        )
      })}
    </div>
  )
}

/** The cross of the quadrants with the words at its ends. */
const Cross = ({ geometry }: Pick<FrameProps, 'geometry'>) => {
  const t = useT()
  const { grid } = useBoardWork()
  const { cross } = geometry
  const [left, right] = grid.columns
  const [above, below] = grid.rows
  if (!cross || !left || !right || !above || !below) return null
  const word = (entry: AxisEntry, end: string) => (
    <span className={`cross-word cross-${end}`} title={labelText(t, entry.label)} dir="auto">
      {labelText(t, entry.label)}
    </span>
  )
  return (
    <>
      <div className="cross-up" style={{ left: cross.x, height: geometry.height }} aria-hidden="true" />
      <div className="cross-over" style={{ top: cross.y, width: geometry.width }} aria-hidden="true" />
      <div className="cross-end cross-top" style={{ width: geometry.width }} aria-hidden="true">
        {word(above, 'above')}
      </div>
      <div className="cross-end cross-middle" style={{ top: cross.y, width: geometry.width }} aria-hidden="true">
        {word(left, 'left')}
        {word(right, 'right')}
      </div>
      <div className="cross-end cross-bottom" style={{ width: geometry.width }} aria-hidden="true">
        {word(below, 'below')}
      </div>
    </>
  )
}

/** What stands around the zones and stays in view: names of columns and rows, the heads of rounds, the cross. */
export const MapFrame = (props: FrameProps) => {
  const { grid } = useBoardWork()
  switch (grid.drawn) {
    case 'grid':
      return (
        <>
          <ColumnHeads {...props} />
          <RowLabels geometry={props.geometry} />
        </>
      )
    case 'rounds':
      return <RoundHeads {...props} />
    case 'quadrants':
      return <Cross geometry={props.geometry} />
    case 'rings':
      return null
  }
}
