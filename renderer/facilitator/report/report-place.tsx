import { IconFileExport } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { NextSessionButton } from '../app/step-header'
import { CoverField } from './cover-field'
import { ExportState } from './export-state'
import { FormatField } from './format-field'
import { KindField, RoundField } from './kind-field'
import { LangField } from './lang-field'
import { PartsField } from './parts-field'
import { PicturesField } from './pictures-field'
import { PlanNote } from './plan-note'
import { Preview } from './preview'
import { ProfileField } from './profile-field'
import { useChoice } from './use-choice'
import { useExport } from './use-export'
import { usePlan } from './use-plan'
import './report.css'

/** Choose what and for whom, see what is left out, read it, write the files. An empty session can be written too. */
export const ReportPlace = () => {
  const t = useT()
  const choice = useChoice()
  const { ask, settled, stamp, kind, profile, formats } = choice
  const plan = usePlan(settled, stamp)
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
                onClick={() => void job.run({ ...ask, formats: [...formats] })}
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
          <KindField kinds={choice.kinds} kind={kind} onChoose={choice.chooseKind} />
          {kind === 'guide' ? (
            <RoundField rounds={choice.rounds} round={choice.round} onChoose={choice.setRound} />
          ) : null}
          <ProfileField profile={profile} onChoose={choice.setProfile} />
          <PlanNote plan={plan} profile={profile} />
          <FormatField offered={choice.offered} formats={formats} onChoose={choice.setFormats} />
          <LangField lang={choice.lang} onChoose={choice.setLang} />
          <div className="report-folds">
            <PartsField
              // Begins anew with another kind.
              key={kind}
              parts={choice.parts}
              choice={choice.partsChoice}
              onChoose={choice.setParts}
            />
            <CoverField lab={choice.lab} day={choice.day} cover={choice.cover} onChoose={choice.setCover} />
            <PicturesField parts={choice.parts} ask={ask} />
          </div>
        </div>
        <Preview ask={settled} stamp={stamp} />
      </div>
    </PlaceFrame>
  )
}
