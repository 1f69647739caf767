import type { Stage } from '@core/model/session'
import { useReplica, useRequest, useRoom } from '../../shared/replica/react'
import { chosenGroup } from '../app/group-choice'
import { showPanel } from '../app/panels'
import { reportFailure } from '../app/problems'
import { useActions } from '../app/use-actions'
import { useOpenProjector } from './use-open-projector'
import { useShowStage } from './use-show-stage'

const always = (): boolean => true

/** The deeds around the room and its projectors; with parallel groups, of the group that is looked at. */
export const useRoomActions = (): void => {
  const request = useRequest()
  const { view } = useReplica()
  const isOpen = useRoom()?.open ?? false
  const openProjector = useOpenProjector()
  const showStage = useShowStage()
  const groupId = (): string | undefined => view.group.get(chosenGroup() ?? '')?.id
  const shows = (stage: Stage) => ({ enabled: always, run: async () => await showStage(stage, groupId()) })
  useActions({
    'room.panel': { enabled: always, run: () => showPanel({ kind: 'room', test: false }) },
    'room.test': { enabled: always, run: () => showPanel({ kind: 'room', test: true }) },
    'room.toggle': {
      enabled: always,
      run: async () => {
        showPanel({ kind: 'room', test: false })
        if (isOpen) return
        const opened = await request('room.open', {})
        if (!opened.ok) reportFailure(opened.error)
      },
    },
    'projector.open': { enabled: always, run: async () => await openProjector(groupId()) },
    'projector.join': shows({ view: 'join' }),
    'projector.timer': shows({ view: 'timer' }),
    'projector.step': shows({ view: 'step' }),
    'projector.blank': {
      enabled: always,
      run: async () => {
        const group = groupId()
        const done = await request('stage.toggle-blank', group === undefined ? {} : { groupId: group })
        if (!done.ok) reportFailure(done.error)
      },
    },
  })
}
