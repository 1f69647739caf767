import { shuffled } from '../lib/shuffle'
import type { Ballot, Channel, RoundResult, TallyGroup, Vote } from '../model/vote'
import { meanRankShares } from './divergence'
import type { Part } from './partition'
import { partitionVoices } from './partition'
import { checkBallot, isBlank } from './tally-ballot'
import { countBallots } from './tally-count'

/** The last ballot of one credential, out of the box. The voice stands in the ballot; without one it is "unstated". */
export type CastBallot = { readonly channel: Channel; readonly ballot: Ballot }

type Chance = { readonly random: () => number; readonly newId?: () => string }

/**
 * The result of a round, from all ballots in its box. `present` is people in the room per voice id. Invalid ballots
 * are counted and otherwise ignored; blank ones are valid and stand in no row. A later round keeps to the groups of
 * the closed rounds before it, so that rounds cannot be compared to find a small voice.
 */
export const tallyRound = (
  vote: Pick<Vote, 'method' | 'options' | 'k' | 'rounds'>,
  ballots: readonly CastBallot[],
  present: ReadonlyMap<string, number>,
  chance: Chance,
): RoundResult => {
  const valid = ballots.filter(({ ballot }) => checkBallot(vote, ballot) === null)
  const counted = valid.filter(({ ballot }) => !isBlank(vote.method, ballot)).map(({ ballot }) => ballot)
  const count = (list: readonly Ballot[]) => countBallots(vote.method, vote.options.length, list)
  const parts = partsOf(vote, counted, present)
  const partition = partitionVoices(parts, vote.k)
  const groups = partition.groups.map((indexes): TallyGroup => {
    const members = indexes.flatMap((index) => parts[index] ?? [])
    const voiceIds = members.flatMap((part) => part.voiceIds)
    const unstated = members.some((part) => part.unstated)
    const own = counted.filter((ballot) => belongs(ballot, voiceIds, unstated))
    return {
      id: groupId(voiceIds, unstated),
      voiceIds,
      unstated,
      present: members.reduce((sum, part) => sum + part.present, 0),
      tally: count(own),
      rankShares: meanRankShares(vote.method, vote.options.length, own),
    }
  })
  const reasons = vote.method.name === 'consent' ? reasonsOf(counted) : []
  return {
    cast: ballots.length,
    blank: valid.length - counted.length,
    invalid: ballots.length - valid.length,
    present: [...present.values()].reduce((sum, people) => sum + people, 0),
    channels: channelsOf(ballots),
    overall: count(counted),
    groups,
    publicGroups: partition.publicGroups.map((group) => [...group]),
    ...(reasons.length > 0 ? { reasons: shuffled(reasons, chance.random) } : {}),
  }
}

const belongs = (ballot: Ballot, voiceIds: readonly string[], unstated: boolean): boolean =>
  ballot.voiceId === undefined ? unstated : voiceIds.includes(ballot.voiceId)

const groupId = (voiceIds: readonly string[], unstated: boolean): string => {
  if (voiceIds.length === 0) return 'unstated'
  return voiceIds.length === 1 && !unstated ? (voiceIds[0] ?? 'joined') : 'joined'
}

const partsOf = (
  vote: Pick<Vote, 'rounds'>,
  ballots: readonly Ballot[],
  present: ReadonlyMap<string, number>,
): Part[] => {
  const voiceIds = new Set([...present.keys(), ...ballots.flatMap((ballot) => ballot.voiceId ?? [])])
  const before = vote.rounds.findLast((round) => (round.result?.groups.length ?? 0) > 0)?.result?.groups ?? []
  const known = before.map(({ voiceIds: ids, unstated }) => ({ voiceIds: ids, unstated }))
  const grouped = new Set(known.flatMap((group) => group.voiceIds))
  const fresh = [...voiceIds].filter((id) => !grouped.has(id)).map((id) => ({ voiceIds: [id], unstated: false }))
  const rest = known.some((group) => group.unstated) ? [] : [{ voiceIds: [], unstated: true }]
  return [...known, ...fresh, ...rest].map((part) => ({
    ...part,
    present: part.voiceIds.reduce((sum, id) => sum + (present.get(id) ?? 0), 0),
    ballots: ballots.filter((ballot) => belongs(ballot, part.voiceIds, part.unstated)).length,
  }))
}

const channelsOf = (ballots: readonly CastBallot[]): RoundResult['channels'] => {
  const channels = { phone: 0, kiosk: 0, paper: 0, hands: 0 }
  for (const { channel } of ballots) channels[channel] += 1
  return channels
}

/** Of people who stand aside or object; without voice, and shuffled, so that they cannot be matched to ballots. */
const reasonsOf = (ballots: readonly Ballot[]): string[] =>
  ballots
    .filter(({ values }) => values.some((value) => value === 1 || value === 2))
    .flatMap(({ reason }) => (reason === undefined || reason.trim() === '' ? [] : [reason.trim()]))
