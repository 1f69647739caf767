import { assertNever } from '@core/lib/assert-never'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { shownRound } from '@core/rules/result-view'
import { useRecord } from '../../shared/replica/react'
import { MissingPlace } from '../app/missing-place'
import { ClosedVote } from './closed-vote'
import { CountingVote } from './counting-vote'
import { DraftVote } from './draft-vote'
import { NextRound } from './next-round'
import { OpenVote } from './open-vote'
import './votes.css'
import './vote-side.css'
import './vote-open.css'
import './vote-result.css'

export interface VotePlaceProps {
  readonly voteId: string
  readonly stepId?: string
}

const ByState = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const { state } = lastRound(vote)
  switch (state) {
    case 'draft':
      return shownRound(vote) === -1 ? (
        <DraftVote vote={vote} stepId={stepId} />
      ) : (
        <NextRound vote={vote} stepId={stepId} />
      )
    case 'open':
      return <OpenVote vote={vote} stepId={stepId} />
    case 'counting':
      return <CountingVote vote={vote} stepId={stepId} />
    case 'closed':
      return <ClosedVote vote={vote} stepId={stepId} />
    default:
      return assertNever(state)
  }
}

/** One vote, from its first words to its result. */
export const VotePlace = ({ voteId, stepId }: VotePlaceProps) => {
  const vote = useRecord('vote', voteId)
  return vote === undefined ? <MissingPlace /> : <ByState key={vote.id} vote={vote} stepId={stepId} />
}
