import { decisionCounts, indicatorRows, taskCounts } from '../compare/over-labs'
import type { CompareSource } from './compare-source'
import { labelWords } from './voice-refs'
import type { Block, Cell, Column, Words } from './model'
import { amount, day, figure, listed, plain, say } from './model'

const words = (id: string, title: Words): Column => ({ id, title, kind: 'words' })
const figures = (id: string, title: Words): Column => ({ id, title, kind: 'figure' })

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

export const taskBlocks = ({ facts, today }: CompareSource): Block[] => {
  const counts = taskCounts(facts, today)
  if (counts.length === 0) return []
  const done = counts.reduce((sum, one) => sum + one.done, 0)
  const all = counts.reduce((sum, one) => sum + one.all, 0)
  return [
    { b: 'paragraph', words: say('compare.tasksDone', { count: all, done: amount(done) }) },
    {
      b: 'table',
      id: 'compare-tasks',
      title: say('compare.tasks'),
      columns: [
        words('lab', say('compare.column.lab')),
        figures('done', say('compare.column.done')),
        figures('all', say('column.all')),
        figures('late', say('compare.column.late')),
      ],
      rows: counts.map((one, at) => [
        plain(one.labName),
        figure(`compare.tasks.${at + 1}.done`, one.done, 'count'),
        figure(`compare.tasks.${at + 1}.all`, one.all, 'count'),
        figure(`compare.tasks.${at + 1}.late`, one.late, 'count'),
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

export const indicatorBlocks = ({ facts }: CompareSource): Block[] => {
  const rows = indicatorRows(facts)
  if (rows.length === 0) return []
  const point = (id: string, value: number | null): Cell =>
    value === null ? say('notSet') : figure(id, value, 'value')
  return [
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
        words('on', say('column.day')),
      ],
      rows: rows.map((one, at) => [
        plain(one.labName),
        plain(one.name),
        plain(one.unit ?? ''),
        point(`compare.indicator.${at + 1}.baseline`, one.baseline),
        point(`compare.indicator.${at + 1}.target`, one.target),
        point(`compare.indicator.${at + 1}.last`, one.last),
        one.lastOn === undefined ? say('notSet') : day(one.lastOn),
      ]),
    },
  ]
}
