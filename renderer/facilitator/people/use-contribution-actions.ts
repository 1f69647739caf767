import { sessionOf } from '@core/model/document'
import { useReplica, useRequest, useRun } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { showPanel } from '../app/panels'
import { reportFailure } from '../app/problems'
import { useActions } from '../app/use-actions'

/** The deeds around who speaks, which hold in every place of an open session. */
export const useContributionActions = (): void => {
  const request = useRequest()
  const run = useRun()
  const { view, snapshot } = useReplica()
  const open = (): boolean => sessionOf(view)?.state !== 'closed' && snapshot()?.readOnly !== true
  useActions({
    'go.waiting': { enabled: () => true, run: () => nav.go({ kind: 'waiting' }) },
    'card.writeDown': { enabled: open, run: () => showPanel({ kind: 'write-down' }) },
    'queue.next': {
      enabled: () => open() && (sessionOf(view)?.queue?.length ?? 0) > 0,
      run: async () => {
        const done = await run('queue.next', {})
        if (!done.ok) reportFailure(done.error)
      },
    },
    'room.tablet': {
      enabled: open,
      run: async () => {
        const opened = await request('tablet.open', {})
        if (!opened.ok) reportFailure(opened.error)
        else if (opened.value.url !== null) window.open(opened.value.url, 'polyphony-tablet')
      },
    },
  })
}
