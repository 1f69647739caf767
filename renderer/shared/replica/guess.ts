import type { Command } from '@core/commands/command'
import { commands } from '@core/commands/table'
import type { Client } from '../transport/client'
import { newId } from '../lib/new-id'
import type { Guesser } from './replica'

/** Guesses with the same commands that the host runs; apart from the replica, so that pages that only read stay small. */
export const createGuesser =
  (client: Client): Guesser =>
  (view, name, args) => {
    const run = commands[name].run as Command<typeof args> // the table pairs each name with its own arguments
    const outcome = run(view, args, { now: Date.now() + client.clockSkew(), newId, random: Math.random })
    return outcome.ok ? outcome.value : null
  }
