import { findingOf } from '../charts/vote-findings'
import { heatOf, pairsOf } from '../charts/vote-grids'
import type { VotePicture } from '../charts/vote-pictures'
import { picturesOf } from '../charts/vote-pictures'
import { quadrantsOf } from '../charts/vote-quadrants'
import { ANSWER_FILLS, STANCE_FILLS, answersOf, stancesOf } from '../charts/vote-stacks'
import { assertNever } from '../lib/assert-never'
import type { ResultView } from '../rules/result-model'
import type { Block, Words } from './model'
import { figure, plain, say, sayKey } from './model'
import type { GridChartCell, VoteChartBlock } from './vote-chart-blocks'
import { countedRef, idOf, roundedFigure, sentenceWords } from './vote-words'

/** More topics than these make a square of pairs too fine to read on paper. */
export const MOST_PAIRS = 10
/** More numbered points than these cover each other on paper. */
const MOST_POINTS = 40

/** The pictures that only votes have, below the ranking: one block each, with the sentence that says what to see. */
export const pictureBlocks = (result: ResultView): Block[] =>
  result.ballots === 0 ? [] : picturesOf(result).flatMap((picture) => pictureBlock(result, picture))

const headOf = (result: ResultView, picture: VotePicture, table: string) =>
  ({
    b: 'chart',
    id: `${idOf(result)}-${picture}`,
    title: sayKey(`charts:picture.${picture}`),
    sentence: sentenceWords(findingOf(result, picture)),
    tableId: `${idOf(result)}${table}`,
  }) as const

const pictureBlock = (result: ResultView, picture: VotePicture): VoteChartBlock[] => {
  switch (picture) {
    case 'byVoice':
      return []
    case 'heat':
      return [heatBlock(result)]
    case 'answers':
      return [answersBlock(result)]
    case 'stances':
      return [stancesBlock(result)]
    case 'quadrants':
      return [quadrantsBlock(result)]
    case 'pairs':
      return pairsBlock(result)
    default:
      return assertNever(picture)
  }
}

const heatBlock = (result: ResultView): VoteChartBlock => {
  const heat = heatOf(result)
  return {
    ...headOf(result, 'heat', ''),
    title: say('votes.heat'),
    kind: 'grid',
    columns: result.groups.map((group) => {
      const { look, name } = countedRef(group)
      return { title: name, look }
    }),
    rows: heat.rows.map((row) => ({
      id: row.optionId,
      label: plain(row.text),
      cells: row.cells.map((cell, at): GridChartCell => ({
        figure: roundedFigure(
          result,
          heat.unit === 'mean' ? `${row.optionId}.${at}.mean` : `${row.optionId}.${at}`,
          cell.figure,
          heat.unit === 'mean' ? 'points' : 'percent',
          result.groups[at]?.ballots,
        ),
        fill: cell.figure === null ? 'hidden' : cell.tone,
      })),
    })),
  }
}

const answersBlock = (result: ResultView): VoteChartBlock => ({
  ...headOf(result, 'answers', '-answers'),
  kind: 'stack',
  keys: ANSWER_FILLS.map((fill, at) => ({ fill, name: sayKey(`charts:answer.a${at + 1}`) })),
  rows: answersOf(result).map((row) => ({
    id: row.optionId,
    label: plain(row.text),
    parts: row.counts.map((count, at) => figure(`${idOf(result)}.${row.optionId}.answer${at + 1}`, count, 'count')),
    end: roundedFigure(result, `${row.optionId}.all`, row.mean, 'points', result.ballots),
  })),
})

const stancesBlock = (result: ResultView): VoteChartBlock => ({
  ...headOf(result, 'stances', '-stances'),
  kind: 'stack',
  keys: STANCE_FILLS.map((fill) => ({ fill, name: sayKey(`charts:stance.${fill}`) })),
  rows: stancesOf(result).map(({ optionId, text, all }) => ({
    id: optionId,
    label: plain(text),
    parts: [all.support, all.aside, all.object].map((count, at) =>
      figure(`${idOf(result)}.${optionId}.${STANCE_FILLS[at] ?? ''}`, count, 'count'),
    ),
    end: null,
  })),
})

const quadrantsBlock = (result: ResultView): VoteChartBlock => ({
  ...headOf(result, 'quadrants', '-effort'),
  kind: 'quadrants',
  rows: quadrantsOf(result)
    .points.slice(0, MOST_POINTS)
    .map(({ number, optionId, text, effort, effect }) => ({
      id: optionId,
      number,
      label: plain(text),
      effort: roundedFigure(result, `${optionId}.effort`, effort, 'points', result.ballots),
      effect: roundedFigure(result, `${optionId}.all`, effect, 'points', result.ballots),
    })),
})

/** Numbers stand for the topics above the columns; they are those of the rows. */
export const numberWords = (number: number): Words => plain(String(number))

const pairsBlock = (result: ResultView): VoteChartBlock[] => {
  const pairs = pairsOf(result, MOST_PAIRS)
  if (!pairs) return []
  return [
    {
      ...headOf(result, 'pairs', '-pairs'),
      kind: 'grid',
      columns: pairs.rows.map((_, at) => ({ title: numberWords(at + 1) })),
      rows: pairs.rows.map((row, at) => ({
        id: row.optionId,
        label: sayKey('charts:numbered', { number: at + 1, topic: plain(row.text) }),
        cells: row.cells.map((cell, column): GridChartCell => {
          if (cell === null) return { figure: null, fill: 'self' }
          const id = `${idOf(result)}.${row.optionId}.pair${column + 1}`
          const wins = cell.outcome === 'wins'
          return { figure: figure(id, cell.for, 'count'), fill: wins ? 1 : 0, strong: wins }
        }),
      })),
    },
  ]
}
