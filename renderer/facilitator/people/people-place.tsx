import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { PeopleList } from './people-list'
import { VoicesList } from './voices-list'
import './people.css'

/** Who speaks here: the voices, and the people who want to be on the list. */
export const PeoplePlace = () => {
  const t = useT()
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('people:title')} lead={t('people:lead')} />}>
      <div className="people">
        <VoicesList />
        <PeopleList />
      </div>
    </PlaceFrame>
  )
}
