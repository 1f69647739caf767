import { runningStep } from '@core/commands/running-step'
import type { Group } from '@core/model/session'
import type { Step } from '@core/model/step'
import { useReplica, useTable } from '../../shared/replica/react'
import { createStore, useStore } from './store'

/** Which parallel group the facilitator looks at; null is everybody. Only on this screen. */
const choice = createStore<string | null>(null)

export const chooseGroup = (groupId: string | null): void => choice.set(groupId)
export const chosenGroup = (): string | undefined => choice.get() ?? undefined

/** The group looked at; undefined for everybody, or when it is gone. */
export const useChosenGroup = (): Group | undefined => {
  const groupId = useStore(choice)
  return useTable('group').get(groupId ?? '')
}

/** The step that the chosen group does now, or everybody. */
export const useCurrentStep = (): Step | undefined => {
  const { view } = useReplica()
  const group = useChosenGroup()
  const steps = useTable('step')
  return steps.size === 0 ? undefined : runningStep(view, group?.id)
}
