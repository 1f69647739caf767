import type { Ballot } from '../model/vote'

/** Plain data about slips and what is typed in from them. */

/** The slip that a code belongs to. */
export type SlipView = { readonly number: number }

/** A slip as somebody read it from the paper. */
export type PaperMark = { readonly kind: 'ballot'; readonly ballot: Ballot } | { readonly kind: 'invalid' }
export type PaperEntered = {
  readonly number: number
  /** `taken`: the first time; `same` or `differs`: against what was typed first. */
  readonly outcome: 'taken' | 'same' | 'differs'
}
export type PaperView = {
  readonly voteId: string
  readonly roundId: string
  readonly printed: number
  /** Numbers typed in so far, rising; and those typed in a second time. */
  readonly entered: readonly number[]
  readonly twice: readonly number[]
  /** Both readings, for whoever has the slip in hand. */
  readonly differing: readonly { readonly number: number; readonly first: PaperMark; readonly second: PaperMark }[]
  readonly invalid: readonly number[]
  /** Newest first; destroyed with the ballots at the close. */
  readonly log: readonly {
    readonly at: number
    readonly number: number
    readonly what: 'entered' | 'changed' | 'second' | 'fixed' | 'removed'
    readonly by: 'facilitator' | 'co-facilitator'
  }[]
}
