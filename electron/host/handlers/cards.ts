import { removeCards } from '@core/commands/cards'
import { tidy } from '@core/commands/kit'
import { ok } from '@core/lib/result'
import type { Handlers } from '../dispatcher'
import { submitCard, submittedBefore, withdrawCard } from '../phone-cards'
import { readyWorkspace } from '../ready-workspace'
import type { Services } from '../services'

/** What people say from their phones. */
export const cardHandlers = ({ sessions }: Services): Handlers => ({
  'card.submit': async (args, caller) => {
    const space = readyWorkspace(sessions)
    if (!space.ok) return space
    const { tables } = space.value
    const before = submittedBefore(tables, args)
    // The same words are a message that came twice; others are a change of one's own card.
    if (before && before.text === tidy(args.text) && before.quote === args.quote) {
      await space.value.settled()
      return ok({ id: before.id, held: before.held })
    }
    const { voiceId, role, groupId } = caller.seat
    const given = { ...args, voiceId, groupId, kiosk: role === 'kiosk' }
    const change = { name: 'card.submit', by: role ?? 'host', undoable: false, caller } as const
    const added = await space.value.change((context) => submitCard(tables, given, context), change)
    return added.ok ? ok({ id: args.id, held: tables.card.get(args.id)?.held ?? false }) : added
  },
  'card.withdraw': async ({ id, secret }, caller) => {
    const space = readyWorkspace(sessions)
    if (!space.ok) return space
    const card = withdrawCard(space.value.tables, id, secret)
    if (!card.ok) return card
    const change = { name: 'card.withdraw', by: caller.seat.role ?? 'host', undoable: false, caller } as const
    const gone = await space.value.change(() => removeCards(space.value.tables, [card.value], { copies: true }), change)
    return gone.ok ? ok({ id }) : gone
  },
})
