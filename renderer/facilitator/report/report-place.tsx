import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useSession } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { NextSessionButton } from '../app/step-header'
import { CoverField } from './cover-field'
import { ExportState } from './export-state'
import { FolderField } from './folder-field'
import { FormatField } from './format-field'
import { KindField, RoundField } from './kind-field'
import { LangField } from './lang-field'
import { PartsField } from './parts-field'
import { PicturesField } from './pictures-field'
import { PlanNote } from './plan-note'
import { Preview } from './preview'
import { ProfileField } from './profile-field'
import { useChoice } from './use-choice'
import type { Choice } from './use-choice'
import { useExport } from './use-export'
import { usePlan } from './use-plan'
import './report.css'

/** What, for whom, as what; then what is right without touching it. */
const Choices = ({ choice }: { readonly choice: Choice }) => {
  const { choose, chosen, kind } = choice
  return (
    <>
      <KindField kinds={choice.kinds} kind={kind} onChoose={choice.chooseKind} />
      {kind === 'guide' ? (
        <RoundField rounds={choice.rounds} round={choice.round} onChoose={(round) => choose({ round })} />
      ) : null}
      <ProfileField profile={chosen.profile} onChoose={(profile) => choose({ profile })} />
      <FormatField offered={choice.offered} formats={choice.formats} onChoose={choice.chooseFormats} />
      <LangField lang={chosen.lang} onChoose={(lang) => choose({ lang })} />
      <div className="report-folds">
        <PartsField
          // Begins anew with another kind.
          key={kind}
          parts={choice.parts}
          choice={choice.partsChoice}
          onChoose={choice.chooseParts}
        />
        <CoverField lab={choice.lab} day={choice.day} cover={chosen.cover} onChoose={(cover) => choose({ cover })} />
        <PicturesField parts={choice.parts} ask={choice.ask} />
      </div>
    </>
  )
}

const Sheet = ({ sessionId }: { readonly sessionId: string }) => {
  const t = useT()
  const choice = useChoice()
  const [large, setLarge] = useState(false)
  const { ask, settled, stamp, formats, choose } = choice
  const { profile, folder } = choice.chosen
  const plan = usePlan(settled, stamp, folder)
  const job = useExport(`report:${sessionId}`)
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  const write = async (): Promise<void> =>
    await job.run({ ...ask, formats: [...formats], ...(folder === null ? {} : { folder }) })
  return (
    <PlaceFrame
      header={
        <>
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
                  onClick={() => void write()}
                >
                  {t('reportPlace:write')}
                </Button>
              </>
            }
          />
          <ExportState job={job} onFolder={(other) => choose({ folder: other })} />
        </>
      }
    >
      <div className="report-box">
        <div className="report-place" data-large={large || undefined}>
          <div className="report-choices">
            <Choices choice={choice} />
            <FolderField plan={plan} folder={folder} onChoose={(chosen) => choose({ folder: chosen })} />
          </div>
          <Preview ask={settled} stamp={stamp} kind={choice.kind} large={large} onLarge={setLarge}>
            <PlanNote plan={plan} profile={profile} />
          </Preview>
        </div>
      </div>
    </PlaceFrame>
  )
}

/** Choose what and for whom, see what is left out, read it, write the files. An empty session can be written too. */
export const ReportPlace = () => {
  const sessionId = useSession()?.id ?? ''
  return <Sheet key={sessionId} sessionId={sessionId} />
}
