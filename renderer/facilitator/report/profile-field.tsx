import { useT } from '../../shared/i18n/use-t'
import { PROFILES } from './report-kit'
import type { Profile } from './report-kit'
import './report.css'

interface ProfileFieldProps {
  readonly profile: Profile
  readonly onChoose: (profile: Profile) => void
}

/** For whom the report is: each with what that means. */
export const ProfileField = ({ profile, onChoose }: ProfileFieldProps) => {
  const t = useT()
  return (
    <fieldset className="choice-group">
      <legend>{t('reportPlace:profile.label')}</legend>
      {PROFILES.map((one) => (
        <label key={one} className="choice" data-chosen={one === profile || undefined}>
          <input type="radio" name="profile" value={one} checked={one === profile} onChange={() => onChoose(one)} />
          <b>{t(`reportPlace:profile.${one}.name`)}</b>
          <span className="quiet small">{t(`reportPlace:profile.${one}.text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
