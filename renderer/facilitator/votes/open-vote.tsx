import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { useFormat } from '../app/use-format'
import { ChannelCards } from './channel-cards'
import { CloseControls } from './close-controls'
import { PeopleSee } from './people-see'
import { ByVoice, OtherVotes, Turned, useCounts } from './turnout-parts'
import { VoteHeader, useRuleWords } from './vote-header'

/** While people vote: how many, never what. No order of arrival, no trend. */
export const OpenVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const { time } = useFormat()
  const rule = useRuleWords(vote)
  const turnout = useCounts(vote)
  const { openedAt } = lastRound(vote)
  const since = (
    <p className="turnout-since">
      <span className="now-dot" aria-hidden="true" />
      <span>{t('vote:turnout.since', { time: openedAt === undefined ? '' : time(openedAt) })}</span>
    </p>
  )
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={vote.rounds.length - 1}
          lead={`${rule} ${t('vote:rule.topics', { count: vote.options.length })}`}
          actions={<CloseControls vote={vote} />}
        >
          <OtherVotes vote={vote} />
        </VoteHeader>
      }
      drawer={<PeopleSee vote={vote} cast={turnout.cast} present={turnout.present} />}
    >
      <div className="vote-open">
        <Turned vote={vote} turnout={turnout} since={since} />
        <ByVoice vote={vote} turnout={turnout} />
        <ChannelCards vote={vote} turnout={turnout} />
      </div>
    </PlaceFrame>
  )
}
