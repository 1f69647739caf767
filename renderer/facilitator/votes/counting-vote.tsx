import { IconLock } from '@tabler/icons-react'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useTurnout } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { useActions } from '../app/use-actions'
import { TopicList } from './people-see'
import { useVoteDeeds } from './use-vote-deeds'
import { VoteHeader } from './vote-header'

/** Phones are shut, the result is still hidden: one button away. */
export const CountingVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const deeds = useVoteDeeds()
  const turnout = useTurnout(vote.id)
  useActions({ 'vote.close': { enabled: () => true, run: async () => await deeds.closeNow(vote) } })
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={vote.rounds.length - 1}
          lead={t('vote:counting.lead')}
          actions={
            <Button
              kind="primary"
              icon={<IconLock size={17} stroke={1.75} />}
              onClick={() => void deeds.closeNow(vote)}
            >
              {t('vote:counting.close')}
            </Button>
          }
        />
      }
    >
      <div className="vote-open">
        {turnout === undefined ? null : (
          <p className="turnout-figure">
            <b>{turnout.cast}</b>{' '}
            <span>
              {turnout.cast > turnout.present
                ? t('vote:turnout.ballots', { count: turnout.cast })
                : t('vote:turnout.ofPeople', { count: turnout.present })}
            </span>
          </p>
        )}
        <TopicList vote={vote} />
      </div>
    </PlaceFrame>
  )
}
