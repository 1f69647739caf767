import { commands } from '@core/commands/table'
import { ok } from '@core/lib/result'
import { statementByCard } from '@core/rules/chain-links'
import type { Handlers } from '../dispatcher'
import { withdrawCard } from '../phone-cards'
import { readyWorkspace } from '../ready-workspace'
import type { Services } from '../services'

/** Authors say by phone which of their words travel to the next round; the phone's secret proves that they are theirs. */
export const statementHandlers = ({ sessions }: Services): Handlers => ({
  'statement.release-own': async ({ cardId, secret, released }, caller) => {
    const space = readyWorkspace(sessions)
    if (!space.ok) return space
    const { tables } = space.value
    const card = withdrawCard(tables, cardId, secret)
    if (!card.ok) return card
    // Asked twice, or again after a lost answer: it is as it should be.
    if (statementByCard(tables).has(cardId) === released) {
      await space.value.settled()
      return ok({ released })
    }
    const change = { name: 'statement.release-own', by: caller.seat.role ?? 'host', undoable: false, caller } as const
    const done = await space.value.change((context) => {
      const statement = statementByCard(tables).get(cardId)
      if (!released) return commands['statement.keep-back'].run(tables, { id: statement?.id ?? cardId }, context)
      const items = [{ id: context.newId(), cardId }]
      return commands['statement.release'].run(tables, { items, by: 'author' }, context)
    }, change)
    return done.ok ? ok({ released }) : done
  },
})
