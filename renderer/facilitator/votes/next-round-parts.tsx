import type { ReactNode } from 'react'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { BallotPreview } from './ballot-preview'
import { BeforeOpening } from './before-opening'
import { TopicList } from './people-see'
import { VoteHeader, useRuleWords } from './vote-header'

interface OpenPartsProps {
  readonly vote: Vote
  readonly stepId: string | undefined
  readonly tools: ReactNode
  readonly primary: ReactNode
}

export const OpenParts = ({ vote, stepId, tools, primary }: OpenPartsProps) => {
  const t = useT()
  const rule = useRuleWords(vote)
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={vote.rounds.length - 1}
          lead={`${rule} ${t('vote:rounds.lead')}`}
          actions={primary}
        >
          {tools}
        </VoteHeader>
      }
      drawer={
        <aside className="vote-side" aria-label={t('vote:see.title')}>
          <h2 className="side-title">{t('vote:see.onPhones')}</h2>
          <BallotPreview question={vote.question} method={vote.method} options={vote.options} />
          <BeforeOpening vote={vote} />
        </aside>
      }
    >
      <div className="vote-draft">
        <TopicList vote={vote} />
      </div>
    </PlaceFrame>
  )
}
