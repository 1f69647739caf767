import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'
import type { RecordMap } from '../model/records'
import type { Label } from '../model/text'
import type { Indicator, Pulse } from '../model/work'
import type { DamagedFile, LabOverview, PulseTrend, SessionCard } from '../protocol/views'
import { dialogueOf } from './chain'
import { answersOf, meanOf, PULSE_SHOWN_FROM } from './pulse'

/** One session of the lab: what home shows of it, and its document. */
export type LabFile = {
  readonly card: SessionCard
  readonly view: DocumentView
  /** Rises with each change of the session: which of two files of one session is newer. */
  readonly saved?: number
}

/** Lab-level records: the same id in two sessions is the same thing. */
type Carried = 'task' | 'decision' | 'project' | 'indicator' | 'activity'

/**
 * A lab over time from the files of its sessions, in any order. What has the same id is one thing, and the newest file
 * says how it stands; what was erased anywhere is nowhere.
 */
export const labOverview = (
  labId: string,
  files: readonly LabFile[],
  damaged: readonly DamagedFile[],
  today: string,
): LabOverview => {
  const all = files.toSorted(byAge)
  const sorted = oneOfEach(all)
  const gone = erasedIn(files)
  const newest = sorted.at(-1)
  const lab = newest && labOf(newest.view)
  const keepUntil = lab?.keepUntil
  const branches = branchesOf(all.map(({ card }) => card))
  const dialogue = newest && newest.view.statement.size > 0 ? dialogueOf(newest.view).counts : undefined
  const withDay = <T extends 'task' | 'decision'>(type: T) =>
    [...merged(sorted, type, gone).values()].map(({ record, day }) => ({ ...record, day }))
  const plain = <T extends Carried>(type: T): RecordMap[T][] =>
    [...merged(sorted, type, gone).values()].map(({ record }) => record)
  return {
    labId,
    name: lab?.name ?? newest?.card.labName ?? '',
    sessions: all.map(({ card }) => ({ ...card, branch: branches.get(card.fileId) ?? 0 })),
    tasks: withDay('task'),
    decisions: withDay('decision').toSorted((a, b) => b.number - a.number || (a.id < b.id ? -1 : 1)),
    projects: plain('project'),
    indicators: allMeasurements(sorted, plain('indicator')),
    activities: plain('activity').toSorted((a, b) => compare(a.on ?? '', b.on ?? '')),
    pulse: pulseTrends(sorted),
    statements: { all: dialogue?.statements ?? 0, unanswered: dialogue?.unanswered ?? 0 },
    ...(keepUntil === undefined ? {} : { keepUntil }),
    overdue: keepUntil !== undefined && keepUntil < today,
    damaged,
  }
}

/** Two files of one session are one meeting: the one with the last change says how it was. In the order given. */
export const oneOfEach = (files: readonly LabFile[]): readonly LabFile[] => {
  const newest = new Map<string, LabFile>()
  for (const file of files) {
    const known = newest.get(file.card.sessionId)
    if (!known || (file.saved ?? 0) >= (known.saved ?? 0)) newest.set(file.card.sessionId, file)
  }
  return files.filter((file) => newest.get(file.card.sessionId) === file)
}

/** Also what an older copy of a session knows to be erased. */
export const erasedIn = (files: readonly LabFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ view }) => [...view.tombstone.keys()]))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By the day of the meeting, then by when the file was begun: two on one day are in the order in which they were made. */
const byAge = (a: LabFile, b: LabFile): number =>
  compare(a.card.day, b.card.day) ||
  compare(sessionOf(a.view)?.createdAt ?? '', sessionOf(b.view)?.createdAt ?? '') ||
  compare(a.card.fileId, b.card.fileId)

const merged = <T extends Carried>(
  sorted: readonly LabFile[],
  type: T,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, { readonly record: RecordMap[T]; readonly day: string }> => {
  const found = new Map<string, { record: RecordMap[T]; day: string }>()
  for (const { view, card } of sorted) {
    for (const record of view[type].values()) if (!gone.has(record.id)) found.set(record.id, { record, day: card.day })
  }
  return found
}

/** Figures are added in several sessions, also between meetings: all count; of one day, the newest file's. */
const allMeasurements = (sorted: readonly LabFile[], indicators: readonly Indicator[]): Indicator[] =>
  indicators.map((indicator) => {
    const days = new Map<string, Indicator['measurements'][number]>()
    for (const { view } of sorted) {
      for (const one of view.indicator.get(indicator.id)?.measurements ?? []) days.set(one.on, one)
    }
    return { ...indicator, measurements: [...days.values()].toSorted((a, b) => compare(a.on, b.on)) }
  })

const labelKey = (label: Label): string => ('key' in label ? `key ${label.key}` : `text ${label.text}`)

/** A question is the same as long as its words are. What files do not hold any more, later ones remember as past. */
const pulseTrends = (sorted: readonly LabFile[]): PulseTrend[] => {
  const trends = new Map<string, { question: Label; points: Map<string, { day: string; counts: readonly number[] }> }>()
  const trendOf = (pulse: Pulse) => {
    const key = labelKey(pulse.question)
    const trend = trends.get(key) ?? { question: pulse.question, points: new Map() }
    trends.set(key, trend)
    return trend
  }
  for (const { view } of sorted) {
    for (const pulse of view.pulse.values()) {
      for (const { sessionId, day, counts } of pulse.past ?? []) trendOf(pulse).points.set(sessionId, { day, counts })
    }
  }
  for (const { view, card } of sorted) {
    for (const pulse of view.pulse.values()) {
      const { n, counts } = answersOf(pulse)
      if (n > 0) trendOf(pulse).points.set(card.sessionId, { day: card.day, counts })
    }
  }
  return [...trends.values()].map(({ question, points }) => ({
    question,
    points: [...points.values()]
      .map(({ day, counts }) => {
        const { n, mean } = meanOf(counts)
        return { day, answers: n, mean: n < PULSE_SHOWN_FROM ? null : mean }
      })
      .toSorted((a, b) => compare(a.day, b.day)),
  }))
}

/**
 * The branch of each session, by file. Where two were started from one session, the line that leads to the newest goes
 * on and the others are branches of their own. `sorted` is oldest first.
 */
const branchesOf = (sorted: readonly SessionCard[]): ReadonlyMap<string, number> => {
  const bySession = new Map(sorted.map((card) => [card.sessionId, card]))
  const heirs = heirsOf(sorted, bySession)
  const branches = new Map<string, number>()
  let last = 0
  for (const card of sorted) {
    const parent = card.previous === undefined ? undefined : bySession.get(card.previous)
    const known = parent ? branches.get(parent.fileId) : 0
    const goesOn = !parent || parent === card || heirs.get(parent.fileId) === card.fileId
    if (!goesOn || known === undefined) last += 1
    branches.set(card.fileId, goesOn && known !== undefined ? known : last)
  }
  return branches
}

/** Of each session, by file, the successor whose line is longest in time. */
const heirsOf = (
  sorted: readonly SessionCard[],
  bySession: ReadonlyMap<string, SessionCard>,
): ReadonlyMap<string, string> => {
  const heirs = new Map<string, string>()
  // Newest first: whoever claims the way back first has it, so every way back ends at the newest that uses it.
  for (const newest of sorted.toReversed()) {
    let card = newest
    const walked = new Set([card.fileId])
    while (card.previous !== undefined) {
      const parent = bySession.get(card.previous)
      if (!parent || walked.has(parent.fileId) || heirs.has(parent.fileId)) break
      heirs.set(parent.fileId, card.fileId)
      walked.add(parent.fileId)
      card = parent
    }
  }
  return heirs
}
