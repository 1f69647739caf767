import { useId } from 'react'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useOrdered } from '../../../shared/replica/react'

interface VoiceSelectProps {
  readonly value: string | null
  readonly onChange: (voiceId: string | null) => void
  readonly small?: boolean
  readonly disabled?: boolean
}

/** Whose words these are. The shape of the chosen voice stands in the field, since a list of the system has none. */
export const VoiceSelect = ({ value, onChange, small = false, disabled = false }: VoiceSelectProps) => {
  const t = useT()
  const id = useId()
  const voices = useOrdered('voice')
  const voice = voices.find((one) => one.id === value)
  return (
    <div className="field voice-select" data-small={small || undefined}>
      <label htmlFor={id} className={small ? 'visually-hidden' : undefined}>
        {t('board:voice.label')}
      </label>
      <div className="voice-select-box" data-marked={voice !== undefined || undefined}>
        {voice && isVoiceSlot(voice.slot) ? <VoiceMark voice={voice.slot} size={14} /> : null}
        <select
          id={id}
          className="input"
          disabled={disabled}
          value={voice?.id ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{t('board:voice.none')}</option>
          {voices.map((one) => (
            <option key={one.id} value={one.id}>
              {labelText(t, one.label)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
