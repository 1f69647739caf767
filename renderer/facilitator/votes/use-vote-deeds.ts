import { useCallback, useMemo } from 'react'
import type { Result } from '@core/lib/result'
import type { Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { newId } from '../../shared/lib/new-id'
import { useRequest, useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useShowStage } from '../room/use-show-stage'

/** Long enough to finish a ballot, short enough not to break the talk. */
export const NOTICE_SECONDS = 20

export type VoteDeeds = {
  readonly open: (vote: Vote) => Promise<void>
  /** Announces the end in this many seconds from now; null takes the notice back. */
  readonly announce: (vote: Vote, seconds: number | null) => Promise<void>
  /** Phones and tablet are shut; paper and hands can still be entered. */
  readonly count: (vote: Vote) => Promise<void>
  /** Counts and closes; null when done. `accept`: slips that differ count as they were typed first. */
  readonly close: (vote: Vote, accept: boolean) => Promise<Failure | null>
  readonly show: (vote: Vote) => Promise<void>
  readonly hide: (vote: Vote) => Promise<void>
  readonly newRound: (vote: Vote) => Promise<void>
}

const told = async (work: Promise<Result<unknown, Failure>>): Promise<boolean> => {
  const done = await work
  if (!done.ok) reportFailure(done.error)
  return done.ok
}

/** What can be done with a vote as a whole. A refusal shows in the bar above the sheet. */
export const useVoteDeeds = (): VoteDeeds => {
  const run = useRun()
  const request = useRequest()
  const showStage = useShowStage()
  const open = useCallback(
    async (vote: Vote): Promise<void> => {
      if (!(await told(request('vote.open', { id: vote.id })))) return
      await told(run('stage.show', { stage: { view: 'vote', voteId: vote.id } }))
    },
    [run, request],
  )
  return useMemo(
    () => ({
      open,
      announce: async (vote, seconds) => {
        await told(run('vote.announce-close', { id: vote.id, seconds }))
      },
      count: async (vote) => {
        await told(request('vote.count', { id: vote.id }))
      },
      close: async (vote, accept) => {
        const done = await request('vote.close', { id: vote.id, ...(accept ? { accept } : {}) })
        return done.ok ? null : done.error
      },
      show: async (vote) => {
        if (!(await told(run('vote.show-result', { id: vote.id, shown: true })))) return
        await showStage({ view: 'result', voteId: vote.id })
      },
      hide: async (vote) => {
        if (!(await told(run('vote.show-result', { id: vote.id, shown: false })))) return
        await told(run('stage.show', { stage: { view: 'step' } }))
      },
      newRound: async (vote) => {
        await told(run('vote.new-round', { id: vote.id, roundId: newId() }))
      },
    }),
    [open, run, request, showStage],
  )
}
