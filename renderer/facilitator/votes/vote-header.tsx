import type { ReactNode } from 'react'
import { assertNever } from '@core/lib/assert-never'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import type { Translate } from '../../shared/i18n/use-t'
import { PlaceHeader } from '../app/place-header'
import { useStepWords } from '../app/step-header'
import { useFormat } from '../app/use-format'

/** "Step 4 of 8 · Dot vote, secret · round 1 · closed 10:26". */
export const useVoteKicker = (vote: Vote, stepId: string | undefined, roundIndex: number): string => {
  const t = useT()
  const { time } = useFormat()
  const step = useStepWords(stepId)
  const round = vote.rounds[roundIndex]
  return [
    step?.kicker,
    kindWords(t, vote),
    vote.rounds.length > 1 && round !== undefined ? t('vote:kicker.round', { number: round.number }) : undefined,
    round?.closedAt === undefined ? undefined : t('vote:kicker.closed', { time: time(round.closedAt) }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** "Dot vote, secret". */
export const kindWords = (t: Translate, vote: Vote): string =>
  t(vote.secret ? 'vote:kicker.secret' : 'vote:kicker.plain', { method: t(`vote:method.${vote.method.name}`) })

/** "Five dots each, three at most on one topic." What holds for everybody, in the facilitator's words. */
export const useRuleWords = (vote: Vote): string => {
  const t = useT()
  const { method } = vote
  switch (method.name) {
    case 'dots':
      return [
        t('vote:rule.dots', { count: method.budget }),
        method.cap >= method.budget ? '' : t('vote:rule.cap', { count: method.cap }),
        method.negative === undefined ? '' : t('vote:rule.against', { count: method.negative }),
      ]
        .filter((part) => part !== '')
        .join(' ')
    case 'approval':
      return method.most === undefined ? t('vote:rule.approval') : t('vote:rule.most', { count: method.most })
    case 'ranking':
      return method.places === undefined ? t('vote:rule.ranking') : t('vote:rule.places', { count: method.places })
    case 'rating':
    case 'effort-effect':
    case 'consent':
    case 'share-100':
      return t(`vote:rule.${method.name}`)
    default:
      return assertNever(method)
  }
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
