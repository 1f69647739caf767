import type { CommandTable } from './command'
import type { Run } from './kit'
import { done, isTaken, missing, refuse } from './kit'

const add: Run<'link.add'> = (view, { id, kind, from, to }) => {
  if (isTaken(view, id)) return refuse('already-there')
  if (from === to) return refuse('wrong-value')
  const ends = [view.card, view.cluster, view.statement] as const
  if (![from, to].every((end) => ends.some((table) => table.has(end)))) return missing('card')
  for (const link of view.link.values()) {
    if (link.kind === kind && link.from === from && link.to === to) return refuse('already-there')
  }
  return done({ added: [{ type: 'link', id, kind, from, to }] })
}

const remove: Run<'link.remove'> = (view, { id }) => {
  const link = view.link.get(id)
  return link ? done({ removed: [link] }) : missing('link')
}

export const linkCommands = {
  'link.add': { run: add, undoable: true },
  'link.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
