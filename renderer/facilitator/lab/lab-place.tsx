import { useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { useLab } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { OverTab } from './over-tab'
import { ProfileTab } from './profile-tab'
import '../outcomes/outcomes.css'
import '../people/people.css'
import '../work/work.css'
import './lab.css'

type Tab = 'over' | 'profile'
const TABS: readonly Tab[] = ['over', 'profile']

/** The lab: all its meetings over time, and what every report says about it. */
export const LabPlace = () => {
  const t = useT()
  const lab = useLab()
  const [tab, setTab] = useState<Tab>('over')
  return (
    <PlaceFrame
      ground={tab === 'profile' ? 'sheet' : 'soft'}
      header={
        <PlaceHeader
          title={lab?.name ?? t('lab:title')}
          lead={t(tab === 'profile' ? 'lab:profileLead' : 'lab:overLead')}
        >
          <Segmented<Tab>
            name={t('lab:tabs.name')}
            value={tab}
            segments={TABS.map((value) => ({ value, label: t(`lab:tabs.${value}`) }))}
            onChange={setTab}
          />
        </PlaceHeader>
      }
    >
      {tab === 'profile' ? <ProfileTab /> : <OverTab />}
    </PlaceFrame>
  )
}
