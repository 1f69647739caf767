import { useEffect, useId, useState } from 'react'
import type { NetworkView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { useRequest } from '../../shared/replica/react'
import type { SettingProps } from './set'

/** The network that rooms open on by themselves; the room's panel can still choose another one for a day. */
export const Network = ({ settings, set }: SettingProps) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const [networks, setNetworks] = useState<readonly NetworkView[]>([])
  useEffect(() => {
    void request('room.networks', {}).then((answer) => {
      if (answer.ok) setNetworks(answer.value)
    })
  }, [request])
  const chosen = settings.networkAddress
  const known = chosen === null || networks.some(({ address }) => address === chosen)
  return (
    <section>
      <h2>{t('settings:network.title')}</h2>
      <div className="field settings-lang">
        <label htmlFor={id}>{t('settings:network.label')}</label>
        <select
          id={id}
          className="input"
          value={chosen ?? ''}
          onChange={(event) => set({ networkAddress: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{t('settings:network.automatic')}</option>
          {networks.map(({ name, address }) => (
            <option key={address} value={address}>
              {name} ({address})
            </option>
          ))}
          {known ? null : <option value={chosen}>{t('settings:network.gone', { address: chosen })}</option>}
        </select>
        <span className="field-hint">{t('settings:network.hint')}</span>
      </div>
    </section>
  )
}
