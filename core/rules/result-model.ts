import type { Label } from '../model/text'
import type { Channel, RoundResult, VoteMethod, VoteOption } from '../model/vote'
import type { Divergence } from './divergence'

/** The room sees the groups of k.room; everything that leaves the room, those of k.public. */
export type Audience = 'room' | 'public'

/** Names are joined by the page in the reader's language (`Intl.ListFormat`). */
export type SentenceParam = string | number | { readonly labels: readonly Label[] }

/** Words stand in the `result` namespace; numbers in sentences are already rounded. */
export type Sentence = { readonly key: string; readonly params: { readonly [name: string]: SentenceParam } }

/** An option in one group. All null where the line is hidden or nobody of the group answered. */
export type ResultCell = {
  readonly groupId: string
  readonly value: number | null
  /** 0-100; what it is a share of depends on the method, see `scoresOf`. */
  readonly share: number | null
  readonly position: number | null
  /** Of effort × effect only: the group's mean effort, 1-5 (`value` is the mean effect). */
  readonly effort: number | null
  /** Of consent only: [support, stand aside, object]. */
  readonly stances: readonly number[] | null
}

export type ResultOption = {
  readonly id: string
  readonly text: string
  readonly source: VoteOption['source']
  /** Its place in `vote.options` and in the rows of the tally. */
  readonly index: number
  readonly position: number
  /** Another option has the same position. */
  readonly tied: boolean
  readonly value: number | null
  readonly share: number | null
  /** Of a rating only. */
  readonly median: number | null
  /** Of a rating only: standard deviation of the answers, population form, 0-2. */
  readonly spread: number | null
  /** Of effort × effect only: the mean effort, 1-5 (`value` is the mean effect). */
  readonly effort: number | null
  /** The row of the overall tally. */
  readonly row: readonly number[]
  /** One per shown group, in their order. */
  readonly cells: readonly ResultCell[]
  /** Percentage points between the groups with the highest and the lowest share; null where nothing can be compared. */
  readonly gap: number | null
  /** Everyone in some group answered the same: not shown by voice, for no group. */
  readonly hidden: boolean
}

export type ResultGroup = {
  readonly id: string
  readonly voiceIds: readonly string[]
  readonly unstated: boolean
  /** Names of its voices in their order, "no voice given" last. */
  readonly names: readonly Label[]
  /** 1-8, or `joined` for several voices together. */
  readonly slot: number | 'joined'
  readonly ballots: number
  readonly present: number
  /** Ids of the options in first position; empty when nothing was chosen or lines are hidden. */
  readonly first: readonly string[]
}

export type OverallOnly = 'fewBallots' | 'oneVoice' | 'smallVoices'

/** Everything that screens and reports show of a closed round. None of them counts anything itself. */
export type ResultView = {
  readonly voteId: string
  readonly question: string
  readonly method: VoteMethod
  readonly audience: Audience
  readonly roundIndex: number
  readonly roundNumber: number
  readonly closedAt: string | undefined
  readonly admission: 'codes' | 'open-room'
  readonly k: number
  readonly cast: number
  readonly blank: number
  readonly invalid: number
  readonly present: number
  /** Valid ballots that say something: what shares are counted from. */
  readonly ballots: number
  readonly channels: { readonly [C in Channel]: number }
  /** By position; tied options in the order of the vote. */
  readonly options: readonly ResultOption[]
  /** Empty: only the overall result may be shown; `overallOnly` says why. */
  readonly groups: readonly ResultGroup[]
  readonly overallOnly: OverallOnly | null
  readonly divergence: Divergence | null
  /** Option ids by gap, widest first; only those with a gap. */
  readonly widest: readonly string[]
  /** Only as a second view: the mean of the groups' shares, each voice counting the same. */
  readonly equal: readonly { readonly optionId: string; readonly position: number; readonly share: number }[] | null
  /** Condorcet's winner in a ranking, if there is one. */
  readonly condorcet: string | null
  /** Of a ranking only: pairs[i][j] = ballots that put option i before j; rows and columns as in `options` here. */
  readonly pairs: readonly (readonly number[])[] | null
  /** Option ids that every shown voice has in its upper third (one at least) or, with `at: 'end'`, in its lower third. */
  readonly agree: readonly { readonly optionId: string; readonly at: 'top' | 'end' }[]
  /** Option ids about which voices part: gap over a quarter of the whole scale, widest first. */
  readonly differ: readonly string[]
  /** What one voice sees that others do not: in its upper third and in nobody else's. */
  readonly alone: readonly { readonly groupId: string; readonly optionId: string }[]
  /** The minority view: voices whose first is not the room's first, with that first. Empty where nothing can be said. */
  readonly minority: readonly { readonly groupId: string; readonly optionId: string }[]
  /** `cast` against what was asked for; null without a quorum. `needed`: people, rounded up. */
  readonly quorum: { readonly percent: number; readonly needed: number; readonly reached: boolean } | null
  /** What percentages are counted from, in words. */
  readonly base: Sentence
  /** Which rule decides ties, in words. */
  readonly tieRule: Sentence
  readonly paper: RoundResult['paper'] | null
  readonly sentences: readonly Sentence[]
  readonly notes: readonly Sentence[]
  /** Why people stood aside or objected, without voice. */
  readonly reasons: readonly string[]
}

/** What sentences and notes are made from. */
export type Facts = Omit<ResultView, 'sentences' | 'notes'>
