import { assertNever } from '../lib/assert-never'
import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Step } from '../model/step'
import type { Event } from '../model/work'
import { stepMinutes } from '../rules/agenda-time'
import type { Block, Cell, TableBlock, Words } from './model'
import { figure, plain, say } from './model'
import { labelWords } from './voice-refs'

/** What happened when, from the log and the agenda. Nobody's name stands in either, and who spoke is left out. */
export const minutesBlocks = (view: DocumentView): Block[] => {
  const events = inTime(view)
  const steps = ordered(view, 'step')
  const clock = clockOf(sessionOf(view)?.timeZone)
  if (steps.length === 0 && events.length === 0) return [{ b: 'paragraph', words: say('minutes.none') }]
  const log = events.flatMap((event) => lineOf(view, event, clock))
  return [
    ...(steps.length === 0 ? [] : [agendaTable(view, steps, events, clock)]),
    ...(log.length === 0 ? [] : [logTable(log)]),
  ]
}

export type Clock = (at: string) => string

/** "09:05" in the session's time zone; an unknown zone falls back to UTC. */
export const clockOf = (timeZone: string | undefined): Clock => {
  const make = (zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const format = (() => {
    try {
      return make(timeZone ?? 'UTC')
    } catch {
      return make('UTC')
    }
  })()
  return (at) => (Number.isFinite(Date.parse(at)) ? format.format(new Date(at)) : '')
}

const inTime = (view: DocumentView): Event[] =>
  [...view.event.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** Minutes a step really took, over all times it was started; null when it never ran or its clock cannot be read. */
export const minutesTaken = (step: Step, events: readonly Event[]): number | null => {
  let began: number | null = null
  let sum = 0
  let ended = false
  for (const { kind, ref, at } of events) {
    if (ref !== step.id) continue
    if (kind === 'step.started') began = Date.parse(at)
    if (kind !== 'step.ended' || began === null) continue
    sum += Math.max(0, Date.parse(at) - began)
    began = null
    ended = true
  }
  // Without a log, as in a file of another program, the step itself says when it was last done.
  if (!ended && step.startedAt !== undefined && step.endedAt !== undefined) {
    sum = Math.max(0, Date.parse(step.endedAt) - Date.parse(step.startedAt))
    ended = true
  }
  return ended && Number.isFinite(sum) ? Math.round(sum / 60_000) : null
}

const agendaTable = (
  view: DocumentView,
  steps: readonly Step[],
  events: readonly Event[],
  clock: Clock,
): TableBlock => {
  const grouped = view.group.size > 0
  const group = (step: Step): Words => {
    const found = view.group.get(step.groupId ?? '')
    return found ? labelWords(found.label) : say('minutes.everybody')
  }
  return {
    b: 'table',
    id: 'agenda',
    title: say('minutes.agenda'),
    columns: [
      { id: 'began', title: say('column.began'), kind: 'words' },
      { id: 'step', title: say('column.step'), kind: 'words' },
      ...(grouped ? [{ id: 'group', title: say('column.group'), kind: 'words' } as const] : []),
      { id: 'planned', title: say('column.planned'), kind: 'figure' },
      { id: 'taken', title: say('column.taken'), kind: 'figure' },
    ],
    rows: steps.map((step, index): Cell[] => {
      const taken = minutesTaken(step, events)
      const ran = step.state === 'done' || step.state === 'running'
      return [
        ran && step.startedAt !== undefined ? plain(clock(step.startedAt)) : say(`minutes.state.${step.state}`),
        labelWords(step.label),
        ...(grouped ? [group(step)] : []),
        figure(`agenda.planned.${index}`, stepMinutes(step) - (step.extraMinutes ?? 0), 'count'),
        taken === null ? say('minutes.state.none') : figure(`agenda.taken.${index}`, taken, 'count'),
      ]
    }),
  }
}

const logTable = (rows: readonly (readonly [Words, Words])[]): TableBlock => ({
  b: 'table',
  id: 'log',
  title: say('minutes.log'),
  columns: [
    { id: 'at', title: say('column.at'), kind: 'words' },
    { id: 'what', title: say('column.what'), kind: 'words' },
  ],
  rows: rows.map((row) => [...row]),
})

/** One line of the log; nothing for what belongs to nobody's minutes. */
const lineOf = (view: DocumentView, event: Event, clock: Clock): [Words, Words][] => {
  const line = (params: { readonly [name: string]: Words | number } = {}): [Words, Words][] => [
    [plain(clock(event.at)), say(`minutes.event.${event.kind}`, params)],
  ]
  const { ref = '', count = 0 } = event
  switch (event.kind) {
    case 'session.started':
    case 'session.closed':
    case 'room.opened':
    case 'room.closed':
    case 'pulse.closed':
      return line()
    case 'step.started':
    case 'step.skipped': {
      const step = view.step.get(ref)
      return step ? line({ step: labelWords(step.label) }) : []
    }
    case 'step.extended': {
      const step = view.step.get(ref)
      const words = step && say('minutes.event.step.extended', { step: labelWords(step.label), count })
      return words ? [[plain(clock(event.at)), words]] : []
    }
    case 'vote.opened':
    case 'vote.counting':
    case 'vote.closed':
    case 'vote.shown': {
      const vote = view.vote.get(ref)
      return vote ? line({ vote: plain(vote.question) }) : []
    }
    case 'decision.made': {
      const decision = view.decision.get(ref)
      return decision ? line({ number: decision.number, decision: plain(decision.wording) }) : []
    }
    case 'cards.revealed':
    case 'statements.released':
      return count > 0 ? line({ count }) : []
    // The next step says it; who spoke and who withdrew is nobody's business; an export is no part of the meeting.
    case 'step.ended':
    case 'turn.taken':
    case 'withdrawn':
    case 'report.exported':
      return []
    default:
      return assertNever(event.kind)
  }
}
