import { IconArrowRight, IconFlag, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Step } from '@core/model/step'
import { nextStep } from '@core/rules/agenda-time'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import type { ButtonKind } from '../../shared/look/button'
import { useDone, useOrdered, useReadOnly, useRecord, useSession, useTable } from '../../shared/replica/react'
import { runAction } from './actions'
import { useSteps } from './use-steps'

type StepWords = {
  readonly step: Step | undefined
  /** "Step 2 of 8". */
  readonly kicker: string
  /** The question of the step, or its name. */
  readonly title: string
  readonly lead: string | undefined
}

/** The words for a `PlaceHeader` of a place that is opened as a step of the agenda. */
export const useStepWords = (stepId: string | undefined): StepWords | null => {
  const t = useT()
  const steps = useOrdered('step')
  const step = useRecord('step', stepId ?? '')
  if (stepId === undefined || step === undefined) return null
  return {
    step,
    kicker: t('shell:step.kicker', { number: steps.findIndex(({ id }) => id === stepId) + 1, count: steps.length }),
    title: labelText(t, step.question ?? step.label),
    lead: step.instruction === undefined ? undefined : labelText(t, step.instruction),
  }
}

interface StepButtonProps {
  readonly stepId: string
  readonly kind?: ButtonKind
}

const icon = (Icon: typeof IconArrowRight): ReactNode => <Icon size={17} stroke={1.9} />

/** The way on from a finished session. Nothing before it is finished. */
export const NextSessionButton = () => {
  const t = useT()
  if (useSession()?.state !== 'closed') return null
  return (
    <Button iconAfter={icon(IconArrowRight)} onClick={() => void runAction('file.next')}>
      {t('actions:file.next')}
    </Button>
  )
}

/** How many said that they are done; by count only. Nothing while nobody has. */
export const DoneCount = ({ stepId }: { readonly stepId: string }) => {
  const t = useT()
  const view = useDone(stepId)
  if (view === undefined || view.done === 0) return null
  const { done, present } = view
  return (
    <span className="tag step-done" role="status">
      {present >= done ? t('shell:done.name', { count: done, present }) : t('shell:done.alone', { count: done })}
    </span>
  )
}

/** The way on from a step: start it, go to the next one, or finish the session. Places put it last in their header. */
export const StepButton = ({ stepId, kind = 'primary' }: StepButtonProps) => {
  const session = useSession()
  const step = useRecord('step', stepId)
  const readOnly = useReadOnly()
  if (step === undefined || session === undefined || readOnly) return null
  if (session.state === 'closed') return <NextSessionButton />
  return step.state === 'running' ? (
    <>
      <DoneCount stepId={stepId} />
      <OnButton step={step} kind={kind} />
    </>
  ) : (
    <StartButton step={step} kind={kind} />
  )
}

interface WayProps {
  readonly step: Step
  readonly kind: ButtonKind
}

const StartButton = ({ step, kind }: WayProps) => {
  const t = useT()
  const { start } = useSteps()
  return (
    <Button
      kind={step.state === 'waiting' ? kind : 'plain'}
      icon={icon(IconPlayerPlay)}
      onClick={() => void start(step.id)}
    >
      {step.state === 'waiting' ? t('shell:step.start') : t('shell:step.startAgain')}
    </Button>
  )
}

/** From a running step to the next: of its group, or where groups part, all of them at once. */
const OnButton = ({ step, kind }: WayProps) => {
  const t = useT()
  const steps = useOrdered('step')
  const group = useTable('group').get(step.groupId ?? '')
  const { startTogether } = useSteps()
  const next = nextStep(steps, step.id)
  if (next === undefined) {
    const others = steps.some(({ id, state }) => id !== step.id && state === 'running')
    return group !== undefined && others ? (
      <Button kind={kind} icon={icon(IconFlag)} onClick={() => void runAction('session.endStep')}>
        {t('shell:step.endGroup', { group: labelText(t, group.label) })}
      </Button>
    ) : (
      <Button kind={kind} icon={icon(IconFlag)} onClick={() => void runAction('session.finish')}>
        {t('shell:step.finish')}
      </Button>
    )
  }
  const name = labelText(t, next.label)
  const words =
    step.groupId !== undefined && next.groupId === undefined
      ? t('shell:step.together', { step: name })
      : step.groupId === undefined && next.groupId !== undefined
        ? t('shell:step.part')
        : t('shell:step.next', { step: name })
  return (
    <Button kind={kind} iconAfter={icon(IconArrowRight)} onClick={() => void startTogether(next.id)}>
      {words}
    </Button>
  )
}
