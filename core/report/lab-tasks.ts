import type { Task } from '../model/outcome'
import { labGroups } from './lab-groups'
import type { LabData } from './lab-sources'
import type { Block, Cell, TableBlock } from './model'
import { day, figure, plain, say } from './model'
import { inTurn } from './outcomes-part'
import { paragraph } from './report-parts'
import type { Audience } from './voice-refs'
import { ownerWords } from './voice-refs'

type Counts = { readonly [S in Task['state']]: number } & { readonly all: number }

/** How the lab's tasks stood at the end of each session, everything agreed until then taken together. */
const countsBySession = ({ held, merged }: LabData): Counts[] => {
  const states = new Map<string, Task['state']>()
  return held.map(({ view }) => {
    // What was erased since is counted nowhere.
    for (const task of view.task.values()) if (merged.task.has(task.id)) states.set(task.id, task.state)
    return countsOf([...states.values()])
  })
}

export const countsOf = (states: readonly Task['state'][]): Counts => {
  const of = (wanted: Task['state']): number => states.filter((state) => state === wanted).length
  return { todo: of('todo'), doing: of('doing'), done: of('done'), dropped: of('dropped'), all: states.length }
}

/** Tasks done from session to session, then every task as it stands now. */
export const labTaskBlocks = (data: LabData, audience: Audience, today: string): Block[] => {
  const tasks = data.overview.tasks
  if (tasks.length === 0) return [paragraph(say('tasks.none'))]
  const late = tasks.filter((task) => isLate(task, today)).length
  return [
    ...doneOverTime(data),
    ...(late > 0 ? [paragraph(say('lab.late', { count: late }))] : []),
    allTasks(data, audience),
  ]
}

const isLate = ({ state, due }: Task, today: string): boolean =>
  (state === 'todo' || state === 'doing') && due !== undefined && due < today

const doneOverTime = (data: LabData): Block[] => {
  const counts = countsBySession(data)
  const sessions = data.held.flatMap(({ session }, index) => {
    const count = counts[index]
    return count ? [{ session, count }] : []
  })
  const cell = (id: string, what: keyof Counts, count: Counts) =>
    figure(`lab.${id}.tasks.${what}`, count[what], 'count')
  const last = sessions.at(-1)
  if (!last) return []
  const table: TableBlock = {
    b: 'table',
    id: 'lab-tasks',
    title: say('lab.tasksTable'),
    columns: [
      { id: 'day', title: say('column.day'), kind: 'words' },
      { id: 'session', title: say('lab.session'), kind: 'words' },
      { id: 'all', title: say('lab.agreedSoFar'), kind: 'figure' },
      ...(['done', 'doing', 'todo', 'dropped'] as const).map((state) => ({
        id: state,
        title: say(`taskState.${state}`),
        kind: 'figure' as const,
      })),
    ],
    rows: sessions.map(({ session, count }): Cell[] => [
      day(session.day),
      plain(session.title),
      ...(['all', 'done', 'doing', 'todo', 'dropped'] as const).map((what) => cell(session.id, what, count)),
    ]),
  }
  if (sessions.length < 2) return [table]
  const chart: Block = {
    b: 'chart',
    kind: 'line',
    id: 'lab-tasks-line',
    title: say('lab.tasksChart'),
    sentence: say('lab.tasksDone', { done: last.count.done, count: last.count.all - last.count.dropped }),
    tableId: 'lab-tasks',
    points: sessions.map(({ session, count }) => ({ day: session.day, figure: cell(session.id, 'done', count) })),
  }
  return [chart, table]
}

const allTasks = (data: LabData, audience: Audience): TableBlock => {
  const groups = labGroups(data, audience)
  const tasks = inTurn(data.overview.tasks)
  return {
    b: 'table',
    id: 'tasks',
    title: say('tasks.table'),
    columns: [
      { id: 'task', title: say('column.task'), kind: 'words' },
      { id: 'owner', title: say('column.owner'), kind: 'words' },
      { id: 'due', title: say('column.due'), kind: 'words' },
      { id: 'state', title: say('column.state'), kind: 'words' },
    ],
    rows: tasks.map((task): Cell[] => [
      plain(task.text),
      ownerWords(data.merged, task.owner, groups),
      task.due === undefined ? say('notSet') : day(task.due),
      task.progress === undefined
        ? say(`taskState.${task.state}`)
        : say('tasks.progress', { state: say(`taskState.${task.state}`), progress: plain(task.progress) }),
    ]),
  }
}
