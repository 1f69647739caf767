import { useT } from '../../shared/i18n/use-t'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { OtherWays } from './other-ways'
import { PeopleList } from './people-list'
import { SpeakingQueue } from './speaking-queue'
import { VoiceBalance } from './voice-balance'
import { VoicesList } from './voices-list'
import './people.css'

/** Who speaks here, how much of it was heard, and the people who want to be on the list. */
export const PeoplePlace = () => {
  const t = useT()
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('people:title')} lead={t('people:lead')} />}>
      <div className="people">
        <VoicesList />
        <VoiceBalance />
        <SpeakingQueue />
        <PeopleList />
        <OtherWays />
      </div>
    </PlaceFrame>
  )
}
