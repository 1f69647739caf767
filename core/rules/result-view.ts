import type { DocumentView } from '../model/document'
import { byOrder } from '../model/document'
import type { Voice } from '../model/voice'
import type { RoundResult, Tally, TallyGroup, Vote, VoteMethod } from '../model/vote'
import { divergenceOf, groupRankShares } from './divergence'
import { FEWEST_BALLOTS } from './partition'
import type { Audience, Facts, OverallOnly, ResultGroup, ResultOption, ResultView } from './result-model'
import { notesOf } from './result-notes'
import { resultOptions } from './result-options'
import { baseOf, tieRuleOf } from './result-rules'
import { sentencesOf } from './result-sentences'
import { voicesOf } from './result-voices'
import { addTallies } from './tally-count'
import type { Score } from './tally-scores'
import { condorcetWinner, positionsOf, scoresOf } from './tally-scores'

/** Index of the round whose result is the newest; -1 before the first close. */
export const shownRound = (vote: Vote): number => vote.rounds.findLastIndex((round) => round.result !== undefined)

export const resultViewOf = (
  view: DocumentView,
  voteId: string,
  roundIndex: number,
  audience: Audience,
): ResultView | null => {
  const vote = view.vote.get(voteId)
  return vote ? resultView(vote, roundIndex, view.voice.values(), audience) : null
}

/**
 * The one derived view of a closed round that every screen and report draws. Null while the round has no result.
 * Small groups are protected here and at the close, nowhere else; nothing may be counted from the tally directly.
 */
export const resultView = (
  vote: Vote,
  roundIndex: number,
  voices: Iterable<Voice>,
  audience: Audience,
): ResultView | null => {
  const round = vote.rounds[roundIndex]
  const result = round?.result
  if (!round || !result) return null
  const voiceList = [...voices].toSorted(byOrder)
  const tallied = withOwnIds(shownGroups(result, audience))
  const options = resultOptions(vote, result, tallied)
  const groups = tallied.map((group) => groupOf(group, voiceList, options))
  const ranked = options.toSorted((a, b) => a.position - b.position || a.index - b.index)
  const tallies = tallied.map((group) => group.tally)
  const winner = condorcetWinner(result.overall)
  const facts: Facts = {
    voteId: vote.id,
    question: vote.question,
    method: vote.method,
    audience,
    roundIndex,
    roundNumber: round.number,
    closedAt: round.closedAt,
    admission: vote.admission,
    k: audience === 'room' ? vote.k.room : Math.max(vote.k.room, vote.k.public),
    cast: result.cast,
    blank: result.blank,
    invalid: result.invalid,
    present: result.present,
    ballots: result.overall.ballots,
    channels: result.channels,
    options: ranked,
    groups,
    overallOnly: groups.length > 0 ? null : whyOverallOnly(result, voiceList),
    divergence: divergenceOf(shownShares(vote.method, tallied, options)),
    widest: widestFirst(ranked),
    equal: equalWeights(vote.method, tallies, options),
    condorcet: winner === null ? null : (vote.options[winner]?.id ?? null),
    pairs: pairsOf(result.overall, ranked),
    ...voicesOf(ranked, groups),
    quorum: quorumOf(vote, result),
    base: baseOf(vote.method, vote.options.length),
    tieRule: tieRuleOf(vote.method),
    paper: result.paper ?? null,
    reasons: result.reasons ?? [],
  }
  return { ...facts, sentences: sentencesOf(facts), notes: notesOf(facts, vote.quorum) }
}

const shownGroups = (result: RoundResult, audience: Audience): TallyGroup[] => {
  if (audience === 'room') return [...result.groups]
  return result.publicGroups.flatMap((indexes) => {
    const [first, ...rest] = indexes.flatMap((index) => result.groups[index] ?? [])
    return first ? [rest.reduce(merged, first)] : []
  })
}

/** Cells are found by the group's id, and more than one group can be of several voices. */
const withOwnIds = (groups: readonly TallyGroup[]): TallyGroup[] =>
  groups.map((group, at) => {
    const before = groups.slice(0, at).filter(({ id }) => id === group.id).length
    return before === 0 ? group : { ...group, id: `${group.id}-${before + 1}` }
  })

