import type { FieldChange } from '../change/diff'
import { changedRecord, patch } from '../change/diff'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { DocumentView } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Failure } from '../protocol/failures'
import type { RequestArgs } from '../protocol/requests'
import { axisCommands } from './axes'
import { cardCommands } from './cards'
import type { CommandContext, CommandTable } from './command'
import type { Run } from './kit'
import { done, missing } from './kit'
import { peopleCommands } from './people'

type Args = RequestArgs<'card.import'>
type Made = { readonly view: DocumentView; readonly added: readonly AnyRecord[] }

/** The document with these records: what the cards then stand on. */
const grown = (view: DocumentView, added: readonly AnyRecord[], changed: readonly FieldChange[]): DocumentView => {
  const voice = new Map(view.voice)
  const board = new Map(view.board)
  for (const record of added) if (record.type === 'voice') voice.set(record.id, record)
  for (const change of changed) {
    const before = board.get(change.id)
    const after = before && changedRecord(before, change)
    if (after?.type === 'board') board.set(after.id, after)
  }
  return { ...view, voice, board }
}

const madeFor = (view: DocumentView, args: Args, context: CommandContext): Result<Made, Failure> => {
  let seen = view
  const added: AnyRecord[] = []
  const steps = [
    ...(args.voices ?? []).map((voice) => () => peopleCommands['voice.add'].run(seen, voice, context)),
    ...(args.entries ?? []).map(({ axisId, id, name }) => () => {
      const entry = { id, label: { text: name } }
      return axisCommands['axis.add-entry'].run(seen, { boardId: args.boardId, axisId, entry }, context)
    }),
  ]
  for (const step of steps) {
    const outcome = step()
    if (!outcome.ok) return err(outcome.error)
    added.push(...(outcome.value.added ?? []))
    seen = grown(seen, outcome.value.added ?? [], outcome.value.changed ?? [])
  }
  return ok({ view: seen, added })
}

/** The cards of a table with the voices, columns and rows that it names and that were not there: one change. */
const importCards: Run<'card.import'> = (view, args, context) => {
  const before = view.board.get(args.boardId)
  if (!before) return missing('board')
  const made = madeFor(view, args, context)
  if (!made.ok) return made
  const cards = cardCommands['card.add-many'].run(made.value.view, args, context)
  if (!cards.ok) return cards
  const after = made.value.view.board.get(args.boardId) ?? before
  return done({
    added: [...made.value.added, ...(cards.value.added ?? [])],
    changed: [patch<'board'>(before, { axes: after.axes })],
  })
}

export const importCommands = {
  'card.import': { run: importCards, undoable: true },
} satisfies Partial<CommandTable>
