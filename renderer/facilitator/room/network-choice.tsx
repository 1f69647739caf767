import { useEffect, useState } from 'react'
import type { NetworkView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { useRequest, useSettings } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

/** The networks of this laptop; asked anew each time the panel opens, for cables and hotspots come and go. */
export const useNetworks = (asked: number): readonly NetworkView[] | null => {
  const request = useRequest()
  const [networks, setNetworks] = useState<readonly NetworkView[] | null>(null)
  useEffect(() => {
    let gone = false
    void request('room.networks', {}).then((result) => {
      if (gone) return
      if (result.ok) setNetworks(result.value)
      else reportFailure(result.error)
    })
    return () => {
      gone = true
    }
  }, [request, asked])
  return networks
}

/** The one that was chosen before if it is still there, else the recommended one. */
export const usualNetwork = (networks: readonly NetworkView[], kept: string | null): string | null =>
  networks.find(({ address }) => address === kept)?.address ??
  networks.find(({ recommended }) => recommended)?.address ??
  networks[0]?.address ??
  null

interface NetworkChoiceProps {
  readonly networks: readonly NetworkView[]
  readonly chosen: string | null
  readonly onChoose: (address: string) => void
}

/** Real radios: name, kind and address of each network, the recommended one first. */
export const NetworkChoice = ({ networks, chosen, onChoose }: NetworkChoiceProps) => {
  const t = useT()
  const sorted = networks.toSorted((a, b) => Number(b.recommended) - Number(a.recommended))
  return (
    <fieldset className="network-choice">
      <legend>{t('room:network.name')}</legend>
      {sorted.map((network) => (
        <label key={network.address} className="tick network-row">
          <input
            type="radio"
            name="network"
            value={network.address}
            checked={network.address === chosen}
            onChange={() => onChoose(network.address)}
          />
          <span>
            <b>{t(`room:network.${network.kind}`, { name: network.name })}</b>
            <span className="small quiet network-address">{network.address}</span>
          </span>
          {network.recommended ? <span className="tag">{t('room:network.recommended')}</span> : null}
        </label>
      ))}
    </fieldset>
  )
}

export const useKeptNetwork = (): string | null => useSettings()?.networkAddress ?? null
