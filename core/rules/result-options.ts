import type { RoundResult, TallyGroup, Vote, VoteMethod } from '../model/vote'
import type { ResultCell, ResultOption } from './result-model'
import { hiddenLines } from './tally-hidden'
import { onlyRows } from './tally-count'
import type { Score } from './tally-scores'
import { meanOf, medianOf, positionsOf, scoresOf, spreadOf } from './tally-scores'

/** The options in the order of the vote, overall and in each of the shown groups. */
export const resultOptions = (vote: Vote, result: RoundResult, groups: readonly TallyGroup[]): ResultOption[] => {
  const { method } = vote
  const overall = scoresOf(method, result.overall)
  const positions = positionsOf(overall)
  const hidden = hiddenLines(method, groups)
  const shown = vote.options.flatMap((_, index) => (hidden.has(index) ? [] : [index]))
  const figures = groups.map((group) => groupFigures(method, group, shown))
  return vote.options.map((option, index) => {
    const cells = figures.map((one) => one(index))
    const position = positions[index] ?? 1
    const row = result.overall.rows[index] ?? []
    return {
      id: option.id,
      text: option.text,
      source: option.source,
      index,
      position,
      tied: positions.filter((other) => other === position).length > 1,
      value: overall[index]?.value ?? null,
      share: overall[index]?.share ?? null,
      median: method.name === 'rating' ? medianOf(row) : null,
      spread: method.name === 'rating' ? spreadOf(row) : null,
      effort: effortOf(method, row),
      row,
      cells,
      gap: gapOf(cells.flatMap((cell) => cell.share ?? [])),
      hidden: hidden.has(index),
    }
  })
}

/** Positions among the shown lines alone: places left free would tell where a hidden one stands. */
const groupFigures = (method: VoteMethod, group: TallyGroup, shown: readonly number[]) => {
  const scores = new Map<number, Score>()
  const positions = new Map<number, number>()
  const own = scoresOf(method, onlyRows(group.tally, shown))
  const places = positionsOf(own)
  for (const [at, index] of shown.entries()) {
    const score = own[at]
    if (score) scores.set(index, score)
    positions.set(index, places[at] ?? 1)
  }
  const isSilent = group.tally.ballots === 0
  return (index: number): ResultCell => {
    const row = scores.has(index) ? (group.tally.rows[index] ?? []) : []
    return {
      groupId: group.id,
      value: scores.get(index)?.value ?? null,
      share: scores.get(index)?.share ?? null,
      position: isSilent ? null : (positions.get(index) ?? null),
      effort: effortOf(method, row),
      stances: method.name === 'consent' && row.length > 0 ? row : null,
    }
  }
}

const effortOf = (method: VoteMethod, row: readonly number[]): number | null =>
  method.name === 'effort-effect' ? meanOf(row.slice(0, 5)) : null

const gapOf = (shares: readonly number[]): number | null =>
  shares.length < 2 ? null : Math.max(...shares) - Math.min(...shares)
