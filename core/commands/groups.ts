import { patch } from '../change/diff'
import { LIMITS } from '../model/limits'
import type { Group } from '../model/session'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, done, isTaken, missing, ordersAt, refuse } from './kit'
import { ownRunningStep } from './running-step'

const add: Run<'group.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.group.size >= LIMITS.groups) return refuse('too-many', { limit: LIMITS.groups })
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const order = ordersAt(view.group.values(), args.before, 1)?.[0]
  if (order === undefined) return missing('group')
  // Who comes into a group first wants to know how to join it.
  const group: Group = { type: 'group', id: args.id, order, label: label.value, stage: { view: 'join' } }
  return done({ added: [group] })
}

const update: Run<'group.update'> = (view, { id, label }) => {
  const group = view.group.get(id)
  if (!group) return missing('group')
  const clean = cleanLabel(label)
  return clean.ok ? done({ changed: [patch<'group'>(group, { label: clean.value })] }) : clean
}

/** Its steps and boards stay, with all that is on them, and are everybody's from then on. */
const remove: Run<'group.remove'> = (view, { id }) => {
  const group = view.group.get(id)
  if (!group) return missing('group')
  if (ownRunningStep(view, id)) return refuse('still-used', { count: 1 })
  const steps = [...view.step.values()].filter(({ groupId }) => groupId === id)
  const boards = [...view.board.values()].filter(({ groupId }) => groupId === id)
  return done({
    changed: [
      ...steps.map((step) => patch<'step'>(step, { groupId: undefined })),
      ...boards.map((board) => patch<'board'>(board, { groupId: undefined })),
    ],
    removed: [group],
  })
}

export const groupCommands = {
  'group.add': { run: add, undoable: true },
  'group.update': { run: update, undoable: true },
  'group.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
