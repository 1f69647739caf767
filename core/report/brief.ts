import type { ResultView } from '../rules/result-model'
import { readIndicator } from '../rules/indicator'
import type { Indicator } from '../model/work'
import { coverMeta } from './cover-meta'
import { agreementTable, recommendationsOf } from './lab-decisions'
import { labK, newestDay } from './lab-groups'
import { labRemovals, tiesWords } from './lab-method'
import { leftOutBlocks, peopleOverTime } from './lab-sessions'
import type { LabAsk, LabData, LabSession } from './lab-sources'
import { labData } from './lab-sources'
import { countsOf } from './lab-tasks'
import type { Block, Cell, ReportModel, Words } from './model'
import { day, figure, listed, plain, say } from './model'
import { byAudience, paragraph, partOf } from './report-parts'
import { mainResult, barsBlock, overallSentence } from './votes-part'
import { rankingTable } from './vote-tables'
import { idOf, sentenceWords } from './vote-words'
import type { Audience } from './voice-refs'

/** Topics of the newest vote that a reader of two pages needs. */
const TOPICS = 5

/**
 * Two pages for somebody who decides: what the lab is, who took part, what matters most by voice, what was decided and
 * recommended with the reply, what was done, what stays open. Before redaction; `fitBrief` brings it onto two pages after it.
 */
export const buildBrief = (ask: LabAsk): ReportModel => {
  const data = labData(ask)
  const { overview, lab } = data
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'brief',
    profile: 'internal',
    title: say('brief.title', { lab: plain(overview.name) }),
    lab: plain(overview.name),
    day: newestDay(data, ask.view),
    meta: coverMeta(lab),
    summary: [byAudience((audience) => [{ b: 'lead', words: leadOf(data, audience) }]), ...leftOutBlocks(data)],
    parts: [
      partOf('lab', labBlocks(data)),
      partOf('people', [byAudience((audience) => peopleBlocks(data, audience))]),
      partOf('priorities', [byAudience((audience) => priorityBlocks(data, audience))]),
      partOf('decisions', [byAudience((audience) => decisionBlocks(data, audience))]),
      partOf('done', doneBlocks(data)),
      partOf('open', openBlocks(data, ask.today)),
      partOf('method', [byAudience((audience) => methodBlocks(data, audience))]),
    ],
    removed: labRemovals(data),
  }
}

/** The result that each session speaks of, oldest first; sessions without a closed vote have none. */
const resultsOf = (data: LabData, audience: Audience): { readonly one: LabSession; readonly result: ResultView }[] =>
  data.held.flatMap((one) => {
    const result = mainResult(one.view, audience)
    return result ? [{ one, result }] : []
  })

const leadOf = (data: LabData, audience: Audience): Words[] => {
  const first = data.held[0]?.session.day
  const last = data.held.at(-1)?.session.day
  if (first === undefined || last === undefined) return [say('lab.never')]
  const met =
    data.held.length === 1
      ? say('lab.metOnce', { on: day(first) })
      : say('lab.met', { count: data.held.length, from: day(first), to: day(last) })
  const newest = resultsOf(data, audience).at(-1)?.result
  return [...(newest?.sentences.slice(0, 2).map(sentenceWords) ?? []), met]
}

const labBlocks = ({ lab }: LabData): Block[] => {
  const where = [lab?.place, lab?.country].flatMap((one) => (one === undefined ? [] : [plain(one)]))
  const rows = [
    ...(lab?.aim === undefined ? [] : [{ title: say('field.aim'), words: plain(lab.aim) }]),
    ...(lab?.targetGroup === undefined ? [] : [{ title: say('field.targetGroup'), words: plain(lab.targetGroup) }]),
    ...(where.length === 0 ? [] : [{ title: say('column.place'), words: listed(where) }]),
  ]
  return rows.length === 0 ? [] : [{ b: 'facts', rows }]
}

const peopleBlocks = (data: LabData, audience: Audience): Block[] =>
  data.held.length === 0 ? [paragraph(say('lab.never'))] : [peopleOverTime(data, audience, data.held.toReversed())]

const priorityBlocks = (data: LabData, audience: Audience): Block[] => {
  const results = resultsOf(data, audience)
  const newest = results.at(-1)
  if (!newest) return [paragraph(say('brief.noVote'))]
  const { result, one } = newest
  const ranking = rankingTable(result)
  const left = result.options.length - TOPICS
  return [
    {
      b: 'paragraph',
      words: say('brief.newestVote', {
        question: plain(result.question),
        on: day(one.session.day),
        count: result.ballots,
      }),
    },
    barsBlock(result, result.options.slice(0, TOPICS), overallSentence(result)),
    {
      ...ranking,
      rows: ranking.rows.slice(0, TOPICS),
      ...(left > 0 ? { note: say('brief.topicsLeft', { count: left }) } : {}),
    },
    ...(result.groups.length > 1 ? [] : [paragraph(say('votes.noGaps'))]),
    ...earlierBlocks(results.slice(0, -1).toReversed()),
  ]
}

