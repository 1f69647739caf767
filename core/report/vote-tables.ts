import { pairsOf } from '../charts/vote-grids'
import { STANCE_FILLS, answersOf, stancesOf } from '../charts/vote-stacks'
import type { ResultOption, ResultView } from '../rules/result-model'
import type { Cell, Column, Figure, TableBlock } from './model'
import { figure, hiddenFigure, plain, say, sayKey } from './model'
import { MOST_PAIRS, numberWords } from './vote-charts'
import { countedRef, groupRef, idOf, roundedFigure, unitOf } from './vote-words'

const column = (id: string, title: Column['title'], kind: Column['kind'] = 'figure'): Column => ({ id, title, kind })
const topic = column('topic', say('column.topic'), 'words')

/** The figures of every chart of a round: ranking and voices, then what the method has besides. */
export const voteTables = (result: ResultView): TableBlock[] => [rankingTable(result), ...ownTables(result)]

const ownTables = (result: ResultView): TableBlock[] => {
  switch (result.method.name) {
    case 'rating':
      return [answersTable(result), ...meansTable(result)]
    case 'effort-effect':
      return [effortTable(result)]
    case 'consent':
      return [stancesTable(result)]
    case 'ranking':
      return pairsTable(result)
    case 'dots':
    case 'approval':
    case 'share-100':
      return []
  }
}

export const gapFigure = (result: ResultView, option: ResultOption): Figure => {
  const id = `${idOf(result)}.${option.id}.gap`
  return option.gap === null ? hiddenFigure(id, 'points') : figure(id, Math.round(option.gap), 'points')
}

export const shareFigure = (result: ResultView, option: ResultOption, index: number): Figure =>
  roundedFigure(result, `${option.id}.${index}`, option.cells[index]?.share, 'percent', result.groups[index]?.ballots)

/** The figure of everyone, as the method says it. */
export const allFigure = (result: ResultView, option: Pick<ResultOption, 'id' | 'value'>): Figure =>
  roundedFigure(result, `${option.id}.all`, option.value, unitOf(result), result.ballots)

/** Everyone and each shown voice side by side; the same figures as the charts. */
export const rankingTable = (result: ResultView): TableBlock => {
  const several = result.groups.length > 1
  const columns: Column[] = [
    topic,
    column('rank', say('column.rank')),
    column('all', everyoneWords(result)),
    ...result.groups.map((group, index) => column(`group-${index}`, countedRef(group).name)),
    ...(several ? [column('gap', say('column.gap'))] : []),
  ]
  const rows = result.options.map((option): Cell[] => [
    plain(option.text),
    figure(`${idOf(result)}.${option.id}.rank`, option.position, 'count'),
    allFigure(result, option),
    ...result.groups.map((_, index) => shareFigure(result, option, index)),
    ...(several ? [gapFigure(result, option)] : []),
  ])
  return {
    b: 'table',
    id: idOf(result),
    title: say('votes.table'),
    columns,
    rows,
    ...(result.groups.length > 0 ? { note: say('votes.inBrackets') } : {}),
  }
}

/** What the figure of everyone counts, where the other columns are shares. */
const everyoneWords = ({ method }: ResultView): Column['title'] =>
  say(
    method.name === 'dots'
      ? 'column.everyoneDots'
      : method.name === 'approval'
        ? 'column.everyoneVotes'
        : 'column.everyone',
  )

const answersTable = (result: ResultView): TableBlock => ({
  b: 'table',
  id: `${idOf(result)}-answers`,
  title: say('votes.answersTable'),
  columns: [
    topic,
    ...[1, 2, 3, 4, 5].map((answer) => column(`answer-${answer}`, sayKey(`charts:answer.a${answer}`))),
    column('mean', sayKey('charts:column.mean')),
    column('median', sayKey('charts:column.median')),
    column('spread', sayKey('charts:column.spread')),
  ],
  rows: answersOf(result).map((row): Cell[] => [
    plain(row.text),
    ...row.counts.map((count, at) => figure(`${idOf(result)}.${row.optionId}.answer${at + 1}`, count, 'count')),
    roundedFigure(result, `${row.optionId}.all`, row.mean, 'points', result.ballots),
    roundedFigure(result, `${row.optionId}.median`, row.median, 'points'),
    roundedFigure(result, `${row.optionId}.spread`, row.spread, 'points'),
  ]),
})

