import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { Handlers } from '../dispatcher'
import type { Caller } from '../seat'
import type { Services } from '../services'
import type { Undo } from '../undo'

type Take = (undo: Undo, role: Role) => ReturnType<Undo['back']>

/** Takes back, or does again, one's own document changes. */
export const historyHandlers = ({ sessions }: Services): Handlers => {
  const step = async (
    name: 'history.undo' | 'history.redo' | 'history.restore',
    caller: Caller,
    take: Take,
  ): Promise<Result<{ seq: number; label: string }, Failure>> => {
    const workspace = sessions.current()
    const { role } = caller.seat
    if (!workspace || !role) return err(failure('no-session'))
    const taken = take(workspace.undo, role)
    if (!taken.ok) {
      workspace.historyChanged()
      return taken
    }
    const { name: label, diff, done } = taken.value
    // What was brought back alone is a change of its own, to be undone like any other.
    const change = { name, by: role, undoable: name === 'history.restore', caller } as const
    const committed = workspace.change(() => {
      done()
      return ok(diff)
    }, change)
    workspace.historyChanged()
    const answer = await committed
    return answer.ok ? ok({ seq: answer.value.seq, label }) : answer
  }
  return {
    'history.undo': (_args, caller) => step('history.undo', caller, (undo, role) => undo.back(role)),
    'history.redo': (_args, caller) => step('history.redo', caller, (undo, role) => undo.forward(role)),
    'history.restore': ({ entryId }, caller) =>
      step('history.restore', caller, (undo, role) => undo.restore(role, entryId)),
    'history.list': (_args, caller) => {
      const workspace = sessions.current()
      const { role } = caller.seat
      return workspace && role ? ok(workspace.undo.list(role)) : err(failure('no-session'))
    },
  }
}
