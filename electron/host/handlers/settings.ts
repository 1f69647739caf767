import { ok } from '@core/lib/result'
import type { Handlers } from '../dispatcher'
import { push } from '../outgoing'
import type { Services } from '../services'

export const settingsHandlers = ({ settings, connections }: Services): Handlers => ({
  'settings.get': () => ok(settings.get()),
  'settings.set': async (given) => {
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const next = await settings.set(change)
    connections.tell(['facilitator', 'co-facilitator', 'projector'], push('settings.changed', next))
    return ok(next)
  },
})
