import type { Task, TaskState } from '@core/model/outcome'
import { daysBetween } from './today'

export type BoardState = Exclude<TaskState, 'dropped'>

export const BOARD_STATES: readonly BoardState[] = ['todo', 'doing', 'done']

export const isOpen = (task: Task): boolean => task.state === 'todo' || task.state === 'doing'

/** Days over the due day; 0 when it is not late or is done. */
export const daysLate = (task: Task, today: string): number =>
  task.due === undefined || !isOpen(task) ? 0 : Math.max(0, daysBetween(task.due, today))

/** When it came into the state it is in. */
export const stateSince = (task: Task): string | undefined =>
  task.history.findLast((entry) => entry.state === task.state)?.at
