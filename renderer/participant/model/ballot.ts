import type { Ballot, Vote } from '@core/model/vote'
import type { OwnBallot } from './memory'

/** A voice that is not stated is left out of the ballot. */
export const ballotOf = (values: readonly number[], voiceId: string | null | undefined): Ballot => ({
  values: [...values],
  ...(voiceId == null ? {} : { voiceId }),
})

export const emptyBallot = (vote: Vote): OwnBallot => ({
  voteId: vote.id,
  values: vote.options.map(() => 0),
  rev: 0,
  state: 'choosing',
  counted: null,
})

/** What this phone is choosing; a ballot of other length is of another form of the vote and starts anew. */
export const ownBallot = (vote: Vote, present: OwnBallot | undefined): OwnBallot =>
  present && present.values.length === vote.options.length ? present : { ...emptyBallot(vote), rev: present?.rev ?? 0 }

export type DotsRule = { readonly budget: number; readonly cap: number }

export const dotsRule = (vote: Vote): DotsRule =>
  vote.method.name === 'dots' ? { budget: vote.method.budget, cap: vote.method.cap } : { budget: 0, cap: 0 }

export const dotsUsed = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Why a dot cannot be added or taken away; null when it can. */
export const whyNotMore = (rule: DotsRule, values: readonly number[], index: number): 'used' | 'cap' | null =>
  dotsUsed(values) >= rule.budget ? 'used' : (values[index] ?? 0) >= rule.cap ? 'cap' : null

export const whyNotLess = (values: readonly number[], index: number): 'none' | null =>
  (values[index] ?? 0) <= 0 ? 'none' : null

export const withDot = (values: readonly number[], index: number, by: 1 | -1): number[] =>
  values.map((value, at) => (at === index ? value + by : value))
