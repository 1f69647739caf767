import type { Decision, Task } from '../model/outcome'
import { coverMeta } from './cover-meta'
import type { Quoted } from './families-quotes'
import { quotesIn } from './families-quotes'
import { askedWords, decisionSince, decisionWhen, taskSince, taskWhen } from './families-words'
import { labGroups, newestDay } from './lab-groups'
import { labRemovals } from './lab-method'
import type { LabAsk, LabData } from './lab-sources'
import { labData } from './lab-sources'
import type { Block, Cell, ReportModel, TableBlock, Words } from './model'
import { plain, say } from './model'
import { byAudience, paragraph, partOf } from './report-parts'
import type { Audience, VoiceGroup } from './voice-refs'
import { refFor } from './voice-refs'

/**
 * "You said, we decided, by when, what happened since", for those who said it: plain words, one page. Before redaction; it
 * leaves the room on paper, so that nobody gets it with words that were not released. `fitFamilies` brings it onto one
 * page after redaction.
 */
export const buildFamilies = (ask: LabAsk): ReportModel => {
  const data = labData(ask)
  const answers = answersOf(data)
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'families',
    profile: 'internal',
    title: say('families.title'),
    lab: plain(data.overview.name),
    day: newestDay(data, ask.view),
    meta: coverMeta(data.lab),
    summary: [],
    parts: [
      partOf('answers', [byAudience((audience) => answerBlocks(data, answers, audience))]),
      partOf('undecided', undecidedBlocks(data, answers)),
      partOf('right', [paragraph(say('families.right'))]),
    ],
    removed: labRemovals(data),
  }
}

type Answer = {
  /** Null where nothing of what was said may be printed. */
  readonly quoted: Quoted | null
  readonly decided: Words
  readonly when: Words
  readonly since: Words
  /** Of what this answers. */
  readonly id: string
}

/** Of a decision, what people of the lowest level said before what others said; words that stand here already, last. */
const chooser = (data: LabData): ((found: readonly Quoted[]) => Quoted | null) => {
  const used = new Set<string>()
  const rank = (quoted: Quoted): number => levelRank(data, quoted) + (used.has(quoted.id) ? 4 : 0)
  return (found) => {
    const [best] = found.toSorted((a, b) => rank(a) - rank(b))
    if (!best) return null
    used.add(best.id)
    return best
  }
}

/** What people of the lowest level said first; of one level, decisions, newest first, then tasks without a decision. */
const answersOf = (data: LabData): Answer[] => {
  const quotes = quotesIn(data)
  const choose = chooser(data)
  const tasks = data.merged.task
  const decisions = data.overview.decisions.filter(({ status }) => status !== 'dropped')
  const fromDecisions = decisions.flatMap((listed): Answer[] => {
    const decision = data.merged.decision.get(listed.id) ?? listed
    const quoted = choose(quotes(decision.evidence, decision))
    // What others must decide stands below, unless it answers somebody's words.
    if (!quoted && decision.kind === 'recommendation') return []
    const own = [...tasks.values()].filter((task) => isOf(task, decision))
    return [
      {
        id: decision.id,
        quoted,
        decided: decision.kind === 'recommendation' ? askedWords(decision) : plain(decision.wording),
        when: decisionWhen(decision, own),
        since: decisionSince(decision, own),
      },
    ]
  })
  const fromTasks = [...tasks.values()].flatMap((task): Answer[] => {
    const { origin } = task
    if (!origin || origin.type === 'decision' || task.state === 'dropped') return []
    const quoted = choose(quotes([origin]))
    return quoted
      ? [{ id: task.id, quoted, decided: plain(task.text), when: taskWhen(task), since: taskSince(task) }]
      : []
  })
  const rank = ({ quoted }: Answer): number => (quoted ? levelRank(data, quoted) : 3)
  return [...fromDecisions, ...fromTasks].toSorted((a, b) => rank(a) - rank(b))
}

/** People whom the help is for, before those of whom nobody knows, before those who give it. */
const levelRank = ({ merged }: LabData, { voiceId }: Quoted): number => {
  const level = merged.voice.get(voiceId ?? '')?.level
  return level === 'micro' ? 0 : level === undefined ? 1 : 2
}

const isOf = (task: Task, { id }: Pick<Decision, 'id'>): boolean =>
  task.origin?.type === 'decision' && task.origin.id === id && task.state !== 'dropped'

const answerBlocks = (data: LabData, answers: readonly Answer[], audience: Audience): Block[] => {
  if (answers.length === 0) return [paragraph(say('families.none'))]
  return [answerTable(labGroups(data, audience), answers)]
}

const answerTable = (groups: readonly VoiceGroup[], answers: readonly Answer[]): TableBlock => ({
  b: 'table',
  id: 'families-answers',
  title: say('families.table'),
  columns: [
    { id: 'said', title: say('families.said'), kind: 'words' },
    { id: 'decided', title: say('families.decided'), kind: 'words' },
    { id: 'when', title: say('families.when'), kind: 'words' },
    { id: 'since', title: say('families.since'), kind: 'words' },
  ],
  rows: answers.map(({ quoted, decided, when, since }): Cell[] => {
    if (!quoted) return [say('families.notPrinted'), decided, when, since]
    const by = refFor(groups, quoted.voiceId)
    const words: Words = { t: 'said', text: quoted.text, release: quoted.release }
    return [{ t: 'voices', voices: by ? [by] : [], words }, decided, when, since]
  }),
})

/** What others must decide, what nobody has answered, and what is still a question: said, not left out. */
const undecidedBlocks = ({ overview, merged }: LabData, answers: readonly Answer[]): Block[] => {
  const shown = new Set(answers.map(({ id }) => id))
  const asked = overview.decisions.filter(
    ({ id, kind, status }) => kind === 'recommendation' && status !== 'dropped' && !shown.has(id),
  )
  const questions = [...merged.question.values()].filter(({ kind, state }) => kind === 'question' && state === 'open')
  const { unanswered } = overview.statements
  const items: Words[] = [
    ...asked.map((decision) =>
      say('families.askedSince', { asked: askedWords(decision), since: decisionSince(decision, []) }),
    ),
    ...(unanswered > 0 ? [say('families.unanswered', { count: unanswered })] : []),
    ...questions.toReversed().map(({ text }) => say('families.question', { text: plain(text) })),
  ]
  return items.length === 0
    ? [paragraph(say('families.nothingOpen'))]
    : [{ b: 'list', id: 'families-undecided', items }]
}
