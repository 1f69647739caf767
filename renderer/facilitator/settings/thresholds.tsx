import { useId } from 'react'
import { useT } from '../../shared/i18n/use-t'
import type { SettingProps } from './set'

/** Under 3 a person could be told from the rest; over 20 no voice of a lab would ever be shown. */
const STEPS = Array.from({ length: 18 }, (_, index) => index + 3)

interface PickProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly onPick: (value: number) => void
}

const Pick = ({ label, value, least, onPick }: PickProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onPick(Number(event.target.value))}>
        {STEPS.filter((step) => step >= least).map((step) => (
          <option key={step} value={step}>
            {step}
          </option>
        ))}
      </select>
    </div>
  )
}

/** From how many people on a voice is shown by itself, in new sessions. Public reports never show less than the room. */
export const Thresholds = ({ settings: { k }, set }: SettingProps) => {
  const t = useT()
  return (
    <section>
      <h2>{t('settings:k.title')}</h2>
      <div className="settings-row">
        <Pick
          label={t('settings:k.room')}
          value={k.room}
          least={3}
          onPick={(room) => set({ k: { room, public: Math.max(room, k.public) } })}
        />
        <Pick
          label={t('settings:k.public')}
          value={k.public}
          least={k.room}
          onPick={(value) => set({ k: { room: k.room, public: value } })}
        />
      </div>
      <p className="field-hint">{t('settings:k.hint')}</p>
    </section>
  )
}
