import type { ReactNode } from 'react'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { PlaceHeader } from '../app/place-header'
import { useStepWords } from '../app/step-header'
import { useFormat } from '../app/use-format'

/** "Step 4 of 8 · Secret dot vote · round 1 · closed 10:26". */
export const useVoteKicker = (vote: Vote, stepId: string | undefined, roundIndex: number): string => {
  const t = useT()
  const { time } = useFormat()
  const step = useStepWords(stepId)
  const round = vote.rounds[roundIndex]
  return [
    step?.kicker,
    t(vote.secret ? 'vote:kicker.secret' : 'vote:kicker.plain'),
    vote.rounds.length > 1 && round !== undefined ? t('vote:kicker.round', { number: round.number }) : undefined,
    round?.closedAt === undefined ? undefined : t('vote:kicker.closed', { time: time(round.closedAt) }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** "Five dots each, three at most on one topic." */
export const useRuleWords = (vote: Vote): string => {
  const t = useT()
  const { method } = vote
  if (method.name !== 'dots') return t('vote:rule.other')
  const each = t('vote:rule.dots', { count: method.budget })
  return method.cap >= method.budget ? each : `${each} ${t('vote:rule.cap', { count: method.cap })}`
}

interface VoteHeaderProps {
  readonly vote: Vote
  readonly stepId: string | undefined
  readonly roundIndex: number
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

export const VoteHeader = ({ vote, stepId, roundIndex, lead, actions, children }: VoteHeaderProps) => (
  <PlaceHeader kicker={useVoteKicker(vote, stepId, roundIndex)} title={vote.question} lead={lead} actions={actions}>
    {children}
  </PlaceHeader>
)
