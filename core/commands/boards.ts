import { patch } from '../change/diff'
import { layoutFits } from '../rules/drawn-as'
import { cleanAxes, onBoard } from './board-kit'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { checkRefs, cleanLabel, done, given, isTaken, lastOrder, maybeLabel, missing, moveOrder, refuse } from './kit'

const add: Run<'board.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  if (args.axes.length < 1 || args.axes.length > 2) return refuse('wrong-value', { limit: 2 })
  const axes = cleanAxes(args.axes)
  if (!axes.ok) return axes
  const unknown = checkRefs(view, [['group', args.groupId]])
  if (unknown) return unknown
  const board = {
    type: 'board',
    id: args.id,
    order: lastOrder(view.board.values()),
    label: label.value,
    layout: args.layout,
    axes: axes.value,
    ...given(args, ['templateKey', 'groupId']),
  } as const
  return done({ added: [board] })
}

const update: Run<'board.update'> = (view, args) => {
  const board = view.board.get(args.id)
  if (!board) return missing('board')
  const label = maybeLabel(args.label)
  if (!label.ok) return label
  const { layout } = args
  if (layout !== undefined && !layoutFits(layout, board.axes.length)) return refuse('layout-does-not-fit')
  const unknown = checkRefs(view, [['group', args.groupId]])
  if (unknown) return unknown
  const fields = {
    ...(label.value === undefined ? {} : { label: label.value }),
    ...(layout === undefined ? {} : { layout }),
    ...given(args, ['groupId']),
  }
  return done({ changed: [patch<'board'>(board, fields)] })
}

const move: Run<'board.move'> = (view, { id, before }) => {
  const board = view.board.get(id)
  if (!board) return missing('board')
  const order = moveOrder(view.board.values(), id, before)
  return order === null ? refuse('wrong-place') : done({ changed: [patch<'board'>(board, { order })] })
}

const remove: Run<'board.remove'> = (view, { id }) => {
  const board = view.board.get(id)
  if (!board) return missing('board')
  const { cards, clusters } = onBoard(view, id)
  if (cards.length + clusters.length > 0) return refuse('still-used', { count: cards.length + clusters.length })
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [board, ...cleaning.removed] })
}

export const boardCommands = {
  'board.add': { run: add, undoable: true },
  'board.update': { run: update, undoable: true },
  'board.move': { run: move, undoable: true },
  'board.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
