import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { ordersAfter } from '../change/order'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { Axis, Board, Layout } from '../model/board'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Stage } from '../model/session'
import type { Failure } from '../protocol/failures'
import { layoutFits } from '../rules/drawn-as'
import { cleanAxes, onBoard } from './board-kit'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, done, maybeLabel, missing, refuse } from './kit'
import { endOfZone } from './places'

type Found = { readonly board: Board; readonly axis: Axis; readonly axisIndex: number }

const findAxis = (view: DocumentView, boardId: string, axisId: string): Result<Found, Failure> => {
  const board = view.board.get(boardId)
  if (!board) return missing('board')
  const axisIndex = board.axes.findIndex((axis) => axis.id === axisId)
  const axis = board.axes[axisIndex]
  return axis ? ok({ board, axis, axisIndex }) : err({ code: 'wrong-place' })
}

const withEntries = ({ board, axisIndex }: Found, entries: Axis['entries']): FieldChange | null =>
  patch<'board'>(board, {
    axes: board.axes.map((axis, index) => (index === axisIndex ? { ...axis, entries } : axis)),
  })

/** The list with `entry` before the entry `before`, or at the end; null when there is no such entry. */
const inserted = <E extends { readonly id: string }>(
  entries: readonly E[],
  entry: E,
  before: string | null | undefined,
): E[] | null => {
  const rest = entries.filter((other) => other.id !== entry.id)
  const index = before == null ? rest.length : rest.findIndex((other) => other.id === before)
  return index < 0 ? null : rest.toSpliced(index, 0, entry)
}

const addEntry: Run<'axis.add-entry'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const label = cleanLabel(args.entry.label)
  if (!label.ok) return label
  const { board, axis } = found.value
  if (board.axes.some((one) => one.entries.some((entry) => entry.id === args.entry.id))) return refuse('already-there')
  if (axis.entries.length >= LIMITS.axisEntries) return refuse('too-many', { limit: LIMITS.axisEntries })
  const entries = inserted(axis.entries, { ...args.entry, label: label.value }, args.before)
  return entries ? done({ changed: [withEntries(found.value, entries)] }) : refuse('wrong-place')
}

const updateEntry: Run<'axis.update-entry'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const label = maybeLabel(args.label)
  if (!label.ok) return label
  const { axis } = found.value
  if (!axis.entries.some((entry) => entry.id === args.entryId)) return refuse('wrong-place')
  const entries = axis.entries.map((entry) => {
    if (entry.id !== args.entryId) return entry
    const { topic, ...rest } = entry
    const nextTopic = args.topic === undefined ? topic : (args.topic ?? undefined)
    return { ...rest, label: label.value ?? entry.label, ...(nextTopic ? { topic: nextTopic } : {}) }
  })
  return done({ changed: [withEntries(found.value, entries)] })
}

const moveEntry: Run<'axis.move-entry'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const { axis } = found.value
  const entry = axis.entries.find((one) => one.id === args.entryId)
  const entries = entry && inserted(axis.entries, entry, args.before)
  return entries ? done({ changed: [withEntries(found.value, entries)] }) : refuse('wrong-place')
}

const removeEntry: Run<'axis.remove-entry'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const { board, axis, axisIndex } = found.value
  if (!axis.entries.some((entry) => entry.id === args.entryId)) return refuse('wrong-place')
  if (axis.entries.length === 1) return refuse('last-one')
  const { cards, clusters } = onBoard(view, board.id)
  const inEntry = (zone: readonly string[]): boolean => zone[axisIndex] === args.entryId
  const moved = [...cards, ...clusters].filter(({ zone }) => inEntry(zone)).toSorted(byOrder)
  // Where a split would put a card back must still exist.
  const remembering = clusters.filter((cluster) => cluster.cards.some((card) => inEntry(card.zone)))
  const { to } = args
  if (to === undefined && moved.length + remembering.length > 0) {
    return refuse('not-empty', { count: Math.max(moved.length, remembering.length) })
  }
  if (to !== undefined && (to === args.entryId || !axis.entries.some((entry) => entry.id === to))) {
    return refuse('wrong-place')
  }
  const rezone = (zone: readonly string[]): string[] =>
    zone.map((entry, index) => (index === axisIndex && entry === args.entryId && to !== undefined ? to : entry))
  const left = axis.entries.filter((entry) => entry.id !== args.entryId)
  return done({
    changed: [
      withEntries(found.value, left),
      ...rezoned(view, moved, remembering, rezone),
      ...unstaged(view, board.id, new Set([args.entryId])),
    ],
  })
}

