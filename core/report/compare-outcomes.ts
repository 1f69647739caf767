import { decisionCounts, indicatorRows, taskCounts } from '../compare/over-labs'
import { wayOf } from '../compare/way'
import type { IndicatorRow } from '../compare/way'
import type { CompareSource } from './compare-source'
import { labelWords } from './voice-refs'
import type { Block, Cell, Column, Figure, Words } from './model'
import { amount, day, figure, listed, plain, say } from './model'

const words = (id: string, title: Words): Column => ({ id, title, kind: 'words' })
const figures = (id: string, title: Words): Column => ({ id, title, kind: 'figure' })

/** Percent. */
const FULL = 100

const rounded = (value: number): number => Math.round(value * 10) / 10

/** What came first in each closed vote, in the order of days, and who put it first. */
export const priorityBlocks = ({ facts }: CompareSource): Block[] => {
  const rows = facts.flatMap(({ labName, day: on, priorities }, session) =>
    priorities.flatMap(({ question, first, groups, ballots }, vote) =>
      first.map(({ text, share }, place): Cell[] => {
        const by = groups
          .filter((group) => group.first.includes(text))
          .map(({ names }) => listed(names.map(labelWords)))
        const id = `compare.vote.${session + 1}.${vote + 1}.${place + 1}`
        return [
          day(on),
          plain(labName),
          plain(question),
          figure(`${id}.rank`, place + 1, 'count'),
          plain(text),
          share === null ? say('compare.noShare') : figure(id, rounded(share), 'percent', ballots),
          by.length === 0 ? say('none') : listed(by),
        ]
      }),
    ),
  )
  if (rows.length === 0) return []
  return [
    {
      b: 'table',
      id: 'compare-priorities',
      title: say('compare.priorities'),
      columns: [
        words('day', say('column.day')),
        words('lab', say('compare.column.lab')),
        words('question', say('compare.column.question')),
        figures('rank', say('column.rank')),
        words('topic', say('column.topic')),
        figures('share', say('compare.column.share')),
        words('voices', say('compare.column.firstOf')),
      ],
      rows,
      note: say('compare.priorityNote'),
    },
  ]
}

/** Rows of a chart; more make a picture that no page holds, and the table has all. */
const MOST_BARS = 15

/** Done, still open, late: the three ways a task can stand, in the fills of a consent vote. */
const tasksChart = (counts: ReturnType<typeof taskCounts>, parts: readonly (readonly Figure[])[]): Block => ({
  b: 'chart',
  kind: 'stack',
  id: 'compare-tasks-chart',
  title: say('compare.tasksChart'),
  sentence: doneWords(counts),
  tableId: 'compare-tasks',
  keys: [
    { fill: 'support', name: say('compare.column.done') },
    { fill: 'aside', name: say('compare.column.open') },
    { fill: 'object', name: say('compare.column.late') },
  ],
  rows: counts
    .map((one, at) => ({ one, at }))
    .toSorted((a, b) => b.one.all - a.one.all || a.at - b.at)
    .slice(0, MOST_BARS)
    .map(({ one, at }) => ({ id: `lab-${at + 1}`, label: plain(one.labName), parts: parts[at] ?? [], end: null })),
})

const doneWords = (counts: ReturnType<typeof taskCounts>): Words => {
  const done = counts.reduce((sum, one) => sum + one.done, 0)
  return say('compare.tasksDone', { count: counts.reduce((sum, one) => sum + one.all, 0), done: amount(done) })
}

