import { methodWords } from '@core/text/ballot-words'
import { formatList } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useNow, useRecord, useTable, useTurnout } from '../../shared/replica/react'
import { groupLook } from '../../shared/vote/look'
import { SeatRow } from '../../shared/vote/seats'
import { Frame } from '../parts/frame'
import { JoinCode } from '../parts/join-code'
import { Note } from '../parts/note'
import { Qr } from '../parts/qr'
import { useStepName } from '../parts/use-head'
import { useDoor } from '../parts/use-stage'

/** A vote in progress: how many have voted, never what, and who is still missing by voice. */
export const VoteView = ({ voteId }: { readonly voteId: string }) => {
  const t = useT()
  const head = useStepName()
  const vote = useRecord('vote', voteId)
  const door = useDoor()
  const turnout = useTurnout(voteId)
  const round = vote?.rounds.at(-1)
  if (!vote || !round) return <Note text={t('projector:vote.gone')} />
  const open = round.state === 'open'
  const cast = turnout?.roundId === round.id ? turnout.cast : 0
  const present = turnout?.present ?? 0
  return (
    <Frame
      head={head}
      className="vote"
      foot={
        <>
          <p>
            <b>{t(vote.secret ? 'projector:vote.secret' : 'projector:vote.public')}</b> {t('projector:vote.hidden')}
          </p>
          <JoinCode />
        </>
      }
    >
      <div className="vote-words">
        <h1 dir="auto">{vote.question}</h1>
        <p className="vote-rule">
          {open ? methodWords(t, vote.method, vote.options.length) : t(`projector:vote.${round.state}`)}
        </p>
        <p className="vote-turnout">
          <b>{cast}</b>{' '}
          <span>
            {cast > present || present === 0
              ? t('projector:vote.ballots', { count: cast })
              : t('projector:vote.of', { count: present })}
          </span>
        </p>
        {open && round.closesAt !== undefined ? <Closing at={round.closesAt} /> : null}
        <Seats voteId={voteId} />
      </div>
      {open && door && !door.locked && vote.channels.includes('phone') ? (
        <div className="vote-square">
          <Qr text={door.url} label={t('projector:join.square')} />
          <p>{door.code}</p>
        </div>
      ) : null}
    </Frame>
  )
}

const Closing = ({ at }: { readonly at: string }) => {
  const t = useT()
  const left = Math.ceil((Date.parse(at) - useNow(250)) / 1000)
  return (
    <p className="vote-closing" role="timer">
      {left > 0 ? t('projector:vote.closing', { count: left }) : t('projector:vote.closingNow')}
    </p>
  )
}

const Seats = ({ voteId }: { readonly voteId: string }) => {
  const t = useT()
  const lang = useLang()
  const voices = useTable('voice')
  const groups = useTurnout(voteId)?.groups ?? []
  if (groups.length === 0) return null
  const nameOf = (id: string): string => {
    const voice = voices.get(id)
    return voice ? labelText(t, voice.label) : t('common:voices.unstated')
  }
  return (
    <div className="vote-seats">
      {groups.map(({ voiceIds, cast, present }) => (
        <SeatRow
          key={voiceIds.join()}
          look={groupLook(voiceIds, voices)}
          name={formatList(lang, voiceIds.map(nameOf))}
          cast={cast}
          present={present}
          of={t('projector:vote.seatsOf', { count: present })}
          markSize={30}
        />
      ))}
    </div>
  )
}
