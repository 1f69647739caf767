import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Caller } from '../seat'
import type { Services } from '../services'

/** Takes back, or does again, one's own last document change. */
export const historyHandlers = ({ sessions }: Services): Handlers => {
  const step = async (
    way: 'back' | 'forward',
    caller: Caller,
  ): Promise<Result<{ seq: number; label: string }, Failure>> => {
    const workspace = sessions.current()
    const { role } = caller.seat
    if (!workspace || !role) return err(failure('no-session'))
    const taken = workspace.undo[way](role)
    if (!taken.ok) {
      workspace.historyChanged()
      return taken
    }
    const { name, diff, done } = taken.value
    const change = { name: `history.${way === 'back' ? 'undo' : 'redo'}`, by: role, undoable: false, caller } as const
    const committed = workspace.change(() => {
      done()
      return ok(diff)
    }, change)
    workspace.historyChanged()
    const answer = await committed
    return answer.ok ? ok({ seq: answer.value.seq, label: name }) : answer
  }
  return {
    'history.undo': (_args, caller) => step('back', caller),
    'history.redo': (_args, caller) => step('forward', caller),
  }
}
