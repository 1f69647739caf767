import { ordersAfter } from '../change/order'
import type { Board } from '../model/board'
import type { AnyRecord } from '../model/records'
import type { Group } from '../model/session'
import type { Step } from '../model/step'
import type { Label } from '../model/text'
import type { Vote } from '../model/vote'
import type { Voice } from '../model/voice'
import type { Pulse } from '../model/work'
import type { Template } from './template'

export type TemplateContext = {
  readonly newId: () => string
  /** Words of a key in the session's language; for what a record keeps as plain text. */
  readonly words: (key: string) => string
  readonly k: { readonly room: number; readonly public: number }
}

/** Groups, boards, votes, steps and pulse questions of a template with fresh ids; voices only if asked for. */
export const recordsFromTemplate = (template: Template, context: TemplateContext, withVoices: boolean): AnyRecord[] => {
  const idOf = new Map<string, string>()
  const idFor = (kind: string, name: string): string => {
    const known = idOf.get(`${kind} ${name}`) ?? context.newId()
    idOf.set(`${kind} ${name}`, known)
    return known
  }
  const plan: Plan = { template, context, idFor }
  return [
    ...(withVoices ? voicesOf(plan) : []),
    ...groupsOf(plan),
    ...boardsOf(plan),
    ...votesOf(plan),
    ...stepsOf(plan),
    ...pulseOf(plan),
  ]
}

/**
 * The records of a new session with what the template says about the staged dialogue: which round the session is and,
 * unless the lab has its own, what the rounds are called.
 */
export const withRounds = (records: readonly AnyRecord[], template: Template | null): AnyRecord[] =>
  records.map((record) => {
    if (record.type === 'session' && template?.round !== undefined) return { ...record, round: template.round }
    if (record.type === 'lab' && template?.rounds && !record.rounds) return { ...record, rounds: template.rounds }
    return record
  })

type Plan = {
  readonly template: Template
  readonly context: TemplateContext
  readonly idFor: (kind: string, name: string) => string
}

const orderly = <T, R>(items: readonly T[], make: (item: T, order: string) => R): R[] => {
  const orders = ordersAfter(null, items.length)
  return items.map((item, index) => make(item, orders[index] ?? ''))
}

const textOf = (label: Label, { words }: TemplateContext): string => ('key' in label ? words(label.key) : label.text)

const voicesOf = ({ template, context }: Plan): Voice[] =>
  orderly(template.voices, (voice, order) => ({
    type: 'voice',
    id: context.newId(),
    order,
    label: voice.label,
    slot: voice.slot,
    ...(voice.level ? { level: voice.level } : {}),
    expected: voice.expected,
    present: 0,
  }))

const groupsOf = ({ template, idFor }: Plan): Group[] =>
  orderly(template.groups ?? [], ({ ref, label }, order) => ({
    type: 'group',
    id: idFor('group', ref),
    order,
    label,
    stage: { view: 'join' },
  }))

const boardsOf = ({ template, idFor }: Plan): Board[] =>
  orderly(template.boards, (board, order) => ({
    type: 'board',
    id: idFor('board', board.ref),
    order,
    label: board.label,
    layout: board.layout,
    axes: board.axes,
    ...(board.templateKey === undefined ? {} : { templateKey: board.templateKey }),
    ...(board.group === undefined ? {} : { groupId: idFor('group', board.group) }),
  }))

const votesOf = ({ template, context, idFor }: Plan): Vote[] =>
  orderly(template.votes, (vote, order) => ({
    type: 'vote',
    id: idFor('vote', vote.ref),
    order,
    question: textOf(vote.question, context),
    ...(vote.explanation ? { explanation: textOf(vote.explanation, context) } : {}),
    method: vote.method,
    options: [],
    admission: vote.admission ?? 'open-room',
    channels: [...(vote.channels ?? (['phone', 'kiosk', 'paper'] as const))],
    secret: vote.channels?.includes('hands') !== true,
    keepBallots: false,
    k: context.k,
    rounds: [{ id: context.newId(), number: 1, state: 'draft' }],
    resultShown: false,
  }))

const stepsOf = ({ template, context, idFor }: Plan): Step[] =>
  orderly(template.steps, (step, order) => ({
    type: 'step',
    id: context.newId(),
    order,
    label: step.label,
    ...(step.question ? { question: step.question } : {}),
    ...(step.instruction ? { instruction: step.instruction } : {}),
    kind: step.kind,
    minutes: step.minutes,
    ...(step.board === undefined ? {} : { boardId: idFor('board', step.board) }),
    ...(step.vote === undefined ? {} : { voteId: idFor('vote', step.vote) }),
    contribute: step.contribute ?? 'closed',
    state: 'waiting',
    ...(step.group === undefined ? {} : { groupId: idFor('group', step.group) }),
    ...(step.show ? { show: step.show } : {}),
    ...(step.propose && step.propose.length > 0 ? { propose: step.propose } : {}),
    ...(step.lockAtEnd ? { lockAtEnd: true } : {}),
  }))

const pulseOf = ({ template, context }: Plan): Pulse[] =>
  orderly(template.pulse ?? [], (question, order) => ({
    type: 'pulse',
    id: context.newId(),
    order,
    question,
    answers: {},
    remarks: [],
  }))
