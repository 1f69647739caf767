import { removeCards } from '@core/commands/cards'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { submitCard, submittedBefore, withdrawCard } from '../phone-cards'
import type { Services } from '../services'
import type { Workspace } from '../workspace'

/** What people say from their phones. */
export const cardHandlers = ({ sessions }: Services): Handlers => {
  const ready = (): Result<Workspace, Failure> => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    // What cannot be kept is not taken: the phone keeps it and tries again.
    return workspace.saveState().state === 'failed' ? err(failure('storage-stalled')) : ok(workspace)
  }
  return {
    'card.submit': async (args, caller) => {
      const space = ready()
      if (!space.ok) return space
      const before = submittedBefore(space.value.tables, args)
      if (before) {
        await space.value.settled()
        return ok({ id: before.id, held: before.held })
      }
      const { voiceId, role } = caller.seat
      const given = { ...args, voiceId, kiosk: role === 'kiosk' }
      const change = { name: 'card.submit', by: role ?? 'host', undoable: false, caller } as const
      const added = await space.value.change((context) => submitCard(space.value.tables, given, context), change)
      if (!added.ok) return added
      return ok({ id: args.id, held: space.value.tables.card.get(args.id)?.held ?? false })
    },
    'card.withdraw': async ({ id, secret }, caller) => {
      const space = ready()
      if (!space.ok) return space
      const card = withdrawCard(space.value.tables, id, secret)
      if (!card.ok) return card
      const change = { name: 'card.withdraw', by: caller.seat.role ?? 'host', undoable: false, caller } as const
      const gone = await space.value.change(() => removeCards(space.value.tables, [card.value]), change)
      return gone.ok ? ok({ id }) : gone
    },
  }
}
