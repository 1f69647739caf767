import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useSession } from '../../shared/replica/react'
import { useCurrentStep, useGroup } from './use-stage'

/** The running step's name; before the first step, the session's title. A group's projector says whose it is. */
export const useStepName = (): string => {
  const t = useT()
  const session = useSession()
  const group = useGroup()
  const step = useCurrentStep()
  const name = step ? labelText(t, step.label) : (session?.title ?? '')
  return group ? `${labelText(t, group.label)} · ${name}` : name
}
