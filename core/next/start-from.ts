import type { CommandContext } from '../commands/command'
import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'
import { orderBetween } from '../change/order'
import type { DialogueRound, Lab } from '../model/lab'
import type { AnyRecord, RecordType } from '../model/records'
import type { Session } from '../model/session'
import type { Step } from '../model/step'
import { carriedRecords } from './carried'
import { roundVoices } from './round-voices'
import { sessionStart } from './session-start'

export type NextChoices = {
  readonly sessionId: string
  readonly title: string
  readonly day: string
  readonly timeZone?: string
  readonly lang?: string
  /** People who come along; nobody else does, and in a round of the staged dialogue nobody at all. */
  readonly personIds: readonly string[]
  /**
   * Groups, steps, boards, votes and feedback questions of the template, for a round of the staged dialogue its voices
   * too; its other records are not used.
   */
  readonly records: readonly AnyRecord[]
  /** What people read for a key: a voice is known by its words. */
  readonly words?: (key: string) => string
  readonly templateKey?: string
  /** Of a template that is a round of the staged dialogue: which one, and what its rounds are called. */
  readonly round?: number
  readonly rounds?: readonly DialogueRound[]
}

/**
 * The records of the session after `previous`. Along come the lab and its voices (nobody present yet), open tasks, decisions
 * that are open, due or promised to a statement, open questions, projects, indicators, feedback questions with what was
 * answered to them, and every released statement with its answers, all with the ids they had. It opens with what was
 * agreed last time.
 */
export const startFrom = (previous: DocumentView, choices: NextChoices, context: CommandContext): AnyRecord[] => {
  const old = sessionOf(previous)
  const lab = labOf(previous)
  const { day, personIds, round } = choices
  const carried = carriedRecords(previous, { day, personIds, isRound: round !== undefined }, context.newId)
  const session: Session = {
    ...sessionStart(choices, lab?.id ?? context.newId(), context),
    ...(old ? { previous: old.id, k: old.k } : {}),
    ...(round === undefined ? {} : { round }),
    lang: choices.lang ?? old?.lang ?? 'en',
    timeZone: choices.timeZone ?? old?.timeZone ?? 'UTC',
  }
  const template = templateRecords(choices.records, carried)
  const voices = round === undefined ? [] : newVoices(choices, carried)
  return [
    session,
    ...(lab ? [withRounds(lab, choices.rounds)] : []),
    ...carried,
    ...voices,
    ...withAgreedFirst(template, context),
  ]
}

const newVoices = ({ records, words }: NextChoices, carried: readonly AnyRecord[]): AnyRecord[] =>
  roundVoices(
    records.filter((one) => one.type === 'voice'),
    carried.filter((one) => one.type === 'voice'),
    words ?? ((key) => key),
  )

/** The lab's own rounds stay; a lab that never named any takes those of the template. */
const withRounds = (lab: Lab, rounds: readonly DialogueRound[] | undefined): Lab =>
  lab.rounds === undefined && rounds !== undefined ? { ...lab, rounds: [...rounds] } : lab

const OF_TEMPLATE: ReadonlySet<RecordType> = new Set<RecordType>(['group', 'step', 'board', 'vote', 'pulse'])

/** A feedback question that comes along anyway is not asked twice. */
const templateRecords = (records: readonly AnyRecord[], carried: readonly AnyRecord[]): AnyRecord[] => {
  const asked = new Set(carried.flatMap((one) => (one.type === 'pulse' ? [JSON.stringify(one.question)] : [])))
  return records.filter(
    (one) => OF_TEMPLATE.has(one.type) && !(one.type === 'pulse' && asked.has(JSON.stringify(one.question))),
  )
}

/** The template's records with the step "what we agreed last time" before all others, if it has none of its own. */
const withAgreedFirst = (records: readonly AnyRecord[], context: CommandContext): AnyRecord[] => {
  const steps = records.filter((record) => record.type === 'step')
  if (steps.some((step) => step.kind === 'agreed')) return [...records]
  const first = steps.map((step) => step.order).toSorted()[0] ?? null
  const agreed: Step = {
    type: 'step',
    id: context.newId(),
    order: orderBetween(null, first),
    label: { key: 'boards:step.agreed' },
    kind: 'agreed',
    minutes: 15,
    contribute: 'closed',
    state: 'waiting',
  }
  return [agreed, ...records]
}
