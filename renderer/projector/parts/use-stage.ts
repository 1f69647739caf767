import { useSyncExternalStore } from 'react'
import type { Group, Stage } from '@core/model/session'
import type { Step } from '@core/model/step'
import { useClient, useOrdered, useRecord, useRoom, useSession } from '../../shared/replica/react'

/** The parallel group this projector stands with; undefined: everybody, also when its group is there no more. */
export const useGroup = (): Group | undefined => {
  const client = useClient()
  const id = useSyncExternalStore(client.onWelcome, () => client.welcome()?.groupId ?? null)
  return useRecord('group', id)
}

export const useStage = (): Stage | undefined => {
  const session = useSession()
  const group = useGroup()
  return group?.stage ?? session?.stage
}

/** The step that is done here now: the group's own, else everybody's. */
export const useCurrentStep = (): Step | undefined => {
  const session = useSession()
  const group = useGroup()
  const own = useRecord('step', group?.currentStepId)
  const all = useRecord('step', session?.currentStepId)
  return own ?? all
}

/** The groups, while they work apart and this projector is for everybody. */
export const useGroupsAtWork = (): readonly Group[] => {
  const here = useGroup()
  const groups = useOrdered('group')
  return here === undefined && groups.some(({ currentStepId }) => currentStepId !== undefined) ? groups : []
}

/** The way in for whoever looks at this projector: the group's own code, else everybody's. Null while it is shut. */
export const useDoor = (): { readonly code: string; readonly url: string; readonly locked: boolean } | null => {
  const room = useRoom()
  const group = useGroup()
  if (!room?.open) return null
  const own = room.groups.find(({ groupId }) => groupId === group?.id)
  return { code: own?.code ?? room.code, url: own?.url ?? room.url, locked: room.locked }
}
