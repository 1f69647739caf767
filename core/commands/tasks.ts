import { patch } from '../change/diff'
import { LIMITS } from '../model/limits'
import type { Question, Task, TaskState } from '../model/outcome'
import { isStale } from './cards'
import { withoutRefs } from './clean'
import type { CommandContext, CommandTable } from './command'
import type { Run } from './kit'
import {
  checkOwner,
  checkRefs,
  cleanText,
  done,
  given,
  instant,
  isTaken,
  lastOrder,
  maybeText,
  missing,
  moveOrder,
  refuse,
  tidy,
} from './kit'

/** The oldest entries go first; a task lives for a few sessions. */
const HISTORY = 500

const addTask: Run<'task.add'> = (view, args, context) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const wrong =
    checkOwner(view, args.owner) ?? (args.origin ? checkRefs(view, [[args.origin.type, args.origin.id]]) : null)
  if (wrong) return wrong
  const state = args.state ?? 'todo'
  const task: Task = {
    type: 'task',
    id: args.id,
    order: lastOrder(view.task.values()),
    text: text.value,
    ...given(args, ['note', 'owner', 'due', 'origin', 'progress']),
    state,
    history: [{ at: instant(context), state }],
  }
  return done({ added: [task] })
}

const withEntry = (task: Task, state: TaskState, context: CommandContext, note?: string): Task['history'] => {
  const words = note === undefined ? '' : tidy(note)
  if (state === task.state && words === '') return task.history
  return [...task.history, { at: instant(context), state, ...(words === '' ? {} : { note: words }) }].slice(-HISTORY)
}

/** What the answer to "what came of it" means for the board: done and dropped are states, the others are not. */
const reviewedState = (task: Task, review: 'done' | 'going-on' | 'stuck' | 'dropped'): TaskState => {
  if (review === 'done' || review === 'dropped') return review
  return task.state === 'done' || task.state === 'dropped' ? 'doing' : task.state
}

const updateTask: Run<'task.update'> = (view, args, context) => {
  const task = view.task.get(args.id)
  if (!task) return missing('task')
  const text = maybeText(args.text, LIMITS.statement)
  if (!text.ok) return text
  if (text.value !== undefined && isStale(task.text, args.was, text.value)) return refuse('changed-meanwhile')
  const wrong =
    checkOwner(view, args.owner) ?? (args.origin ? checkRefs(view, [[args.origin.type, args.origin.id]]) : null)
  if (wrong) return wrong
  const state = args.review == null ? task.state : reviewedState(task, args.review)
  const fields = {
    ...given(args, ['note', 'owner', 'due', 'origin', 'progress', 'review']),
    ...(text.value === undefined ? {} : { text: text.value }),
    state,
    history: withEntry(task, state, context),
  }
  return done({ changed: [patch<'task'>(task, fields)] })
}

const moveTask: Run<'task.move'> = (view, { id, state, before, note }, context) => {
  const task = view.task.get(id)
  if (!task) return missing('task')
  const order = before === undefined && state === task.state ? task.order : moveOrder(view.task.values(), id, before)
  if (order === null) return missing('task')
  return done({ changed: [patch<'task'>(task, { state, order, history: withEntry(task, state, context, note) })] })
}

const removeTask: Run<'task.remove'> = (view, { id }) => {
  const task = view.task.get(id)
  if (!task) return missing('task')
  const offers = [...view.proposal.values()].filter((proposal) => proposal.taskId === id)
  return done({ removed: [task, ...offers] })
}

const addQuestion: Run<'question.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const wrong =
    checkOwner(view, args.owner) ?? (args.origin ? checkRefs(view, [[args.origin.type, args.origin.id]]) : null)
  if (wrong) return wrong
  const question: Question = {
    type: 'question',
    id: args.id,
    order: lastOrder(view.question.values()),
    kind: args.kind,
    text: text.value,
    ...given(args, ['owner', 'due', 'origin']),
    state: 'open',
  }
  return done({ added: [question] })
}

const updateQuestion: Run<'question.update'> = (view, args) => {
  const question = view.question.get(args.id)
  if (!question) return missing('question')
  const text = maybeText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const wrong = checkOwner(view, args.owner)
  if (wrong) return wrong
  const fields = {
    ...given(args, ['kind', 'owner', 'due', 'state', 'answer']),
    ...(text.value === undefined ? {} : { text: text.value }),
  }
  return done({ changed: [patch<'question'>(question, fields)] })
}

const removeQuestion: Run<'question.remove'> = (view, { id }) => {
  const question = view.question.get(id)
  if (!question) return missing('question')
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [question, ...cleaning.removed] })
}

export const taskCommands = {
  'task.add': { run: addTask, undoable: true },
  'task.update': { run: updateTask, undoable: true },
  'task.move': { run: moveTask, undoable: true },
  'task.remove': { run: removeTask, undoable: true },
  'question.add': { run: addQuestion, undoable: true },
  'question.update': { run: updateQuestion, undoable: true },
  'question.remove': { run: removeQuestion, undoable: true },
} satisfies Partial<CommandTable>
