import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceChip } from '../../shared/look/chip'
import { useOrdered } from '../../shared/replica/react'
import { voiceSlot } from '../app/voice-slot'
import { NumberField } from './number-field'

export type Behind = { readonly voiceIds: string[]; readonly count?: number; readonly of?: number }

interface BehindFieldProps {
  readonly behind: Behind
  readonly onChoose: (behind: Behind) => void
}

/** Who stands behind a decision: voices, and how many of those present. */
export const BehindField = ({ behind, onChoose }: BehindFieldProps) => {
  const t = useT()
  const voices = useOrdered('voice')
  const present = voices.reduce((sum, voice) => sum + voice.present, 0)
  const toggle = (id: string, on: boolean): void =>
    onChoose({
      ...behind,
      voiceIds: voices.map((v) => v.id).filter((v) => (v === id ? on : behind.voiceIds.includes(v))),
    })
  const setCount = (count: number | null): void =>
    onChoose({
      voiceIds: behind.voiceIds,
      ...(count === null ? {} : { count, of: Math.max(count, behind.of ?? present) }),
    })
  const setOf = (of: number | null): void =>
    onChoose({ voiceIds: behind.voiceIds, ...(of === null ? {} : { of, count: Math.min(of, behind.count ?? of) }) })
  return (
    <fieldset className="field plain-fieldset">
      <legend>{t('outcomes:behind.label')}</legend>
      <div className="chip-row">
        {voices.map((voice) => (
          <VoiceChip
            key={voice.id}
            voice={voiceSlot(voice)}
            name={labelText(t, voice.label)}
            withName
            pressed={behind.voiceIds.includes(voice.id)}
            onChange={(on) => toggle(voice.id, on)}
          />
        ))}
      </div>
      <div className="behind-count">
        <NumberField label={t('outcomes:behind.count')} value={behind.count ?? null} onChoose={setCount} />
        <NumberField label={t('outcomes:behind.of')} value={behind.of ?? null} onChoose={setOf} />
      </div>
    </fieldset>
  )
}
