import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useLab, useSession } from '../../shared/replica/react'
import { Frame } from '../parts/frame'
import { HeardSoFar } from '../parts/heard'
import { JoinCode } from '../parts/join-code'
import { useStepName } from '../parts/use-head'
import { useCurrentStep, useGroupsAtWork } from '../parts/use-stage'
import { GroupsView } from './groups'

/** From so many letters on a heading is set in the smaller of its two sizes. */
const LONG_HEADING = 90

/** The question of the running step, and what to do with it; of each group, while they work apart. */
export const StepView = () => {
  const t = useT()
  const session = useSession()
  const lab = useLab()
  const step = useCurrentStep()
  const head = useStepName()
  const groups = useGroupsAtWork()
  if (groups.length > 0) return <GroupsView groups={groups} />
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
  const heading = labelText(t, step.question ?? step.label)
  return (
    <Frame head={head} className="step" foot={foot}>
      <h1 dir="auto" className={heading.length > LONG_HEADING ? 'heading-long' : undefined}>
        {heading}
      </h1>
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
