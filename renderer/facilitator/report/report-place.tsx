import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { NextSessionButton } from '../app/step-header'
import { ExportState } from './export-state'
import { FormatField } from './format-field'
import { PlanNote } from './plan-note'
import { Preview } from './preview'
import { ProfileField } from './profile-field'
import type { Format, Profile } from './report-kit'
import { REPORT_LANG } from './report-kit'
import { useExport } from './use-export'
import { usePlan } from './use-plan'
import './report.css'

const START_FORMATS: readonly Format[] = ['html']

/** Choose for whom, see what is left out, read it, write the files. An empty session can be written too. */
export const ReportPlace = () => {
  const t = useT()
  const [profile, setProfile] = useState<Profile>('participants')
  const [formats, setFormats] = useState<readonly Format[]>(START_FORMATS)
  const plan = usePlan(profile)
  const job = useExport()
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('reportPlace:title')}
          lead={t('reportPlace:lead')}
          actions={
            <>
              <NextSessionButton />
              <Button
                kind="primary"
                icon={<IconFileExport size={17} stroke={1.75} />}
                unavailable={obstacle}
                onClick={() => void job.run({ profile, lang: REPORT_LANG, formats: [...formats] })}
              >
                {t('reportPlace:write')}
              </Button>
            </>
          }
        />
      }
    >
      <div className="report-place">
        <div className="report-choices">
          <ExportState job={job} />
          <ProfileField profile={profile} onChoose={setProfile} />
          <PlanNote plan={plan} profile={profile} />
          <FormatField formats={formats} onChoose={setFormats} />
          <div className="field">
            <span className="field-label">{t('reportPlace:lang.label')}</span>
            <p>{t('reportPlace:lang.en')}</p>
          </div>
        </div>
        <Preview profile={profile} stamp={plan.stamp} />
      </div>
    </PlaceFrame>
  )
}
