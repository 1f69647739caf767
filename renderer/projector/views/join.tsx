import { IconPencil } from '@tabler/icons-react'
import type { RoomView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useLab, useOrdered, useRoom, useSession } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'
import { Frame } from '../parts/frame'
import { Qr } from '../parts/qr'

/** The way in: by camera, by typing, or on paper. */
export const JoinView = () => {
  const t = useT()
  const session = useSession()
  const lab = useLab()
  const room = useRoom()
  const head = [lab?.name, session?.title].filter((part) => part !== undefined).join(' · ')
  return (
    <Frame
      head={head}
      timed={false}
      className="join"
      foot={
        <>
          <p className="no-phone">
            <IconPencil aria-hidden="true" /> <b>{t('projector:join.noPhone')}</b> {t('projector:join.paper')}
          </p>
          {room?.open ? (
            <p className="phones-in">{withFigure(t('projector:join.phonesIn', { count: room.phones }), room.phones)}</p>
          ) : null}
        </>
      }
    >
      <div className="join-words">
        <h1>
          {t('projector:join.title')}
          <br />
          {t('projector:join.title2')}
        </h1>
        {room?.open ? <JoinSteps room={room} /> : <p className="join-closed">{t('projector:join.closed')}</p>}
      </div>
      {room?.open && !room.locked ? (
        <div className="join-square">
          <Qr text={room.url} label={t('projector:join.square')} />
          <p className="join-big-code">{room.code}</p>
        </div>
      ) : null}
    </Frame>
  )
}

const JoinSteps = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const voices = useOrdered('voice')
  if (room.locked) return <p className="join-closed">{t('projector:join.locked')}</p>
  return (
    <ol className="join-steps">
      {room.wifi ? (
        <li>
          <p>
            {t('projector:join.wifi')} <b>{room.wifi.name}</b>
          </p>
          <p>
            <span className="quiet">{t('projector:join.password')}</span> <b>{room.wifi.password}</b>
          </p>
        </li>
      ) : (
        <li>
          <p>{t('projector:join.sameWifi')}</p>
        </li>
      )}
      <li>
        <p>{t('projector:join.camera')}</p>
        <p>
          <span className="quiet">{t('projector:join.orType')}</span> <b>{room.typed}</b>{' '}
          <span className="quiet">{t('projector:join.andCode')}</span> <b className="no-break">{room.code}</b>
        </p>
      </li>
      <li>
        <p>
          {t('projector:join.voice')} <b>{t('projector:join.noName')}</b>
        </p>
        <p className="join-marks" aria-hidden="true">
          {voices.map((voice) => (
            <VoiceMark key={voice.id} voice={voiceLook(voice.slot)} size={36} />
          ))}
        </p>
      </li>
    </ol>
  )
}

/** The number in the sentence stands out; languages put it where they like. */
const withFigure = (sentence: string, figure: number) => {
  const [before, ...after] = sentence.split(String(figure))
  if (after.length === 0) return sentence
  return (
    <>
      {before}
      <b>{figure}</b>
      {after.join(String(figure))}
    </>
  )
}
