import type { Board } from '@core/model/board'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'

interface WhereFieldProps {
  readonly boards: readonly Board[]
  readonly board: Board
  readonly zone: readonly string[]
  readonly onBoard: (id: string) => void
  readonly onZone: (zone: string[]) => void
}

/** The board, and one choice for each of its sides. */
export const WhereField = ({ boards, board, zone, onBoard, onZone }: WhereFieldProps) => {
  const t = useT()
  return (
    <fieldset className="where">
      <legend>{t('people:write.where')}</legend>
      {boards.length < 2 ? null : (
        <div className="field">
          <label htmlFor="where-board">{t('people:write.board')}</label>
          <select id="where-board" className="input" value={board.id} onChange={(event) => onBoard(event.target.value)}>
            {boards.map((one) => (
              <option key={one.id} value={one.id}>
                {labelText(t, one.label)}
              </option>
            ))}
          </select>
        </div>
      )}
      {board.axes.map((axis, at) => (
        <div key={axis.id} className="field">
          <label htmlFor={`where-${axis.id}`}>{labelText(t, axis.label)}</label>
          <select
            id={`where-${axis.id}`}
            className="input"
            value={zone[at] ?? ''}
            onChange={(event) => onZone(zone.map((id, index) => (index === at ? event.target.value : id)))}
          >
            {axis.entries.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {labelText(t, entry.label)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
