import { IconChecklist, IconGavel } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { StepButton, useStepWords } from '../app/step-header'
import { AgreedPlace } from './agreed-place'
import { DecisionsPane } from './decisions-pane'
import { startDecision, startTask } from './drafts'
import { OutcomeDrawer, useOutcomeActions } from './outcome-drawer'
import { RemovedBar } from './removed-bar'
import { TasksPane } from './tasks-pane'
import { useMay } from './use-may'
import './outcomes.css'

export interface OutcomesPlaceProps {
  readonly focus: 'decisions' | 'tasks'
  readonly stepId?: string
}

const Actions = ({ focus, stepId }: OutcomesPlaceProps) => {
  const t = useT()
  const may = useMay()
  const decisionsFirst = focus === 'decisions'
  const task = (
    <Button
      key="task"
      kind={decisionsFirst || stepId !== undefined ? 'plain' : 'primary'}
      icon={<IconChecklist size={17} stroke={1.9} />}
      onClick={() => startTask()}
    >
      {t('outcomes:task.write')}
    </Button>
  )
  const decision = (
    <Button
      key="decision"
      kind={decisionsFirst && stepId === undefined ? 'primary' : 'plain'}
      icon={<IconGavel size={17} stroke={1.9} />}
      onClick={() => startDecision()}
    >
      {t('outcomes:decision.record')}
    </Button>
  )
  // After the session decisions stay as they were made; replies to them are written in their drawers.
  const decisions = may('decision.add') ? [decision] : []
  return (
    <>
      {decisionsFirst ? [task, ...decisions] : [...decisions, task]}
      {stepId === undefined ? null : <StepButton stepId={stepId} />}
    </>
  )
}

const BothPlace = ({ focus, stepId }: OutcomesPlaceProps) => {
  const t = useT()
  const may = useMay()
  const words = useStepWords(stepId)
  useOutcomeActions()
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          kicker={words?.kicker}
          title={words?.title ?? t('outcomes:title')}
          lead={words?.lead ?? t('outcomes:lead')}
          actions={may('task.add') ? <Actions focus={focus} stepId={stepId} /> : undefined}
        />
      }
      drawer={<OutcomeDrawer />}
    >
      <div className="outcomes" data-focus={focus}>
        <DecisionsPane />
        <TasksPane />
      </div>
      <RemovedBar />
    </PlaceFrame>
  )
}

/** Decisions and tasks side by side; `focus` is the one that comes first. At the step "agreed" it asks what came of them. */
export const OutcomesPlace = ({ focus, stepId }: OutcomesPlaceProps) => {
  const step = useRecord('step', stepId)
  return step?.kind === 'agreed' ? <AgreedPlace stepId={step.id} /> : <BothPlace focus={focus} stepId={stepId} />
}
