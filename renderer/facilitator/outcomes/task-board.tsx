import type { Task } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useSelection } from '../app/selection'
import { ColumnBoard } from './column-board'
import type { ColumnDrop } from './column-surface'
import { TaskCard } from './task-card'
import { BOARD_STATES } from './task-view'
import type { BoardState } from './task-view'

/** To do, doing, done: carried by mouse, touch and keyboard. The drawer offers the same without carrying. */
export const TaskBoard = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  const run = useRun()
  const { open } = useSelection()
  const openId = open?.type === 'task' ? open.id : undefined
  const move = async ({ id, state, before }: ColumnDrop<BoardState>): Promise<void> => {
    const done = await run('task.move', { id, state, before })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <ColumnBoard<BoardState, Task>
      states={BOARD_STATES}
      prefix="tasks"
      items={tasks}
      stateOf={(task) => (task.state === 'dropped' ? null : task.state)}
      name={(state) => t(`outcomes:state.${state}`)}
      empty={(state) => t(`outcomes:noTasks.${state}`)}
      card={(task, helpId) => <TaskCard task={task} chosen={task.id === openId} helpId={helpId} />}
      help={t('outcomes:carry.help')}
      onMove={(drop) => void move(drop)}
    />
  )
}
