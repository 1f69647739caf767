import { IconDeviceMobile } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { PhoneView, RoomView } from '@core/protocol/views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useRequest, useTable } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { voiceSlot } from '../app/voice-slot'
import { NumberField } from '../outcomes/number-field'

/** What the host takes at most; more would not answer in time. */
const MOST_CAP = 2_000

/** Asked anew with every change of the room. */
const usePhones = (room: RoomView, asked: number): readonly PhoneView[] | null => {
  const request = useRequest()
  const [phones, setPhones] = useState<readonly PhoneView[] | null>(null)
  useEffect(() => {
    let gone = false
    void request('room.phones', {}).then((result) => {
      if (!gone && result.ok) setPhones(result.value)
    })
    return () => {
      gone = true
    }
  }, [request, room, asked])
  return phones
}

interface PhoneRowProps {
  readonly phone: PhoneView
  readonly number: number
  readonly onRemove: () => void
}

/** Asked once: whoever is sent away comes back only when the room opens anew. */
const PhoneRow = ({ phone, number, onRemove }: PhoneRowProps) => {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const voice = useTable('voice').get(phone.voiceId ?? '')
  const name = t('room:phoneList.phone', { number })
  return (
    <li className="phone-row">
      {voice === undefined ? (
        <IconDeviceMobile size={16} stroke={1.75} aria-hidden="true" />
      ) : (
        <VoiceMark voice={voiceSlot(voice)} size={14} />
      )}
      <p>
        {name}
        <span className="quiet" dir="auto">
          {' · '}
          {voice === undefined ? t('room:phoneList.noVoice') : labelText(t, voice.label)}
        </span>
        {phone.here ? null : <span className="quiet"> · {t('room:phoneList.away')}</span>}
      </p>
      {asking ? (
        <>
          <Button size="small" kind="danger" label={t('room:phoneList.removeDoOf', { name })} onClick={onRemove}>
            {t('room:phoneList.removeDo')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('common:cancel')}
          </Button>
        </>
      ) : (
        <Button size="small" label={t('room:phoneList.removeOf', { name })} onClick={() => setAsking(true)}>
          {t('room:phoneList.remove')}
        </Button>
      )}
    </li>
  )
}

const PhoneList = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const request = useRequest()
  const [asked, setAsked] = useState(0)
  const phones = usePhones(room, asked)
  const remove = async (phoneId: string): Promise<void> => {
    const removed = await request('room.remove-phone', { phoneId })
    if (!removed.ok) reportFailure(removed.error)
    setAsked((count) => count + 1)
  }
  if (phones === null) return null
  if (phones.length === 0) return <p className="small quiet">{t('room:phoneList.none')}</p>
  return (
    <>
      <p className="small quiet">{t('room:phoneList.about')}</p>
      <ul className="phone-list" tabIndex={0} aria-label={t('room:phoneList.title')}>
        {phones.map((phone, index) => (
          <PhoneRow key={phone.phoneId} phone={phone} number={index + 1} onRemove={() => void remove(phone.phoneId)} />
        ))}
      </ul>
    </>
  )
}

/** How many phones may come in, and which are here; one that disturbs can be sent away. */
export const Phones = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const request = useRequest()
  const [shown, setShown] = useState(false)
  const limit = async (most: number | null): Promise<void> => {
    const done = await request('room.cap', { most })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <section className="room-section">
      <div className="room-section-head">
        <h3>{t('room:phoneList.title')}</h3>
        <Button size="small" expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'room:phoneList.hide' : 'room:phoneList.show')}
        </Button>
      </div>
      <NumberField
        label={t('room:cap.label')}
        hint={t('room:cap.hint')}
        value={room.cap}
        least={1}
        most={MOST_CAP}
        onChoose={(most) => void limit(most)}
      />
      {room.cap !== null && room.phones >= room.cap ? <p className="small cap-full">{t('room:cap.full')}</p> : null}
      {shown ? <PhoneList room={room} /> : null}
    </section>
  )
}
