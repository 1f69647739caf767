import type { Lab } from '../model/lab'
import type { Activity, Project } from '../model/work'
import type { LabOverview } from '../protocol/views'
import { countWords, ESN_LIMITS, ESN_STATUSES } from '../rules/esn'
import { readIndicator } from '../rules/indicator'
import { indicatorWords } from './indicators-part'
import type { Words } from './model'
import { day, plain, say } from './model'

type Texts = 'context' | 'activities' | 'outcomes'

/** What the records of a lab say for the fields of the practice form: one entry a line. Nothing of it is written anywhere. */
export type EsnProposals = { readonly [K in Texts]: readonly Words[] } & {
  /** Three at most, as the form wants them. */
  readonly objectives: readonly string[]
  readonly statuses: readonly (typeof ESN_STATUSES)[number][]
  /** Activities that would have gone beyond the words of the form. */
  readonly left: number
}

/** Where the profile says nothing, what its sessions, activities, projects and indicators say. */
export const esnProposals = (lab: Lab | undefined, overview: LabOverview): EsnProposals => {
  const lines = [
    ...metLines(overview),
    ...overview.projects.flatMap(projectLine),
    ...overview.activities.map(activityLine),
  ]
  const fitting = withinWords(lines)
  return {
    context: lab?.targetGroup === undefined ? [] : [plain(lab.targetGroup)],
    objectives: objectivesOf(lab?.aim ?? ''),
    activities: lines.slice(0, fitting).map(({ words }) => words),
    outcomes: outcomeLines(overview),
    statuses: statusesOf(overview),
    left: lines.length - fitting,
  }
}

/** `length`: words of it that people wrote, and room for those that the app puts around them. */
type Line = { readonly words: Words; readonly length: number }

/** For a date, "from", "to" and the like. */
const AROUND = 12

const line = (words: Words, ...texts: readonly string[]): Line => ({
  words,
  length: texts.reduce((sum, text) => sum + countWords(text), AROUND),
})

/** A whole number of lines: half of one would say something else. */
const withinWords = (lines: readonly Line[]): number => {
  let words = 0
  const beyond = lines.findIndex(({ length }) => {
    words += length
    return words > ESN_LIMITS.activityWords
  })
  return beyond === -1 ? lines.length : beyond
}

/** Of two files of one session one counts. */
const heldDays = ({ sessions }: LabOverview): string[] => [
  ...new Map(
    sessions.filter(({ state }) => state !== 'prepared').map((session) => [session.sessionId, session.day]),
  ).values(),
]

const metLines = (overview: LabOverview): Line[] => {
  const days = heldDays(overview).toSorted()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  return [
    line(
      days.length === 1
        ? say('lab.metOnce', { on: day(first) })
        : say('lab.met', { count: days.length, from: day(first), to: day(last) }),
    ),
  ]
}

const projectLine = ({ title, activities }: Project): Line[] =>
  activities === undefined || activities.trim() === ''
    ? []
    : [line(say('esn.fill.project', { title: plain(title), text: plain(activities.trim()) }), title, activities)]

const activityLine = ({ title, on, text = '' }: Activity): Line => {
  const what = on === undefined ? plain(title) : say('esn.fill.on', { title: plain(title), on: day(on) })
  const said = text.trim()
  return line(said === '' ? what : say('esn.fill.project', { title: what, text: plain(said) }), title, said)
}

const outcomeLines = ({ tasks, decisions, indicators, projects }: LabOverview): Words[] => {
  const agreed = tasks.filter(({ state }) => state !== 'dropped')
  const done = agreed.filter(({ state }) => state === 'done').length
  const standing = decisions.filter(({ status }) => status !== 'dropped')
  const kept = standing.filter(({ status }) => status === 'kept').length
  return [
    ...(agreed.length === 0 ? [] : [say('lab.tasksDone', { done, count: agreed.length })]),
    ...(standing.length === 0 ? [] : [say('esn.fill.decisions', { count: standing.length, kept })]),
    ...projects.flatMap(({ title, results = '' }) =>
      results.trim() === '' ? [] : [say('esn.fill.project', { title: plain(title), text: plain(results.trim()) })],
    ),
    ...indicators
      .filter((indicator) => readIndicator(indicator).first !== null)
      .map((indicator) => say('esn.fill.project', { title: plain(indicator.name), text: indicatorWords(indicator) })),
  ]
}

/** The aim, taken apart where its writer put semicolons or lines; more parts than the form has room for stay together. */
const objectivesOf = (aim: string): string[] => {
  const parts = aim
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length <= ESN_LIMITS.objectives ? parts : [aim.trim()]
}

const STATUS_OF = {
  idea: 'concept',
  'try-out': 'execution',
  works: 'consolidation',
  'daily-practice': 'consolidation',
  stopped: null,
} as const

/** From the states of the projects; a lab without any carries out as soon as it has met. */
const statusesOf = (overview: LabOverview): EsnProposals['statuses'] => {
  const states = overview.projects.map(({ state }) => STATUS_OF[state])
  const found = ESN_STATUSES.filter((status) => states.some((state) => state === status))
  return found.length > 0 ? found : [heldDays(overview).length > 0 ? 'execution' : 'concept']
}