const earlierBlocks = (results: readonly { readonly one: LabSession; readonly result: ResultView }[]): Block[] =>
  results.length === 0
    ? []
    : [
        {
          b: 'table',
          id: 'brief-earlier',
          title: say('brief.earlier'),
          columns: [
            { id: 'day', title: say('column.day'), kind: 'words' },
            { id: 'question', title: say('column.question'), kind: 'words' },
            { id: 'first', title: say('minutes.first'), kind: 'words' },
            { id: 'gap', title: say('brief.part'), kind: 'words' },
            { id: 'ballots', title: say('minutes.ballots'), kind: 'figure' },
          ],
          rows: results.map(({ one, result }): Cell[] => [
            day(one.session.day),
            plain(result.question),
            listed(result.options.filter(({ position }) => position === 1).map(({ text }) => plain(text))),
            widestWords(result),
            figure(`${idOf(result)}.ballots`, result.ballots, 'count'),
          ]),
        },
      ]

const widestWords = (result: ResultView): Words => {
  const widest = result.options.find(({ id }) => id === result.widest[0])
  return result.groups.length < 2 || !widest ? say('brief.notByVoice') : plain(widest.text)
}

const decisionBlocks = (data: LabData, audience: Audience): Block[] => {
  const decisions = data.overview.decisions.filter(({ status }) => status !== 'dropped')
  const agreements = decisions.filter(({ kind }) => kind === 'agreement')
  const recommendations = decisions.filter(({ kind }) => kind === 'recommendation')
  if (decisions.length === 0) return [paragraph(say('decisions.none'))]
  return [
    ...(recommendations.length > 0 ? [recommendationsOf(data, recommendations, audience)] : []),
    ...(agreements.length > 0 ? [agreementTable(data, agreements, audience, false)] : []),
  ]
}

/** Tasks by state, and indicators against where they began and what was aimed at. */
const doneBlocks = ({ overview }: LabData): Block[] => {
  const counts = countsOf(overview.tasks.map(({ state }) => state))
  const tasks: Block[] =
    counts.all === 0
      ? [paragraph(say('tasks.none'))]
      : [
          {
            b: 'table',
            id: 'brief-tasks',
            title: say('brief.tasksTable'),
            columns: [
              { id: 'tasks', title: say('brief.tasks'), kind: 'words' },
              { id: 'all', title: say('column.all'), kind: 'figure' },
              ...(['done', 'doing', 'todo', 'dropped'] as const).map((state) => ({
                id: state,
                title: say(`taskState.${state}`),
                kind: 'figure' as const,
              })),
            ],
            rows: [
              [
                say('lab.agreedSoFar'),
                ...(['all', 'done', 'doing', 'todo', 'dropped'] as const).map((what) =>
                  figure(`brief.tasks.${what}`, counts[what], 'count'),
                ),
              ],
            ],
          },
        ]
  return overview.indicators.length === 0 ? tasks : [...tasks, indicatorTable(overview.indicators)]
}

const indicatorTable = (indicators: readonly Indicator[]): Block => ({
  b: 'table',
  id: 'brief-indicators',
  title: say('part.indicators'),
  columns: [
    { id: 'indicator', title: say('column.indicator'), kind: 'words' },
    { id: 'unit', title: say('column.unit'), kind: 'words' },
    { id: 'began', title: say('indicators.kind.baseline'), kind: 'figure' },
    { id: 'last', title: say('brief.now'), kind: 'figure' },
    { id: 'on', title: say('column.day'), kind: 'words' },
    { id: 'target', title: say('indicators.kind.target'), kind: 'figure' },
  ],
  rows: indicators.map((indicator): Cell[] => {
    const { first, last } = readIndicator(indicator)
    const cell = (what: string, value: number | undefined): Cell =>
      value === undefined ? say('notSet') : figure(`brief.indicator.${indicator.id}.${what}`, value, 'value')
    return [
      plain(indicator.name),
      plain(indicator.unit ?? ''),
      cell('first', first?.value),
      cell('last', last?.value),
      last ? day(last.on) : say('notSet'),
      cell('target', indicator.target?.value),
    ]
  }),
})

/** Questions, what nobody has answered, and tasks that are late. */
const openBlocks = ({ merged, overview }: LabData, today: string): Block[] => {
  const questions = [...merged.question.values()].filter(({ state }) => state === 'open')
  const late = overview.tasks.filter(
    ({ state, due }) => (state === 'todo' || state === 'doing') && due !== undefined && due < today,
  ).length
  const waiting = overview.decisions.filter(
    ({ kind, status, reply }) => kind === 'recommendation' && status !== 'dropped' && !reply,
  ).length
  const items: Words[] = [
    ...(waiting > 0 ? [say('brief.noReplies', { count: waiting })] : []),
    ...(late > 0 ? [say('lab.late', { count: late })] : []),
    ...(overview.statements.unanswered > 0 ? [say('brief.unanswered', { count: overview.statements.unanswered })] : []),
    ...questions.toReversed().map(({ kind, text }) => say(`questions.${kind}`, { text: plain(text) })),
  ]
  return items.length === 0 ? [paragraph(say('brief.nothingOpen'))] : [{ b: 'list', id: 'brief-open', items }]
}

const methodBlocks = (data: LabData, audience: Audience): Block[] => {
  const votes = resultsOf(data, audience).map(({ one, result }) =>
    say('method.onDay', {
      on: day(one.session.day),
      vote: say(`method.vote.${result.admission}`, {
        question: plain(result.question),
        cast: result.cast,
        present: result.present,
        round: result.roundNumber,
      }),
    }),
  )
  return [
    paragraph(say('lab.methodThreshold', { k: labK(data, audience) })),
    ...(votes.length > 0 ? [{ b: 'list', id: 'method-votes', items: votes.toReversed() } as const] : []),
    paragraph(tiesWords(data)),
  ]
}
