import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Pulse } from '../model/work'
import { answersOf } from '../rules/pulse'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, cleanText, done, isTaken, missing, moveOrder, ordersAt, refuse, tidy } from './kit'

/** A short round at the end of a long meeting: more questions and people stop answering. */
export const PULSE_QUESTIONS = 5
const REMARKS = 500

const add: Run<'pulse.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.pulse.size >= PULSE_QUESTIONS) return refuse('too-many', { limit: PULSE_QUESTIONS })
  const question = cleanLabel(args.question)
  if (!question.ok) return question
  const order = ordersAt(view.pulse.values(), args.before, 1)?.[0]
  if (order === undefined) return missing('pulse')
  const pulse: Pulse = {
    type: 'pulse',
    id: args.id,
    order,
    question: question.value,
    answers: {},
    remarks: [],
  }
  return done({ added: [pulse] })
}

/** Other words would turn answers into answers to something that nobody was asked. */
const isAnswered = (view: DocumentView, id: string): boolean => {
  const pulse = view.pulse.get(id)
  return pulse !== undefined && (answersOf(pulse).n > 0 || (pulse.past ?? []).length > 0)
}

const update: Run<'pulse.update'> = (view, args) => {
  const pulse = view.pulse.get(args.id)
  if (!pulse) return missing('pulse')
  const question = cleanLabel(args.question)
  if (!question.ok) return question
  if (isAnswered(view, args.id)) return refuse('still-used', { count: answersOf(pulse).n })
  return done({ changed: [patch<'pulse'>(pulse, { question: question.value })] })
}

const move: Run<'pulse.move'> = (view, { id, before }) => {
  const pulse = view.pulse.get(id)
  const order = pulse ? moveOrder(view.pulse.values(), id, before) : null
  if (!pulse || order === null) return missing('pulse')
  return done({ changed: [patch<'pulse'>(pulse, { order })] })
}

const remove: Run<'pulse.remove'> = (view, { id }) => {
  const pulse = view.pulse.get(id)
  if (!pulse) return missing('pulse')
  const { n } = answersOf(pulse)
  return n > 0 ? refuse('still-used', { count: n }) : done({ removed: [pulse] })
}

const paper: Run<'pulse.paper'> = (view, { id, counts }) => {
  const pulse = view.pulse.get(id)
  if (!pulse) return missing('pulse')
  if (counts.length !== 5) return refuse('wrong-value')
  const { paper: _old, ...others } = pulse.answers
  const answers = counts.some((count) => count > 0) ? { ...others, paper: counts } : others
  return done({ changed: [patch<'pulse'>(pulse, { answers })] })
}

/** Put in at a random place: the order would tell who handed in last. */
const addRemark: Run<'pulse.add-remark'> = (view, { id, text }, { random }) => {
  const pulse = view.pulse.get(id)
  if (!pulse) return missing('pulse')
  const clean = cleanText(text, LIMITS.statement)
  if (!clean.ok) return clean
  if (pulse.remarks.length >= REMARKS) return refuse('too-many', { limit: REMARKS })
  const at = Math.floor(random() * (pulse.remarks.length + 1))
  return done({ changed: [patch<'pulse'>(pulse, { remarks: pulse.remarks.toSpliced(at, 0, clean.value) })] })
}

const removeRemark: Run<'pulse.remove-remark'> = (view, { id, text }) => {
  const pulse = view.pulse.get(id)
  if (!pulse) return missing('pulse')
  const at = pulse.remarks.findIndex((remark) => remark === text || tidy(remark) === tidy(text))
  if (at < 0) return done({})
  return done({ changed: [patch<'pulse'>(pulse, { remarks: pulse.remarks.toSpliced(at, 1) })] })
}

export const pulseCommands = {
  'pulse.add': { run: add, undoable: true },
  'pulse.update': { run: update, undoable: true },
  'pulse.move': { run: move, undoable: true },
  'pulse.remove': { run: remove, undoable: true },
  'pulse.paper': { run: paper, undoable: true },
  'pulse.add-remark': { run: addRemark, undoable: true },
  'pulse.remove-remark': { run: removeRemark, undoable: true },
} satisfies Partial<CommandTable>
