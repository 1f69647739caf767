import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { ordersAfter } from '../change/order'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { Axis, Board } from '../model/board'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Failure } from '../protocol/failures'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, done, given, isTaken, lastOrder, maybeLabel, missing, refuse } from './kit'
import { endOfZone } from './places'

const onBoard = (view: DocumentView, boardId: string): { cards: Card[]; clusters: Cluster[] } => ({
  cards: [...view.card.values()].filter((card) => card.boardId === boardId),
  clusters: [...view.cluster.values()].filter((cluster) => cluster.boardId === boardId),
})

const cleanAxes = (axes: readonly Axis[]): Result<Axis[], Failure> => {
  const ids = new Set<string>()
  const clean: Axis[] = []
  for (const axis of axes) {
    if (axis.entries.length === 0) return refuse('last-one')
    if (axis.entries.length > LIMITS.axisEntries) return refuse('too-many', { limit: LIMITS.axisEntries })
    const label = cleanLabel(axis.label)
    if (!label.ok) return label
    const entries = []
    for (const entry of axis.entries) {
      const text = cleanLabel(entry.label)
      if (!text.ok) return text
      if (ids.has(entry.id)) return refuse('already-there')
      ids.add(entry.id)
      entries.push({ ...entry, label: text.value })
    }
    clean.push({ ...axis, label: label.value, entries })
  }
  return new Set(axes.map((axis) => axis.id)).size === axes.length ? ok(clean) : refuse('already-there')
}

const add: Run<'board.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  if (args.axes.length < 1 || args.axes.length > 2) return refuse('wrong-value', { limit: 2 })
  const axes = cleanAxes(args.axes)
  if (!axes.ok) return axes
  const board = {
    type: 'board',
    id: args.id,
    order: lastOrder(view.board.values()),
    label: label.value,
    layout: args.layout,
    axes: axes.value,
    ...given(args, ['templateKey']),
  } as const
  return done({ added: [board] })
}

const update: Run<'board.update'> = (view, args) => {
  const board = view.board.get(args.id)
  if (!board) return missing('board')
  const label = maybeLabel(args.label)
  if (!label.ok) return label
  return done({ changed: [label.value === undefined ? null : patch<'board'>(board, { label: label.value })] })
}

const remove: Run<'board.remove'> = (view, { id }) => {
  const board = view.board.get(id)
  if (!board) return missing('board')
  const { cards, clusters } = onBoard(view, id)
  if (cards.length + clusters.length > 0) return refuse('still-used', { count: cards.length + clusters.length })
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [board, ...cleaning.removed] })
}

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
      unstaged(view, args.entryId),
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

const unstaged = (view: DocumentView, entryId: string): FieldChange | null => {
  const session = sessionOf(view)
  if (!session || session.stage.view !== 'board' || session.stage.entryId !== entryId) return null
  return patch<'session'>(session, { stage: { view: 'board', boardId: session.stage.boardId } })
}

export const boardCommands = {
  'board.add': { run: add, undoable: true },
  'board.update': { run: update, undoable: true },
  'board.move': { run: () => refuse('not-allowed'), undoable: true },
  'board.remove': { run: remove, undoable: true },
  'axis.add-entry': { run: addEntry, undoable: true },
  'axis.update-entry': { run: updateEntry, undoable: true },
  'axis.move-entry': { run: moveEntry, undoable: true },
  'axis.remove-entry': { run: removeEntry, undoable: true },
} satisfies Partial<CommandTable>
