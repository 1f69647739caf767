import type { DocumentView } from '../model/document'
import type { Round, Vote } from '../model/vote'

/** The round that a vote is in; every vote has at least one. */
export const lastRound = (vote: Vote): Round => {
  const round = vote.rounds.at(-1)
  if (!round) throw new Error(`vote ${vote.id} has no round`)
  return round
}

export const isVoting = (vote: Vote): boolean => vote.rounds.some((round) => isUnderway(round))

const isUnderway = (round: Round): boolean => round.state === 'open' || round.state === 'counting'

/** Before its first opening everything about a vote may change; afterwards nothing that a ballot rests on. */
export const isDraft = (vote: Vote): boolean => vote.rounds.every((round) => round.state === 'draft')

/** Slips of the last round are printed that still say what the vote says. */
export const isPrinted = (vote: Vote): boolean => lastRound(vote).slips?.some((series) => series.void !== true) === true

/** Ids of cards, clusters and decisions that people are voting on now: these must not be merged or removed. */
export const frozenSources = (view: DocumentView): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const vote of view.vote.values()) {
    if (!isVoting(vote)) continue
    for (const option of vote.options) if (option.source) ids.add(option.source.id)
  }
  return ids
}
