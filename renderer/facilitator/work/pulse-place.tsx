import { IconHeartbeat, IconPresentation } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useSession } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { StepButton, useStepWords } from '../app/step-header'
import { ClosedNote } from '../outcomes/closed-note'
import { RemovedBar } from '../outcomes/removed-bar'
import { useMay } from '../outcomes/use-may'
import { useShowStage } from '../room/use-show-stage'
import { PulsePaper, PulseRemarks } from './pulse-paper'
import { AddPulse, QuestionTools, QuestionWords } from './pulse-questions'
import { PulseResult } from './pulse-results'
import './work.css'
import './pulse.css'

const ShowButton = () => {
  const t = useT()
  const show = useShowStage()
  const shown = useSession()?.stage.view === 'pulse'
  return (
    <Button
      icon={<IconPresentation size={17} stroke={1.75} />}
      onClick={() => void show({ view: 'pulse' })}
      {...(shown ? { unavailable: t('work:pulse.onProjector') } : {})}
    >
      {t('work:pulse.show')}
    </Button>
  )
}

const Questions = () => {
  const may = useMay()
  const pulses = useOrdered('pulse')
  const editable = may('pulse.update')
  return (
    <ol className="pulse-list">
      {pulses.map((pulse) => (
        <li key={pulse.id} className="panel" data-pulse={pulse.id}>
          <div className="indicator-head">
            <QuestionWords pulse={pulse} editable={editable} />
            {editable ? <QuestionTools pulse={pulse} /> : null}
          </div>
          <PulseResult pulse={pulse} />
        </li>
      ))}
    </ol>
  )
}

/** The short feedback round at the end; as a step of the agenda, or as a place. */
export const PulsePlace = ({ stepId }: { readonly stepId?: string }) => {
  const t = useT()
  const may = useMay()
  const words = useStepWords(stepId)
  const pulses = useOrdered('pulse')
  const empty = pulses.length === 0
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          kicker={words?.kicker}
          title={words?.title ?? t('work:pulse.title')}
          lead={words?.lead ?? t('work:pulse.lead')}
          actions={
            <>
              {empty || !may('stage.show') ? null : <ShowButton />}
              {stepId === undefined ? null : <StepButton stepId={stepId} />}
            </>
          }
        />
      }
    >
      <div className="work-body pulse">
        <ClosedNote deed="pulse.paper" />
        {empty ? (
          <EmptyState
            drawing={<PageDrawing />}
            title={t('work:pulse.emptyTitle')}
            text={t('work:pulse.emptyText')}
            tip={t('work:pulse.tip')}
            tipIcon={<IconHeartbeat size={18} stroke={1.75} />}
          />
        ) : (
          <p className="quiet">{t('work:pulse.range')}</p>
        )}
        <Questions />
        {may('pulse.add') ? <AddPulse /> : null}
        {empty || !may('pulse.paper') ? null : (
          <>
            <PulsePaper />
            <PulseRemarks />
          </>
        )}
      </div>
      <RemovedBar />
    </PlaceFrame>
  )
}
