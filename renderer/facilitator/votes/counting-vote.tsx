import { IconKeyboard, IconLock } from '@tabler/icons-react'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useHelper } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { nav } from '../app/nav'
import { useActions } from '../app/use-actions'
import { ChannelCards } from './channel-cards'
import { useClosing } from './closing'
import { SealedNote, TopicList } from './people-see'
import { ByVoice, OtherVotes, Turned, useCounts } from './turnout-parts'
import { hasPaper } from './vote-draft'
import { VoteHeader } from './vote-header'

/** Phones and tablet are shut; paper is typed in, hands are mended. The result is still hidden: one button away. */
export const CountingVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const turnout = useCounts(vote)
  const { close, dialog } = useClosing(vote)
  useActions({ 'vote.close': { enabled: () => true, run: close } })
  const helper = useHelper()
  const byPaper = hasPaper(vote)
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={vote.rounds.length - 1}
          lead={t(byPaper ? 'vote:counting.lead' : 'vote:counting.leadPlain')}
          actions={
            <>
              {byPaper ? (
                <Button
                  icon={<IconKeyboard size={17} stroke={1.75} />}
                  onClick={() => nav.go({ kind: 'paper', id: vote.id })}
                >
                  {t(turnout.channels.paper > 0 ? 'vote:counting.second' : 'vote:paper.type')}
                </Button>
              ) : null}
              {helper ? null : (
                <Button kind="primary" icon={<IconLock size={17} stroke={1.75} />} onClick={() => void close()}>
                  {t('vote:counting.close')}
                </Button>
              )}
            </>
          }
        >
          <OtherVotes vote={vote} />
        </VoteHeader>
      }
      drawer={
        <aside className="vote-side" aria-label={t('vote:topics')}>
          <TopicList vote={vote} />
          <SealedNote hands={vote.channels.includes('hands')} />
        </aside>
      }
    >
      <div className="vote-open">
        <Turned
          vote={vote}
          turnout={turnout}
          since={
            <p className="quiet">
              {t(vote.channels.includes('hands') ? 'vote:counting.shutHands' : 'vote:counting.shut')}
            </p>
          }
        />
        <ChannelCards vote={vote} turnout={turnout} />
        <ByVoice vote={vote} turnout={turnout} />
        {dialog}
      </div>
    </PlaceFrame>
  )
}
