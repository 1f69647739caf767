import { IconPresentation } from '@tabler/icons-react'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { formatClock } from '../../shared/i18n/format'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useNow, useRoom, useSession } from '../../shared/replica/react'
import { useShowStage } from '../room/use-show-stage'
import { QrCode } from '../room/qr-code'

export const TopicList = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  return (
    <section aria-labelledby="vote-topics">
      <h2 id="vote-topics" className="side-title">
        {t('vote:topics')}
      </h2>
      <ol className="topic-list" tabIndex={0} aria-labelledby="vote-topics">
        {vote.options.map((option, index) => (
          <li key={option.id}>
            <span className="quiet">{index + 1}</span>
            <span dir="auto">{option.text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Hidden from everybody until the close; raised hands alone are seen as they are raised. */
export const SealedNote = ({ hands = false }: { readonly hands?: boolean }) => {
  const t = useT()
  return (
    <p className="notice vote-sealed">
      <span>
        <b>{t('vote:sealed.title')}</b> {t(hands ? 'vote:sealed.hands' : 'vote:sealed.text')}
      </span>
    </p>
  )
}

const LeftWords = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const now = useNow(500)
  const { closesAt } = lastRound(vote)
  if (closesAt === undefined) return <>{t('vote:see.open')}</>
  return <>{t('vote:see.closing', { left: formatClock(Math.max(0, (Date.parse(closesAt) - now) / 1000)) })}</>
}

interface PeopleSeeProps {
  readonly vote: Vote
  readonly cast: number
  readonly present: number
}

/** The projector's picture in small, and the topics on the ballot. */
export const PeopleSee = ({ vote, cast, present }: PeopleSeeProps) => {
  const t = useT()
  const room = useRoom()
  const stage = useSession()?.stage
  const onStage = stage?.view === 'vote' && stage.voteId === vote.id
  const showStage = useShowStage()
  const show = (): Promise<void> => showStage({ view: 'vote', voteId: vote.id })
  return (
    <aside className="vote-side" aria-label={t('vote:see.title')}>
      <div className="vote-side-head">
        <h2 className="side-title">{t('vote:see.title')}</h2>
        {onStage ? (
          <span className="tag">
            <IconPresentation size={15} stroke={1.75} aria-hidden="true" /> {t('vote:see.onProjector')}
          </span>
        ) : (
          <Button size="small" icon={<IconPresentation size={15} stroke={1.75} />} onClick={() => void show()}>
            {t('vote:see.putOnProjector')}
          </Button>
        )}
      </div>
      <div className="see-picture" data-off={!onStage || undefined}>
        <p className="small quiet">
          <LeftWords vote={vote} />
        </p>
        <p className="see-question">{vote.question}</p>
        <div className="see-foot">
          <p className="see-count">
            <b>{cast}</b>{' '}
            {cast > present ? t('vote:turnout.ballots', { count: cast }) : t('vote:turnout.of', { count: present })}
          </p>
          {room?.open === true && room.url !== '' ? (
            <QrCode text={room.url} label={t('vote:see.code')} size={62} />
          ) : null}
        </div>
      </div>
      <TopicList vote={vote} />
      <SealedNote hands={vote.channels.includes('hands')} />
    </aside>
  )
}
