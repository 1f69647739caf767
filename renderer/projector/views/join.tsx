import { IconPencil } from '@tabler/icons-react'
import type { RoomView } from '@core/protocol/views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useLab, useOrdered, useRoom, useSession, useTable } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'
import { Frame } from '../parts/frame'
import { Qr } from '../parts/qr'
import { useDoor, useGroup } from '../parts/use-stage'

/** The way in: by camera, by typing, or on paper. Where groups work apart, each has its own. */
export const JoinView = () => {
  const t = useT()
  const session = useSession()
  const lab = useLab()
  const room = useRoom()
  const group = useGroup()
  const title = group ? labelText(t, group.label) : session?.title
  const head = [lab?.name, title].filter((part) => part !== undefined).join(' · ')
  const open = room?.open === true
  const groups = useTable('group')
  const apart = group === undefined && open && !room.locked && room.groups.some(({ groupId }) => groups.has(groupId))
  return (
    <Frame head={head} timed={false} className={apart ? 'join join-apart' : 'join'} foot={<Foot room={room} />}>
      {apart ? <Doors room={room} /> : <Door room={room} />}
    </Frame>
  )
}

const Foot = ({ room }: { readonly room: RoomView | null }) => {
  const t = useT()
  return (
    <>
      <p className="no-phone">
        <IconPencil aria-hidden="true" /> <b>{t('projector:join.noPhone')}</b> {t('projector:join.paper')}
      </p>
      {room?.open ? (
        <p className="phones-in">{withFigure(t('projector:join.phonesIn', { count: room.phones }), room.phones)}</p>
      ) : null}
    </>
  )
}

const Door = ({ room }: { readonly room: RoomView | null }) => {
  const t = useT()
  const door = useDoor()
  const code = door?.code ?? ''
  return (
    <>
      <div className="join-words">
        <h1>
          {t('projector:join.title')}
          <br />
          {t('projector:join.title2')}
        </h1>
        {room?.open ? (
          <JoinSteps room={room} code={code} />
        ) : (
          <p className="join-closed">{t('projector:join.closed')}</p>
        )}
      </div>
      {door && !door.locked ? (
        <div className="join-square">
          <Qr text={door.url} label={t('projector:join.square')} />
          <p className="join-big-code">{code}</p>
        </div>
      ) : null}
    </>
  )
}

/** So many squares stand side by side and can still be read by a camera from the second row. */
const MOST_SQUARES = 3

/** One square for each group, with the name of who is meant. */
const Doors = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const groups = useTable('group')
  return (
    <>
      <h1>{t('projector:join.groups')}</h1>
      <div className="join-doors" data-count={Math.min(room.groups.length, MOST_SQUARES + 1)}>
        {room.groups.map(({ groupId, code, url }) => {
          const group = groups.get(groupId)
          return (
            <section key={groupId} className="join-door">
              <h2 dir="auto">{group ? labelText(t, group.label) : ''}</h2>
              {room.groups.length > MOST_SQUARES ? null : <Qr text={url} label={t('projector:join.square')} />}
              <p className="join-big-code">{code}</p>
            </section>
          )
        })}
      </div>
      <p className="join-typed">
        {room.wifi ? (
          <>
            {t('projector:join.wifi')} <b>{room.wifi.name}</b>{' '}
            <span className="quiet">{t('projector:join.password')}</span> <b>{room.wifi.password}</b>{' '}
          </>
        ) : null}
        <span className="quiet">{t('projector:join.orType')}</span> <b>{room.typed}</b>{' '}
        <span className="quiet">{t('projector:join.groupCode')}</span>
      </p>
    </>
  )
}

const JoinSteps = ({ room, code }: { readonly room: RoomView; readonly code: string }) => {
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
          <span className="quiet">{t('projector:join.andCode')}</span> <b className="no-break">{code}</b>
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
