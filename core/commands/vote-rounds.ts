import type { Round, Vote } from '../model/vote'
import { lastRound } from '../rules/frozen'

/** The vote with its last round changed; undefined takes a field out. */
export const withLastRound = (
  vote: Vote,
  fields: { readonly [F in keyof Round]?: Round[F] | undefined },
): readonly Round[] => {
  const merged = Object.entries({ ...lastRound(vote), ...fields }).filter(([, value]) => value !== undefined)
  return [...vote.rounds.slice(0, -1), Object.fromEntries(merged) as Round] // a round with optional fields left out
}

/** The draft's topics or rules change: what was printed says something else now. */
export const withVoidSlips = (vote: Vote): Vote['rounds'] => {
  const { slips } = lastRound(vote)
  return slips === undefined
    ? vote.rounds
    : [...withLastRound(vote, { slips: slips.map((series) => ({ ...series, void: true })) })]
}