const merged = (a: TallyGroup, b: TallyGroup): TallyGroup => ({
  id: 'joined',
  voiceIds: [...a.voiceIds, ...b.voiceIds],
  unstated: a.unstated || b.unstated,
  present: a.present + b.present,
  tally: addTallies(a.tally, b.tally),
  ...(a.rankShares && b.rankShares ? { rankShares: weighted(a, b, a.rankShares, b.rankShares) } : {}),
})

const weighted = (a: TallyGroup, b: TallyGroup, left: readonly number[], right: readonly number[]): number[] => {
  const ballots = a.tally.ballots + b.tally.ballots
  if (ballots === 0) return [...left]
  return left.map((share, i) => (share * a.tally.ballots + (right[i] ?? 0) * b.tally.ballots) / ballots)
}

const widestFirst = (options: readonly ResultOption[]): string[] =>
  options
    .filter((option) => option.gap !== null)
    .toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || a.index - b.index)
    .map((option) => option.id)

const groupOf = (group: TallyGroup, voices: readonly Voice[], options: readonly ResultOption[]): ResultGroup => {
  const own = voices.filter((voice) => group.voiceIds.includes(voice.id))
  const [only] = own
  const alone = group.voiceIds.length === 1 && !group.unstated
  const first = options.filter((option) => {
    const cell = option.cells.find((one) => one.groupId === group.id)
    return cell?.position === 1 && (cell.value ?? 0) > 0
  })
  return {
    id: group.id,
    voiceIds: group.voiceIds,
    unstated: group.unstated,
    names: [...own.map((voice) => voice.label), ...(group.unstated ? [{ key: 'result:unstated' }] : [])],
    slot: alone && only ? only.slot : 'joined',
    ballots: group.tally.ballots,
    present: group.present,
    first: options.some((option) => option.hidden) ? [] : first.map((option) => option.id),
  }
}

const whyOverallOnly = (result: RoundResult, voices: readonly Voice[]): OverallOnly => {
  if (result.overall.ballots < FEWEST_BALLOTS) return 'fewBallots'
  // More ballots than the one counted voice has people: others voted too, and were only not counted.
  const here = voices.filter((voice) => voice.present > 0)
  const one = voices.length < 2 || (here.length === 1 && result.overall.ballots <= (here[0]?.present ?? 0))
  return one ? 'oneVoice' : 'smallVoices'
}

/** Nothing is derived from lines that are not shown. */
const shownShares = (
  method: VoteMethod,
  groups: readonly TallyGroup[],
  options: readonly ResultOption[],
): readonly (readonly number[])[] => {
  const shown = options.filter((option) => !option.hidden).map((option) => option.index)
  return groupRankShares(
    method,
    groups.filter((group) => group.tally.ballots > 0),
    shown,
  )
}

/** With rows and columns in the order in which the options are shown. */
const pairsOf = ({ pairs }: Tally, ranked: readonly ResultOption[]): ResultView['pairs'] =>
  pairs ? ranked.map(({ index }) => ranked.map((other) => pairs[index]?.[other.index] ?? 0)) : null

/** Without anybody counted as present it cannot be said. */
const quorumOf = ({ quorum: percent }: Vote, { cast, present }: RoundResult): ResultView['quorum'] => {
  if (percent === undefined || present === 0) return null
  const needed = Math.ceil((percent * present) / 100)
  return { percent, needed, reached: cast >= needed }
}

const equalWeights = (
  method: VoteMethod,
  tallies: readonly Tally[],
  options: readonly ResultOption[],
): ResultView['equal'] => {
  const voted = tallies.filter((tally) => tally.ballots > 0)
  if (voted.length < 2 || options.some((option) => option.hidden)) return null
  const byGroup = voted.map((tally) => scoresOf(method, tally))
  const means = options.map(({ index }): Score => {
    const shares = byGroup.flatMap((scores) => scores[index]?.share ?? [])
    const share = shares.length === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / shares.length
    return { value: share, share, keys: [share] }
  })
  const positions = positionsOf(means)
  return options
    .map(({ id }, at) => ({ optionId: id, position: positions[at] ?? 1, share: means[at]?.share ?? 0 }))
    .toSorted((a, b) => a.position - b.position)
}
