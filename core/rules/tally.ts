import { shuffled } from '../lib/shuffle'
import type { Ballot, Channel, RoundResult, TallyGroup, Vote } from '../model/vote'
import { meanRankShares } from './divergence'
import type { HandsOfVoice, RoundHands } from './hands'
import { handsByVoice, withHands } from './hands'
import type { Part } from './partition'
import { partitionVoices } from './partition'
import { checkBallot, isBlank } from './tally-ballot'
import { countBallots } from './tally-count'
import { unanimousLines, withoutLines } from './tally-hidden'

/**
 * The last ballot of one credential, out of the box. The voice stands in the ballot; without one it is "unstated".
 * `invalid`: a paper slip that cannot be read as a ballot (too many marks); its values do not matter.
 */
export type CastBallot = { readonly channel: Channel; readonly ballot: Ballot; readonly invalid?: boolean }

type Chance = { readonly random: () => number; readonly newId?: () => string }

/** What counts besides the ballots in the box: hands as raised by voice, and how the paper was typed in. */
export type BesidesBallots = RoundHands & Pick<RoundResult, 'paper'>

/** What was said, without blanks: ballots, and hands by voice. */
type Said = { readonly ballots: readonly Ballot[]; readonly hands: readonly HandsOfVoice[] }
type TallyVote = Pick<Vote, 'method' | 'options' | 'k' | 'rounds' | 'keepBallots'>

/**
 * The result of a round, from all ballots in its box and the hands raised. `present` is people in the room per voice id.
 * Invalid ballots are counted and otherwise ignored; blank ones are valid and stand in no row. A later round keeps to the
 * groups of the closed rounds before it, so that rounds cannot be compared to find a small voice. Lines on which some
 * group is unanimous are kept for no group. Second entries of paper must not be among the ballots.
 */
export const tallyRound = (
  vote: TallyVote,
  ballots: readonly CastBallot[],
  present: ReadonlyMap<string, number>,
  chance: Chance,
  besides: BesidesBallots = {},
): RoundResult => {
  const valid = ballots.filter(({ ballot, invalid }) => invalid !== true && checkBallot(vote, ballot) === null)
  const said = valid.filter(({ ballot }) => !isBlank(vote.method, ballot)).map(({ ballot }) => ballot)
  const byHand = handsByVoice(vote, besides)
  const peopleByHand = sumOf(byHand)
  const all: Said = { ballots: said, hands: byHand.filter(({ tally }) => tally !== null) }
  const parts = partsOf(vote, all, present)
  const partition = partitionVoices(parts, vote.k)
  const members = partition.groups.map((indexes) => joined(indexes.flatMap((index) => parts[index] ?? [])))
  const groups = groupsOf(vote, members, all)
  const reasons = vote.method.name === 'consent' ? reasonsOf(said) : []
  const channels = channelsOf(ballots)
  return {
    cast: ballots.length + peopleByHand,
    blank: valid.length - said.length + peopleByHand - sumOf(all.hands),
    invalid: ballots.length - valid.length,
    present: [...present.values()].reduce((sum, people) => sum + people, 0),
    channels: { ...channels, hands: channels.hands + peopleByHand },
    overall: countSaid(vote, all),
    groups: groups.kept,
    publicGroups: partition.publicGroups.map((group) => [...group]),
    ...(reasons.length > 0 ? { reasons: shuffled(reasons, chance.random) } : {}),
    ...(besides.paper ? { paper: besides.paper } : {}),
    ...(vote.keepBallots ? { kept: keptBallots(said, members, groups.hidden, chance) } : {}),
  }
}

const sumOf = (hands: readonly HandsOfVoice[]): number => hands.reduce((sum, { people }) => sum + people, 0)

const countSaid = ({ method, options }: TallyVote, { ballots, hands }: Said) =>
  withHands(countBallots(method, options.length, ballots), hands)

type Members = Pick<TallyGroup, 'voiceIds' | 'unstated' | 'present'>

