import { IconShieldCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Vote } from '@core/model/vote'
import type { Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered, useTable, useTurnout } from '../../shared/replica/react'
import { groupLook } from '../../shared/vote/look'
import { SeatRow } from '../../shared/vote/seats'
import { nav } from '../app/nav'
import { useFormat } from '../app/use-format'

const NO_CHANNELS = { phone: 0, kiosk: 0, paper: 0, hands: 0 }

/** Until the first count arrives nobody has voted. */
export const useCounts = (vote: Vote): Turnout => {
  const turnout = useTurnout(vote.id)
  const present = useOrdered('voice').reduce((sum, voice) => sum + voice.present, 0)
  const roundId = lastRound(vote).id
  if (turnout !== undefined && turnout.roundId === roundId) return turnout
  return { voteId: vote.id, roundId, cast: 0, present, channels: NO_CHANNELS, groups: [] }
}

/** The count, large, and what is good to know about it now. */
export const Turned = ({ vote, turnout, since }: VoteTurnout & { readonly since: ReactNode }) => {
  const t = useT()
  const { cast, present } = turnout
  const needed = vote.quorum === undefined ? 0 : Math.ceil((present * vote.quorum) / 100)
  return (
    <>
      <div className="turnout">
        <p className="turnout-figure" role="status" aria-atomic="true">
          <b>{cast}</b>{' '}
          <span>
            {cast > present
              ? t('vote:turnout.ballots', { count: cast })
              : t('vote:turnout.ofPeople', { count: present })}
          </span>
        </p>
        <div className="turnout-words">
          {since}
          {vote.quorum === undefined || present === 0 ? null : (
            <p className="quiet">
              {cast >= needed
                ? t('vote:turnout.quorumReached', { count: needed })
                : t('vote:turnout.quorum', { count: needed })}
            </p>
          )}
        </div>
      </div>
      {cast > present && present > 0 ? <p className="notice notice-warn">{t('vote:turnout.more')}</p> : null}
    </>
  )
}

interface VoteTurnout {
  readonly vote: Vote
  readonly turnout: Turnout
}

export const ByVoice = ({ vote, turnout }: VoteTurnout) => {
  const t = useT()
  const { list } = useFormat()
  const voices = useTable('voice')
  const joined = turnout.groups.filter((group) => group.voiceIds.length > 1)
  return (
    <section aria-labelledby="vote-by-voice">
      <h2 id="vote-by-voice">{t('vote:turnout.byVoice')}</h2>
      {turnout.groups.length === 0 ? (
        <p className="note">{t('vote:turnout.noVoices')}</p>
      ) : (
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
      )}
      {joined.length === 0 ? null : (
        <p className="vote-small-note">
          <IconShieldCheck size={18} stroke={1.75} aria-hidden="true" />
          {t('vote:turnout.joined', { k: vote.k.room })}
        </p>
      )}
    </section>
  )
}

const isUnderway = (vote: Vote): boolean => {
  const { state } = lastRound(vote)
  return state === 'open' || state === 'counting'
}

/** Several votes can be open at once: the others are one step away. */
export const OtherVotes = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const others = useOrdered('vote').filter((one) => one.id !== vote.id && isUnderway(one))
  if (others.length === 0) return null
  return (
    <div className="other-votes">
      <span className="quiet">{t('vote:other.title', { count: others.length })}</span>
      {others.map((one) => (
        <button
          key={one.id}
          type="button"
          className="btn-link"
          dir="auto"
          onClick={() => nav.go({ kind: 'vote', id: one.id })}
        >
          {one.question}
        </button>
      ))}
    </div>
  )
}
