import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useRecord, useSession } from '../../shared/replica/react'

/** The running step's name; before the first step, the session's title. */
export const useStepName = (): string => {
  const t = useT()
  const session = useSession()
  const step = useRecord('step', session?.currentStepId)
  return step ? labelText(t, step.label) : (session?.title ?? '')
}
