import { IconArrowRight, IconFlag, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Step } from '@core/model/step'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import type { ButtonKind } from '../../shared/look/button'
import { useOrdered, useReadOnly, useRecord, useSession } from '../../shared/replica/react'
import { nextStep } from './agenda'
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

/** The way on from a step: start it, go to the next one, or finish the session. Places put it last in their header. */
export const StepButton = ({ stepId, kind = 'primary' }: StepButtonProps) => {
  const t = useT()
  const session = useSession()
  const steps = useOrdered('step')
  const readOnly = useReadOnly()
  const { start } = useSteps()
  const step = steps.find(({ id }) => id === stepId)
  if (step === undefined || session === undefined || readOnly) return null
  if (session.state === 'closed') return <NextSessionButton />
  if (step.state !== 'running') {
    return (
      <Button
        kind={step.state === 'waiting' ? kind : 'plain'}
        icon={icon(IconPlayerPlay)}
        onClick={() => void start(stepId)}
      >
        {step.state === 'waiting' ? t('shell:step.start') : t('shell:step.startAgain')}
      </Button>
    )
  }
  const next = nextStep(steps, stepId)
  if (next === undefined) {
    return (
      <Button kind={kind} icon={icon(IconFlag)} onClick={() => void runAction('session.finish')}>
        {t('shell:step.finish')}
      </Button>
    )
  }
  return (
    <Button kind={kind} iconAfter={icon(IconArrowRight)} onClick={() => void start(next.id)}>
      {t('shell:step.next', { step: labelText(t, next.label) })}
    </Button>
  )
}
