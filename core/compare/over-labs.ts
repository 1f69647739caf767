import type { CompareView } from '../protocol/report-views'
import type { Label } from '../model/text'
import { byName } from './in-order'
import type { SessionFacts } from './session-facts'
import type { CompareVoice, LabDecisions } from './views'

/** What has the same id in two sessions of a lab is one thing, and the newest file says how it stands. */
const newestOf = <T extends { readonly id: string }>(
  sessions: readonly SessionFacts[],
  list: (session: SessionFacts) => readonly T[],
): T[] => [...new Map(sessions.flatMap(list).map((one) => [one.id, one])).values()]

/** Sessions by lab, in the order of the labs' names; within a lab as they were given: oldest first. */
const byLab = (facts: readonly SessionFacts[]): (readonly [string, readonly SessionFacts[]])[] => {
  const labs = new Map<string, SessionFacts[]>()
  for (const session of facts) labs.set(session.labName, [...(labs.get(session.labName) ?? []), session])
  return [...labs].toSorted(([a], [b]) => byName(a, b))
}

/** Dropped tasks are no longer anybody's; `late`: still open after the day they were due. */
export const taskCounts = (facts: readonly SessionFacts[], today: string): CompareView['tasks'] =>
  byLab(facts).flatMap(([labName, sessions]) => {
    const tasks = newestOf(sessions, (session) => session.tasks).filter(({ state }) => state !== 'dropped')
    if (tasks.length === 0) return []
    const done = tasks.filter(({ state }) => state === 'done').length
    const late = tasks.filter(({ state, due }) => state !== 'done' && due !== undefined && due < today).length
    return [{ labName, done, all: tasks.length, late }]
  })

export const decisionCounts = (facts: readonly SessionFacts[]): LabDecisions[] =>
  byLab(facts).flatMap(([labName, sessions]) => {
    const standing = newestOf(sessions, (session) => session.decisions).filter(({ status }) => status !== 'dropped')
    if (standing.length === 0) return []
    const recommendations = standing.filter(({ kind }) => kind === 'recommendation').length
    return [{ labName, agreements: standing.length - recommendations, recommendations }]
  })

/** The last figure of all sessions: a later file may hold an older one only. */
export const indicatorRows = (facts: readonly SessionFacts[]): CompareView['indicators'] =>
  byLab(facts).flatMap(([labName, sessions]) =>
    newestOf(sessions, (session) => session.indicators).map(({ id, name, unit, baseline, target }) => {
      const measured = sessions.flatMap((session) => session.indicators.find((one) => one.id === id)?.last ?? [])
      const last = measured.reduce<(typeof measured)[number] | null>(
        (best, one) => (best === null || (one.on ?? '') >= (best.on ?? '') ? one : best),
        null,
      )
      return {
        labName,
        name,
        ...(unit === undefined ? {} : { unit }),
        baseline: baseline?.value ?? null,
        target: target?.value ?? null,
        last: last?.value ?? null,
        ...(last?.on ? { lastOn: last.on } : {}),
      }
    }),
  )

/** Voices of one name count together, whatever lab they speak in; most statements first. */
export const voiceCounts = (facts: readonly SessionFacts[], words: (label: Label) => string): CompareVoice[] => {
  const voices = new Map<string, CompareVoice>()
  for (const { label, slot, statements } of facts.flatMap((session) => session.voices)) {
    const name = words(label)
    const known = voices.get(name)
    voices.set(name, { name, slot: known?.slot ?? slot, statements: (known?.statements ?? 0) + statements })
  }
  return [...voices.values()].filter((voice) => voice.statements > 0).toSorted((a, b) => b.statements - a.statements)
}
