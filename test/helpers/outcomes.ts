import type { Diff } from '@core/change/diff'
import { applyDiff } from '@core/change/diff'
import type { CommandContext, Outcome } from '@core/commands/command'
import { commands } from '@core/commands/table'
import type { Tables } from '@core/model/document'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import { aContext } from './builders'

/** The code of a refusal; null when it was accepted. */
export const codeOf = (outcome: Outcome): string | null => (outcome.ok ? null : outcome.error.code)

/** Puts an accepted outcome into the document; a refusal fails the test with its code. */
export const take = (tables: Tables, outcome: Outcome): Diff => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code}`)
  const applied = applyDiff(tables, outcome.value)
  if (!applied.ok) throw new Error(`does not fit: ${JSON.stringify(applied.error)}`)
  return outcome.value
}

export const run = <N extends DocumentRequestName>(
  tables: Tables,
  name: N,
  args: RequestArgs<N>,
  context: CommandContext = aContext(),
): Outcome => commands[name].run(tables, args, context)

/** Runs a command that must be accepted. */
export const act = <N extends DocumentRequestName>(
  tables: Tables,
  name: N,
  args: RequestArgs<N>,
  context: CommandContext = aContext(),
): Diff => take(tables, run(tables, name, args, context))
