import type { Ballot, BallotValue, Vote, VoteMethod } from '@core/model/vote'
import type { OwnBallot } from './memory'

export type Values = readonly BallotValue[]

/** A voice that is not stated is left out of the ballot; so is a reason for nothing. */
export const ballotOf = ({ values, reason = '' }: OwnBallot, voiceId: string | null | undefined): Ballot => ({
  values: [...values],
  ...(voiceId == null ? {} : { voiceId }),
  ...(reason.trim() === '' || !values.some((value) => value === 1 || value === 2) ? {} : { reason: reason.trim() }),
})

/** Handing it in would say nothing. */
export const isEmpty = (method: VoteMethod, values: Values): boolean =>
  values.every((value) => value === null || (value === 0 && method.name !== 'consent'))

/** What stays of a ballot when its vote is closed: whether it counted, and nothing of what was chosen. */
export const afterClose = (
  vote: Vote,
  { voteId, rev, state, counted, values, unsent = false }: OwnBallot,
): OwnBallot => {
  const isUnsure = state === 'waiting' || state === 'late'
  const left = state === 'choosing' && (counted !== null || !isEmpty(vote.method, values))
  return {
    voteId,
    rev,
    values: [],
    counted: counted && [],
    state: isUnsure ? 'late' : counted ? 'counted' : 'choosing',
    unsent: unsent || left,
  }
}