export const taskBlocks = ({ facts, today }: CompareSource): Block[] => {
  const counts = taskCounts(facts, today)
  if (counts.length === 0) return []
  const parts = counts.map(({ done, all, late }, at) => [
    figure(`compare.tasks.${at + 1}.done`, done, 'count'),
    figure(`compare.tasks.${at + 1}.open`, all - done - late, 'count'),
    figure(`compare.tasks.${at + 1}.late`, late, 'count'),
  ])
  return [
    tasksChart(counts, parts),
    {
      b: 'table',
      id: 'compare-tasks',
      title: say('compare.tasks'),
      columns: [
        words('lab', say('compare.column.lab')),
        figures('done', say('compare.column.done')),
        figures('open', say('compare.column.open')),
        figures('late', say('compare.column.late')),
        figures('all', say('column.all')),
      ],
      rows: counts.map((one, at) => [
        plain(one.labName),
        ...(parts[at] ?? []),
        figure(`compare.tasks.${at + 1}.all`, one.all, 'count'),
      ]),
      note: say('compare.taskNote'),
    },
  ]
}

export const decisionBlocks = ({ facts }: CompareSource): Block[] => {
  const counts = decisionCounts(facts)
  if (counts.length === 0) return []
  return [
    {
      b: 'table',
      id: 'compare-decisions',
      title: say('compare.decisions'),
      columns: [
        words('lab', say('compare.column.lab')),
        figures('agreements', say('compare.column.agreements')),
        figures('recommendations', say('compare.column.recommendations')),
      ],
      rows: counts.map((one, at) => [
        plain(one.labName),
        figure(`compare.decisions.${at + 1}.agreements`, one.agreements, 'count'),
        figure(`compare.decisions.${at + 1}.recommendations`, one.recommendations, 'count'),
      ]),
    },
  ]
}

/** As far as each has come, for those that have a beginning, a target and a measurement. */
const wayChart = (rows: readonly IndicatorRow[], ways: readonly (Figure | null)[]): Block[] => {
  const drawn = rows.flatMap((row, at) => {
    const way = ways[at]
    return way ? [{ row, way, at }] : []
  })
  if (drawn.length === 0) return []
  const reached = drawn.filter(({ row }) => (wayOf(row) ?? 0) >= 1).length
  return [
    {
      b: 'chart',
      kind: 'bars',
      id: 'compare-indicators-chart',
      title: say('compare.wayChart'),
      sentence: say('compare.reached', { count: drawn.length, reached: amount(reached) }),
      tableId: 'compare-indicators',
      rows: drawn.slice(0, MOST_BARS).map(({ row, way, at }) => ({
        id: `indicator-${at + 1}`,
        label: say('compare.indicatorOf', { name: plain(row.name), lab: plain(row.labName) }),
        figure: way,
        leads: (wayOf(row) ?? 0) >= 1,
      })),
    },
  ]
}

export const indicatorBlocks = ({ facts }: CompareSource): Block[] => {
  const rows = indicatorRows(facts)
  if (rows.length === 0) return []
  const point = (id: string, value: number | null): Cell =>
    value === null ? say('notSet') : figure(id, value, 'value')
  const ways = rows.map((row, at) => {
    const way = wayOf(row)
    return way === null ? null : figure(`compare.indicator.${at + 1}.way`, Math.floor(way * FULL), 'percent')
  })
  return [
    ...wayChart(rows, ways),
    {
      b: 'table',
      id: 'compare-indicators',
      title: say('compare.indicators'),
      columns: [
        words('lab', say('compare.column.lab')),
        words('indicator', say('column.indicator')),
        words('unit', say('column.unit')),
        figures('baseline', say('compare.column.baseline')),
        figures('target', say('compare.column.target')),
        figures('last', say('compare.column.last')),
        figures('way', say('compare.column.way')),
        words('on', say('column.day')),
      ],
      rows: rows.map((one, at) => [
        plain(one.labName),
        plain(one.name),
        plain(one.unit ?? ''),
        point(`compare.indicator.${at + 1}.baseline`, one.baseline),
        point(`compare.indicator.${at + 1}.target`, one.target),
        point(`compare.indicator.${at + 1}.last`, one.last),
        ways[at] ?? say('notSet'),
        one.lastOn === undefined ? say('notSet') : day(one.lastOn),
      ]),
    },
  ]
}
