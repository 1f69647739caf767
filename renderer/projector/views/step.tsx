import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useLab, useRecord, useSession } from '../../shared/replica/react'
import { Frame } from '../parts/frame'
import { HeardSoFar } from '../parts/heard'
import { JoinCode } from '../parts/join-code'

/** The question of the running step, and what to do with it. */
export const StepView = () => {
  const t = useT()
  const session = useSession()
  const lab = useLab()
  const step = useRecord('step', session?.currentStepId)
  const foot = (
    <>
      <HeardSoFar />
      <JoinCode />
    </>
  )
  if (!step) {
    return (
      <Frame head={lab?.name ?? ''} className="step" foot={foot}>
        <h1 dir="auto">{session?.title}</h1>
        <p className="step-instruction">
          {t(session?.state === 'closed' ? 'projector:step.over' : 'projector:step.soon')}
        </p>
      </Frame>
    )
  }
  return (
    <Frame head={labelText(t, step.label)} className="step" foot={foot}>
      <h1 dir="auto">{labelText(t, step.question ?? step.label)}</h1>
      {step.instruction ? (
        <p className="step-instruction" dir="auto">
          {labelText(t, step.instruction)}
        </p>
      ) : null}
      {step.contribute === 'closed' ? null : (
        <p className="step-how">{t(step.contribute === 'alone' ? 'projector:step.alone' : 'projector:step.open')}</p>
      )}
    </Frame>
  )
}
