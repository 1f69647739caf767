import { useId } from 'react'
import type { Board, Layout } from '@core/model/board'
import { drawnAs, fittingLayouts } from '@core/rules/drawn-as'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Segmented } from '../../../shared/look/segmented'
import { useOrdered, useRun } from '../../../shared/replica/react'
import { told } from './axis-entry'

const ALL_GROUPS = ''

/** Layouts for as many axes as the board has; the one it has now is always among them. */
const layoutsOf = (board: Board): readonly Layout[] => {
  const fitting = fittingLayouts(board.axes.length)
  return fitting.includes(board.layout) ? fitting : [board.layout, ...fitting]
}

/** How the board is drawn, and for which of the parallel groups it is. */
export const BoardFields = ({ board }: { readonly board: Board }) => {
  const t = useT()
  const run = useRun()
  const groups = useOrdered('group')
  const id = useId()
  const outgrown = drawnAs(board) === 'grid' && board.layout !== 'columns' && board.layout !== 'matrix'
  return (
    <div className="board-fields">
      <div className="field">
        <span className="field-name">{t('board:boards.layout')}</span>
        <Segmented
          name={t('board:boards.layout')}
          value={board.layout}
          segments={layoutsOf(board).map((layout) => ({ value: layout, label: t(`shell:layout.${layout}`) }))}
          onChange={(layout) => void run('board.update', { id: board.id, layout }).then(told)}
        />
        {outgrown ? <p className="quiet small">{t(`board:boards.outgrown.${board.layout}`)}</p> : null}
      </div>
      {groups.length === 0 ? null : (
        <div className="field">
          <label htmlFor={id}>{t('board:boards.group')}</label>
          <select
            id={id}
            className="input"
            value={board.groupId ?? ALL_GROUPS}
            onChange={(event) =>
              void run('board.update', { id: board.id, groupId: event.target.value || null }).then(told)
            }
          >
            <option value={ALL_GROUPS}>{t('board:boards.everybody')}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {labelText(t, group.label)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
