import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { RoomView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

/** Name and password of the Wi-Fi, to be shown on the projector beside the code. Kept for this room only. */
export const WifiForm = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const [name, setName] = useState(room.wifi?.name ?? '')
  const [password, setPassword] = useState(room.wifi?.password ?? '')
  const saved = name === (room.wifi?.name ?? '') && password === (room.wifi?.password ?? '')
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const done = await request('room.wifi', { name: name.trim(), password })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('room:wifi.name')}</label>
          <input
            id={`${id}-name`}
            className="input"
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-password`}>{t('room:wifi.password')}</label>
          <input
            id={`${id}-password`}
            className="input"
            value={password}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      </div>
      <p className="field-hint">{t('room:wifi.hint')}</p>
      <div className="actions">
        <Button
          size="small"
          type="submit"
          {...(saved ? { unavailable: t(name === '' ? 'room:wifi.nothing' : 'room:wifi.saved') } : {})}
        >
          {t('room:wifi.save')}
        </Button>
      </div>
    </form>
  )
}
