import { mkdir } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { err, ok } from '@core/lib/result'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Settings } from '@core/protocol/views'
import type { Handlers } from '../dispatcher'
import { push } from '../outgoing'
import type { Services } from '../services'
import { settingsElsewhere } from '../settings'
import { failureOfThrown } from '../storage-failures'

export const settingsHandlers = ({ settings, connections }: Services): Handlers => ({
  'settings.get': () => ok(settings.get()),
  'settings.set': async (given) => {
    const usable = await usableFolder(given.dataDir)
    if (!usable.ok) return usable
    // Public reports only merge what the room may see.
    if (given.k && given.k.public < given.k.room) return err(failure('wrong-value', { limit: given.k.room }))
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const next = await settings.set(change satisfies Partial<Settings>)
    connections.tell(['facilitator'], push('settings.changed', next))
    connections.tell(['co-facilitator', 'projector'], push('settings.changed', settingsElsewhere(next)))
    if (given.dataDir !== undefined) connections.tell(['facilitator'], push('home.changed', {}))
    return ok(next)
  },
})

/** Made if it is not there; what cannot be made is said before it is kept. */
const usableFolder = async (folder: string | null | undefined): Promise<Result<null, Failure>> => {
  if (folder == null) return ok(null)
  if (!isAbsolute(folder)) return err(failure('wrong-value', { field: 'folder' }))
  try {
    await mkdir(folder, { recursive: true })
    return ok(null)
  } catch (error) {
    return err(failureOfThrown(error))
  }
}
