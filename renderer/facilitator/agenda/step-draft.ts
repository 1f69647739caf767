import type { Contribute, ProposalKind, Step, StepKind, StepShow } from '@core/model/step'
import type { RequestArgs } from '@core/protocol/requests'

export const KINDS: readonly StepKind[] = [
  'contribute',
  'cluster',
  'vote',
  'decide',
  'agreed',
  'talk',
  'break',
  'pulse',
]
export const SHOWS: readonly StepShow[] = ['step', 'keep', 'board', 'vote', 'agreed', 'chain', 'timer', 'join', 'blank']
export const CONTRIBUTES: readonly Contribute[] = ['closed', 'alone', 'open']
export const PROPOSALS: readonly ProposalKind[] = ['task', 'volunteer', 'step']
export const MOST_MINUTES = 600
const DEFAULT_MINUTES = 15

/** A step as a form holds it: words as text, nothing optional. */
export type StepDraft = {
  readonly name: string
  readonly question: string
  readonly instruction: string
  readonly kind: StepKind
  readonly minutes: number
  readonly boardId: string
  readonly voteId: string
  readonly groupId: string
  readonly show: StepShow
  readonly contribute: Contribute
  readonly propose: readonly ProposalKind[]
  readonly lockAtEnd: boolean
}

export const EMPTY_STEP: StepDraft = {
  name: '',
  question: '',
  instruction: '',
  kind: 'talk',
  minutes: DEFAULT_MINUTES,
  boardId: '',
  voteId: '',
  groupId: '',
  show: 'step',
  contribute: 'closed',
  propose: [],
  lockAtEnd: false,
}

export const draftOf = (step: Step | undefined, words: (label: Step['label']) => string): StepDraft =>
  step === undefined
    ? EMPTY_STEP
    : {
        name: words(step.label),
        question: step.question === undefined ? '' : words(step.question),
        instruction: step.instruction === undefined ? '' : words(step.instruction),
        kind: step.kind,
        minutes: step.minutes,
        boardId: step.boardId ?? '',
        voteId: step.voteId ?? '',
        groupId: step.groupId ?? '',
        show: step.show ?? 'step',
        contribute: step.contribute,
        propose: step.propose ?? [],
        lockAtEnd: step.lockAtEnd ?? false,
      }

type Changes = Omit<RequestArgs<'step.update'>, 'id'>

const orNull = (text: string): string | null => (text === '' ? null : text)
const words = (text: string): { readonly text: string } | null => (text === '' ? null : { text })

/** Only what was changed is sent: built-in words that nobody touched stay translatable. */
export const changesOf = (before: StepDraft, after: StepDraft): Changes => {
  const all: { readonly [K in keyof StepDraft]: Changes } = {
    name: { label: { text: after.name } },
    question: { question: words(after.question) },
    instruction: { instruction: words(after.instruction) },
    kind: { kind: after.kind },
    minutes: { minutes: after.minutes },
    boardId: { boardId: orNull(after.boardId) },
    voteId: { voteId: orNull(after.voteId) },
    groupId: { groupId: orNull(after.groupId) },
    show: { show: after.show },
    contribute: { contribute: after.contribute },
    propose: { propose: [...after.propose] },
    lockAtEnd: { lockAtEnd: after.lockAtEnd },
  }
  const keys = Object.keys(all) as (keyof StepDraft)[] // the keys just above
  const changed = keys.filter((key) => String(before[key]) !== String(after[key]))
  return Object.assign({}, ...changed.map((key) => all[key])) as Changes // parts of Changes only
}

/** Whole minutes within what a step may take; anything else is 0. */
export const minutesFrom = (text: string): number => {
  const minutes = Math.round(Number(text))
  return Number.isFinite(minutes) ? Math.min(MOST_MINUTES, Math.max(0, minutes)) : 0
}
