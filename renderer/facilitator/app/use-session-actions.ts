import { useCallback } from 'react'
import { useClient, useRequest, useRoom, useSaveState } from '../../shared/replica/react'
import { nav } from './nav'
import type { Place } from './nav'
import { showDialog } from './panels'
import { reportFailure } from './problems'
import { useActions } from './use-actions'
import { useContributionActions } from '../people/use-contribution-actions'
import { useRoomActions } from '../room/use-room-actions'
import { useRunningActions } from './use-running-actions'

const always = (): boolean => true

const goes = (place: Place) => ({ enabled: always, run: () => nav.go(place) })

const useUndo = (): void => {
  const request = useRequest()
  const step = useCallback(
    async (name: 'history.undo' | 'history.redo'): Promise<void> => {
      const done = await request(name, {})
      if (!done.ok) reportFailure(done.error)
    },
    [request],
  )
  useActions({
    'edit.undo': { enabled: always, run: async () => await step('history.undo') },
    'edit.redo': { enabled: always, run: async () => await step('history.redo') },
  })
}

const useGoing = (): void =>
  useActions({
    'go.boards': goes({ kind: 'boards' }),
    'go.votes': goes({ kind: 'votes' }),
    'go.decisions': goes({ kind: 'decisions' }),
    'go.tasks': goes({ kind: 'tasks' }),
    'go.questions': goes({ kind: 'questions' }),
    'go.agenda': goes({ kind: 'agenda' }),
    'go.dialogue': goes({ kind: 'dialogue' }),
    'go.projects': goes({ kind: 'projects' }),
    'go.indicators': goes({ kind: 'indicators' }),
    'go.activities': goes({ kind: 'activities' }),
    'go.pulse': goes({ kind: 'pulse' }),
    'go.notebook': goes({ kind: 'notebook' }),
    'go.history': goes({ kind: 'history' }),
    'go.people': goes({ kind: 'people' }),
    'go.lab': goes({ kind: 'lab' }),
    'go.report': goes({ kind: 'report' }),
    'file.report': goes({ kind: 'report' }),
  })

/** Where the system has a dialog for it; the browser version offers another place only when saving fails. */
const useSavingElsewhere = (): void => {
  const client = useClient()
  const request = useRequest()
  useActions({
    'file.saveElsewhere': {
      enabled: () => client.welcome()?.capabilities.nativeDialogs === true,
      run: async () => {
        const done = await request('session.save-elsewhere', {})
        if (!done.ok) reportFailure(done.error)
      },
    },
  })
}

/** Leaving asks first only when the room is open or something is not on the disk. */
const useLeaving = (): void => {
  const request = useRequest()
  const room = useRoom()
  const save = useSaveState()
  const mustAsk = room?.open === true || save.state === 'failed'
  useActions({
    'file.leave': {
      enabled: always,
      run: async () => {
        if (mustAsk) return showDialog({ kind: 'leave' })
        const left = await request('session.leave', {})
        if (left.ok) nav.go({ kind: 'home' })
        else reportFailure(left.error)
        return undefined
      },
    },
  })
}

/** The deeds of an open session that hold in every place of it. */
export const useSessionActions = (): void => {
  useUndo()
  useGoing()
  useRunningActions()
  useLeaving()
  useSavingElsewhere()
  useRoomActions()
  useContributionActions()
}
