import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { SettingsForm } from './settings-form'
import './settings.css'

/** Settings beside an open session. */
export const SettingsPlace = () => {
  const t = useT()
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('settings:title')} lead={t('settings:lead')} />}>
      <SettingsForm />
    </PlaceFrame>
  )
}