const rezoned = (
  view: DocumentView,
  moved: readonly (Card | Cluster)[],
  remembering: readonly Cluster[],
  rezone: (zone: readonly string[]) => string[],
): (FieldChange | null)[] => {
  const lasts = new Map<string, string>()
  const places = new Map<string, { zone: string[]; order: string }>()
  for (const { id, boardId, zone: old } of moved) {
    const zone = rezone(old)
    const key = zone.join(' ')
    const order = ordersAfter(lasts.get(key) ?? endOfZone(view, boardId, zone), 1)[0] ?? ''
    lasts.set(key, order)
    places.set(id, { zone, order })
  }
  const clusters = new Set([...remembering, ...moved.filter((record) => record.type === 'cluster')])
  return [
    ...moved.filter((record) => record.type === 'card').map((card) => patch<'card'>(card, places.get(card.id) ?? {})),
    ...[...clusters].map((cluster) =>
      patch<'cluster'>(cluster, {
        ...places.get(cluster.id),
        cards: cluster.cards.map((card) => ({ ...card, zone: rezone(card.zone) })),
      }),
    ),
  ]
}

/** Where the room looks at an entry that goes, it sees the whole board. */
const unstaged = (view: DocumentView, boardId: string, entryIds: ReadonlySet<string>): (FieldChange | null)[] => {
  const without = (stage: Stage): Stage | null =>
    stage.view === 'board' && stage.boardId === boardId && stage.entryId !== undefined && entryIds.has(stage.entryId)
      ? { view: 'board', boardId }
      : null
  const session = sessionOf(view)
  const stage = session && without(session.stage)
  return [
    session && stage ? patch<'session'>(session, { stage }) : null,
    ...[...view.group.values()].map((group) => {
      const own = without(group.stage)
      return own && patch<'group'>(group, { stage: own })
    }),
  ]
}

/** The layout it has while it fits, else the plain one for so many axes. */
const layoutFor = (board: Board, axes: readonly Axis[]): Layout =>
  layoutFits(board.layout, axes.length) ? board.layout : axes.length > 1 ? 'matrix' : 'columns'

/** Every place on the board, also those that groups remember for taking them apart, under the new axes. */
const rezonedAll = (
  view: DocumentView,
  boardId: string,
  rezone: (zone: readonly string[]) => string[],
): (FieldChange | null)[] => {
  const { cards, clusters } = onBoard(view, boardId)
  return [
    ...cards.map((card) => patch<'card'>(card, { zone: rezone(card.zone) })),
    ...clusters.map((cluster) =>
      patch<'cluster'>(cluster, {
        zone: rezone(cluster.zone),
        cards: cluster.cards.map((card) => ({ ...card, zone: rezone(card.zone) })),
      }),
    ),
  ]
}

const updateAxis: Run<'axis.update'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const { board, axisIndex } = found.value
  const axes = board.axes.map((axis, index) => (index === axisIndex ? { ...axis, label: label.value } : axis))
  return done({ changed: [patch<'board'>(board, { axes })] })
}

const addAxis: Run<'axis.add'> = (view, args) => {
  const board = view.board.get(args.boardId)
  if (!board) return missing('board')
  if (board.axes.length > 1) return refuse('too-many', { limit: 2 })
  const axes = cleanAxes([...board.axes, args.axis])
  if (!axes.ok) return axes
  const first = axes.value[1]?.entries[0]?.id ?? ''
  return done({
    changed: [
      patch<'board'>(board, { axes: axes.value, layout: layoutFor(board, axes.value) }),
      ...rezonedAll(view, board.id, (zone) => [zone[0] ?? '', first]),
    ],
  })
}

const removeAxis: Run<'axis.remove'> = (view, args) => {
  const found = findAxis(view, args.boardId, args.axisId)
  if (!found.ok) return found
  const { board, axis, axisIndex } = found.value
  if (board.axes.length < 2) return refuse('last-one')
  const axes = board.axes.filter((one) => one.id !== axis.id)
  return done({
    changed: [
      patch<'board'>(board, { axes, layout: layoutFor(board, axes) }),
      ...rezonedAll(view, board.id, (zone) => zone.filter((_, index) => index !== axisIndex)),
      ...unstaged(view, board.id, new Set(axis.entries.map((entry) => entry.id))),
    ],
  })
}

export const axisCommands = {
  'axis.update': { run: updateAxis, undoable: true },
  'axis.add': { run: addAxis, undoable: true },
  'axis.remove': { run: removeAxis, undoable: true },
  'axis.add-entry': { run: addEntry, undoable: true },
  'axis.update-entry': { run: updateEntry, undoable: true },
  'axis.move-entry': { run: moveEntry, undoable: true },
  'axis.remove-entry': { run: removeEntry, undoable: true },
} satisfies Partial<CommandTable>