/** The heat map of a rating shows means; the ranking beside it, shares. */
const meansTable = (result: ResultView): TableBlock[] =>
  result.groups.length === 0
    ? []
    : [
        {
          b: 'table',
          id: `${idOf(result)}-means`,
          title: say('votes.meansTable'),
          columns: [topic, ...result.groups.map((group, index) => column(`group-${index}`, countedRef(group).name))],
          rows: result.options.map((option): Cell[] => [
            plain(option.text),
            ...result.groups.map((group, index) =>
              roundedFigure(result, `${option.id}.${index}.mean`, option.cells[index]?.value, 'points', group.ballots),
            ),
          ]),
        },
      ]

const effortTable = (result: ResultView): TableBlock => ({
  b: 'table',
  id: `${idOf(result)}-effort`,
  title: say('votes.effortTable'),
  columns: [
    column('number', sayKey('charts:column.number')),
    column('topic', say('column.topic'), 'words'),
    column('effort', sayKey('charts:column.effort')),
    column('effect', sayKey('charts:column.effect')),
    ...result.groups.flatMap((group, index) => [
      column(`effort-${index}`, sayKey('charts:column.effortOf', { voice: groupRef(group).name })),
      column(`effect-${index}`, sayKey('charts:column.effectOf', { voice: groupRef(group).name })),
    ]),
  ],
  rows: result.options.map((option, at): Cell[] => [
    numberWords(at + 1),
    plain(option.text),
    roundedFigure(result, `${option.id}.effort`, option.effort, 'points', result.ballots),
    roundedFigure(result, `${option.id}.all`, option.value, 'points', result.ballots),
    ...result.groups.flatMap((group, index) => {
      const cell = option.cells[index]
      return [
        roundedFigure(result, `${option.id}.${index}.effort`, cell?.effort, 'points', group.ballots),
        roundedFigure(result, `${option.id}.${index}.mean`, cell?.value, 'points', group.ballots),
      ]
    }),
  ]),
})

const stancesTable = (result: ResultView): TableBlock => ({
  b: 'table',
  id: `${idOf(result)}-stances`,
  title: say('votes.stancesTable'),
  columns: [topic, ...STANCE_FILLS.map((fill) => column(fill, sayKey(`charts:stance.${fill}`)))],
  rows: stancesOf(result).map(({ optionId, text, all }): Cell[] => [
    plain(text),
    ...[all.support, all.aside, all.object].map((count, at) =>
      figure(`${idOf(result)}.${optionId}.${STANCE_FILLS[at] ?? ''}`, count, 'count'),
    ),
  ]),
})

const pairsTable = (result: ResultView): TableBlock[] => {
  const pairs = pairsOf(result, MOST_PAIRS)
  if (!pairs) return []
  return [
    {
      b: 'table',
      id: `${idOf(result)}-pairs`,
      title: say('votes.pairsTable'),
      columns: [topic, ...pairs.rows.map((_, at) => column(`against-${at + 1}`, numberWords(at + 1)))],
      rows: pairs.rows.map((row, at): Cell[] => [
        sayKey('charts:numbered', { number: at + 1, topic: plain(row.text) }),
        ...row.cells.map((cell, other) =>
          cell === null ? plain('') : figure(`${idOf(result)}.${row.optionId}.pair${other + 1}`, cell.for, 'count'),
        ),
      ]),
      ...(pairs.left > 0 ? { note: say('votes.pairsLeft', { count: pairs.left }) } : {}),
    },
  ]
}
