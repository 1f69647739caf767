import { useEffect } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { useLab } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useStore } from '../app/store'
import { labTab } from './lab-tab'
import type { LabTab } from './lab-tab'
import { OverTab } from './over-tab'
import { ProfileTab } from './profile-tab'
import '../outcomes/outcomes.css'
import '../people/people.css'
import '../work/work.css'
import './lab.css'

const TABS: readonly LabTab[] = ['over', 'profile']

/** The lab: all its meetings over time, and what every report says about it. */
export const LabPlace = () => {
  const t = useT()
  const lab = useLab()
  const tab = useStore(labTab)
  // Whoever comes back begins with what stands open.
  useEffect(() => () => labTab.set('over'), [])
  return (
    <PlaceFrame
      ground={tab === 'profile' ? 'sheet' : 'soft'}
      header={
        <PlaceHeader
          title={lab?.name ?? t('lab:title')}
          lead={t(tab === 'profile' ? 'lab:profileLead' : 'lab:overLead')}
        >
          <Segmented<LabTab>
            name={t('lab:tabs.name')}
            value={tab}
            segments={TABS.map((value) => ({ value, label: t(`lab:tabs.${value}`) }))}
            onChange={labTab.set}
          />
        </PlaceHeader>
      }
    >
      {tab === 'profile' ? <ProfileTab /> : <OverTab />}
    </PlaceFrame>
  )
}
