import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { useBoardWork } from '../state/board-context'

interface PlaceFieldsProps {
  readonly itemId: string
  readonly zone: readonly string[]
}

/** Where it stands, as one choice per axis: moving without dragging. It goes to the end of the zone. */
export const PlaceFields = ({ itemId, zone }: PlaceFieldsProps) => {
  const t = useT()
  const { board, deeds, ui, locked, zoneName } = useBoardWork()
  const move = (axis: number, entryId: string): void => {
    const next = zone.map((id, at) => (at === axis ? entryId : id))
    ui.patch({ active: itemId, note: { text: t('board:note.moved', { zone: zoneName(next) }), undoable: true } })
    void deeds.move([itemId], next, null)
  }
  return (
    <div className="place-fields">
      {board.axes.map((axis, at) => (
        <div key={axis.id} className="field">
          <label htmlFor={`place-${axis.id}`}>{labelText(t, axis.label)}</label>
          <select
            id={`place-${axis.id}`}
            className="input"
            disabled={locked}
            value={zone[at] ?? ''}
            onChange={(event) => move(at, event.target.value)}
          >
            {axis.entries.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {labelText(t, entry.label)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  )
}
