import { IconDeviceMobile, IconQrcode, IconShieldCheck } from '@tabler/icons-react'
import type { Vote } from '@core/model/vote'
import type { Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRoom, useTable, useTurnout } from '../../shared/replica/react'
import { groupLook } from '../../shared/vote/look'
import { SeatRow } from '../../shared/vote/seats'
import { runAction } from '../app/actions'
import { PlaceFrame } from '../app/place-body'
import { useFormat } from '../app/use-format'
import { CloseControls } from './close-controls'
import { PeopleSee } from './people-see'
import { VoteHeader, useRuleWords } from './vote-header'

const NO_CHANNELS = { phone: 0, kiosk: 0, paper: 0, hands: 0 }

/** Until the first count arrives nobody has voted. */
const useCounts = (vote: Vote): Turnout => {
  const turnout = useTurnout(vote.id)
  const present = useOrdered('voice').reduce((sum, voice) => sum + voice.present, 0)
  const roundId = lastRound(vote).id
  if (turnout !== undefined && turnout.roundId === roundId) return turnout
  return { voteId: vote.id, roundId, cast: 0, present, channels: NO_CHANNELS, groups: [] }
}

const ByVoice = ({ turnout, k }: { readonly turnout: Turnout; readonly k: number }) => {
  const t = useT()
  const { list } = useFormat()
  const voices = useTable('voice')
  const joined = turnout.groups.filter((group) => group.voiceIds.length > 1)
  if (turnout.groups.length === 0) return <p className="note">{t('vote:turnout.noVoices')}</p>
  return (
    <>
      <div className="seat-grid">
        {turnout.groups.map((group) => (
          <SeatRow
            key={group.voiceIds.join(' ')}
            look={groupLook(group.voiceIds, voices)}
            name={list(
              group.voiceIds.flatMap((id) => {
                const voice = voices.get(id)
                return voice === undefined ? [] : [labelText(t, voice.label)]
              }),
            )}
            cast={group.cast}
            present={group.present}
            of={t('vote:turnout.of', { count: group.present })}
          />
        ))}
      </div>
      {joined.length === 0 ? null : (
        <p className="vote-small-note">
          <IconShieldCheck size={18} stroke={1.75} aria-hidden="true" />
          {t('vote:turnout.joined', { k })}
        </p>
      )}
    </>
  )
}

const Phones = ({ turnout }: { readonly turnout: Turnout }) => {
  const t = useT()
  const room = useRoom()
  const phones = room?.phones ?? 0
  const without = Math.max(0, turnout.present - phones)
  const words =
    room?.open === true
      ? [t('vote:phones.inRoom', { count: phones }), without > 0 ? t('vote:phones.without', { count: without }) : '']
      : [t('vote:phones.closed')]
  return (
    <div className="panel phones-card">
      <div className="phones-head">
        <IconDeviceMobile size={22} stroke={1.75} aria-hidden="true" />
        <h3>{t('vote:phones.title')}</h3>
        <b className="figure">{turnout.channels.phone}</b>
      </div>
      <p className="quiet">{words.join(' ')}</p>
      {room?.open === true ? (
        <Button size="small" icon={<IconQrcode size={16} stroke={1.75} />} onClick={() => void runAction('room.panel')}>
          {t('vote:phones.showCode')}
        </Button>
      ) : (
        <Button size="small" onClick={() => void runAction('room.toggle')}>
          {t('vote:check.openRoom')}
        </Button>
      )}
    </div>
  )
}

/** While people vote: how many, never what. No order of arrival, no trend. */
export const OpenVote = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const { time } = useFormat()
  const rule = useRuleWords(vote)
  const turnout = useCounts(vote)
  const round = lastRound(vote)
  return (
    <PlaceFrame
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={vote.rounds.length - 1}
          lead={`${rule} ${t('vote:rule.topics', { count: vote.options.length })}`}
          actions={<CloseControls vote={vote} />}
        />
      }
      drawer={<PeopleSee vote={vote} cast={turnout.cast} present={turnout.present} />}
    >
      <div className="vote-open">
        <div className="turnout">
          <p className="turnout-figure" role="status" aria-atomic="true">
            <b>{turnout.cast}</b>{' '}
            <span>
              {turnout.cast > turnout.present
                ? t('vote:turnout.ballots', { count: turnout.cast })
                : t('vote:turnout.ofPeople', { count: turnout.present })}
            </span>
          </p>
          <p className="turnout-since">
            <span className="now-dot" aria-hidden="true" />
            <span>{t('vote:turnout.since', { time: round.openedAt === undefined ? '' : time(round.openedAt) })}</span>
          </p>
        </div>
        {turnout.cast > turnout.present && turnout.present > 0 ? (
          <p className="notice notice-warn">{t('vote:turnout.more')}</p>
        ) : null}
        <section aria-labelledby="vote-by-voice">
          <h2 id="vote-by-voice">{t('vote:turnout.byVoice')}</h2>
          <ByVoice turnout={turnout} k={vote.k.room} />
        </section>
        <section aria-labelledby="vote-channels">
          <h2 id="vote-channels">{t('vote:phones.heading')}</h2>
          <Phones turnout={turnout} />
        </section>
      </div>
    </PlaceFrame>
  )
}