const joined = (parts: readonly Part[]): Members => ({
  voiceIds: parts.flatMap((part) => part.voiceIds),
  unstated: parts.some((part) => part.unstated),
  present: parts.reduce((sum, part) => sum + part.present, 0),
})

const belongs = ({ voiceId }: Pick<Ballot, 'voiceId'>, { voiceIds, unstated }: Members): boolean =>
  voiceId === undefined ? unstated : voiceIds.includes(voiceId)

const ownOf = (members: Members, { ballots, hands }: Said): Said => ({
  ballots: ballots.filter((ballot) => belongs(ballot, members)),
  hands: hands.filter((one) => belongs(one, members)),
})

/** The groups as they are kept, and the lines that are kept for none of them. */
const groupsOf = (
  vote: TallyVote,
  members: readonly Members[],
  all: Said,
): { readonly kept: TallyGroup[]; readonly hidden: ReadonlySet<number> } => {
  const counted = members.map((one) => {
    const own = ownOf(one, all)
    return { one, own, tally: countSaid(vote, own) }
  })
  const hidden = new Set(unanimousLines(vote.method, counted))
  const shown = vote.options.flatMap((_, index) => (hidden.has(index) ? [] : [index]))
  const kept = counted.map(({ one, own, tally }): TallyGroup => {
    const rankShares = rankSharesOf(vote, own, shown)
    // Options are compared two by two for the whole room alone.
    const { pairs: _pairs, ...bare } = withoutLines(tally, hidden)
    return { id: groupId(one), ...one, tally: bare, ...(rankShares ? { rankShares } : {}) }
  })
  return { kept, hidden }
}

/** Only where it is known what each person said. */
const rankSharesOf = ({ method, options }: TallyVote, { ballots, hands }: Said, shown: readonly number[]) => {
  const exact = hands.flatMap((one) => (one.ballots ? [one.ballots] : []))
  if (exact.length < hands.length) return null
  const single = ballots.map((ballot) => ({ ballot, times: 1 }))
  return meanRankShares(method, options.length, [...single, ...exact.flat()], shown)
}

const groupId = ({ voiceIds, unstated }: Members): string => {
  if (voiceIds.length === 0) return 'unstated'
  return voiceIds.length === 1 && !unstated ? (voiceIds[0] ?? 'joined') : 'joined'
}

const partsOf = (vote: Pick<Vote, 'rounds'>, said: Said, present: ReadonlyMap<string, number>): Part[] => {
  const voiceIds = new Set([...present.keys(), ...[...said.ballots, ...said.hands].flatMap((one) => one.voiceId ?? [])])
  const before = vote.rounds.findLast((round) => (round.result?.groups.length ?? 0) > 0)?.result?.groups ?? []
  const known = before.map(({ voiceIds: ids, unstated }) => ({ voiceIds: ids, unstated }))
  const grouped = new Set(known.flatMap((group) => group.voiceIds))
  const fresh = [...voiceIds].filter((id) => !grouped.has(id)).map((id) => ({ voiceIds: [id], unstated: false }))
  const rest = known.some((group) => group.unstated) ? [] : [{ voiceIds: [], unstated: true }]
  return [...known, ...fresh, ...rest].map((part) => {
    const members: Members = { ...part, present: part.voiceIds.reduce((sum, id) => sum + (present.get(id) ?? 0), 0) }
    const own = ownOf(members, said)
    return { ...members, ballots: own.ballots.length + sumOf(own.hands) }
  })
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

/** Without voice, channel and reason. What is hidden by voice is left out of ballots that name their group. */
const keptBallots = (
  ballots: readonly Ballot[],
  groups: readonly Members[],
  hidden: ReadonlySet<number>,
  chance: Chance,
): NonNullable<RoundResult['kept']> => {
  const kept = ballots.map((ballot) => {
    const group = groups.findIndex((one) => belongs(ballot, one))
    if (group < 0) return { values: [...ballot.values] }
    return { group, values: ballot.values.map((value, index) => (hidden.has(index) ? null : value)) }
  })
  return shuffled(kept, chance.random)
}
