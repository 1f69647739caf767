import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Sessions } from './sessions'
import type { Workspace } from './workspace'

/** The open session, for what phones send: what cannot be kept is not taken, so that the phone keeps it and tries again. */
export const readyWorkspace = (sessions: Sessions): Result<Workspace, Failure> => {
  const workspace = sessions.current()
  if (!workspace) return err(failure('no-session'))
  return workspace.saveState().state === 'failed' ? err(failure('storage-stalled')) : ok(workspace)
}
