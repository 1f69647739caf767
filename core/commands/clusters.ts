import { patch } from '../change/diff'
import { ordersAfter } from '../change/order'
import type { Err, Result } from '../lib/result'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder } from '../model/document'
import type { Failure } from '../protocol/failures'
import { frozenSources } from '../rules/frozen'
import { cardsOf, isStale } from './cards'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, done, isTaken, isZone, missing, refuse } from './kit'
import { isMerged, leaveClusters, ownPlace } from './membership'
import { ordersInZone } from './places'

/** While people vote on cards or clusters, these stay what they are. */
const checkFrozen = (view: DocumentView, ids: readonly (string | undefined)[]): Err<Failure> | null => {
  const frozen = frozenSources(view)
  const count = ids.filter((id) => id !== undefined && frozen.has(id)).length
  return count > 0 ? refuse('vote-frozen', { count }) : null
}

const joining = (
  view: DocumentView,
  ids: readonly string[],
  merged: boolean,
  boardId?: string,
): Result<Card[], Failure> => {
  const cards = cardsOf(view, ids)
  if (!cards.ok) return cards
  const board = boardId ?? cards.value[0]?.boardId
  if (cards.value.some((card) => card.boardId !== board)) return refuse('wrong-place')
  const frozen = checkFrozen(
    view,
    cards.value.flatMap((card) => [card.id, card.clusterId]),
  )
  if (frozen) return frozen
  // What everybody may not see yet cannot stand in words that everybody sees.
  if (merged && cards.value.some((card) => card.held || !card.revealed)) return refuse('cannot-merge')
  // A merged card is one card: its originals are not taken out of it one by one into a group.
  if (!merged && cards.value.some((card) => isMerged(view, card.clusterId))) return refuse('card-merged')
  return cards
}

const make: Run<'cluster.make'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const cards = joining(view, args.cardIds, args.kind === 'merged')
  if (!cards.ok) return cards
  if (args.kind === 'merged' && cards.value.length < 2) return refuse('wrong-value')
  const first = cards.value[0]
  const board = first && view.board.get(first.boardId)
  if (!first || !board) return missing('card')
  const zone = args.zone ?? first.zone
  if (!isZone(board, zone)) return refuse('wrong-place')
  const ids = new Set(cards.value.map((card) => card.id))
  const left = leaveClusters(view, ids)
  const cleaning = withoutRefs(view, new Set(left.dissolved.map((cluster) => cluster.id)))
  const order = ordersInZone(view, board.id, zone, sameZoneAs(first, zone) ? first.id : null, 1)?.[0]
  if (order === undefined) return refuse('wrong-place')
  const places = cards.value.map((card) => ({ id: card.id, ...ownPlace(view, card) }))
  const base = { type: 'cluster', id: args.id, boardId: board.id } as const
  const kind = args.kind === 'merged' ? { kind: args.kind } : {}
  const cluster: Cluster = { ...base, zone, order, label: label.value, ...kind, cards: places }
  return done({
    added: [cluster],
    changed: [
      ...cards.value.map((card) => patch<'card'>(card, { zone, clusterId: args.id })),
      ...left.changed,
      ...cleaning.changed,
    ],
    removed: [...left.dissolved, ...cleaning.removed],
  })
}

const sameZoneAs = (card: Card, zone: readonly string[]): boolean => card.zone.join(' ') === zone.join(' ')

const rename: Run<'cluster.rename'> = (view, args) => {
  const cluster = view.cluster.get(args.id)
  if (!cluster) return missing('cluster')
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const stale =
    'text' in cluster.label && 'text' in label.value && isStale(cluster.label.text, args.was, label.value.text)
  return stale ? refuse('changed-meanwhile') : done({ changed: [patch<'cluster'>(cluster, { label: label.value })] })
}

const add: Run<'cluster.add'> = (view, args) => {
  const cluster = view.cluster.get(args.id)
  if (!cluster) return missing('cluster')
  const cards = joining(view, args.cardIds, cluster.kind === 'merged', cluster.boardId)
  if (!cards.ok) return cards
  const frozen = checkFrozen(view, [cluster.id])
  if (frozen) return frozen
  const fresh = cards.value.filter((card) => card.clusterId !== cluster.id)
  const left = leaveClusters(view, new Set(fresh.map((card) => card.id)))
  const cleaning = withoutRefs(view, new Set(left.dissolved.map((one) => one.id)))
  const members = cluster.cards.flatMap((card) => view.card.get(card.id) ?? []).toSorted(byOrder)
  const orders = ordersAfter(members.at(-1)?.order ?? null, fresh.length)
  const places = fresh.map((card) => ({ id: card.id, ...ownPlace(view, card) }))
  return done({
    changed: [
      patch<'cluster'>(cluster, { cards: [...cluster.cards, ...places] }),
      ...fresh.map((card, index) =>
        patch<'card'>(card, { zone: cluster.zone, order: orders[index] ?? card.order, clusterId: cluster.id }),
      ),
      ...left.changed,
      ...cleaning.changed,
    ],
    removed: [...left.dissolved, ...cleaning.removed],
  })
}

/** The cards go back to exactly where they were before they joined; the last one out dissolves the cluster. */
const takeOut: Run<'cluster.take-out'> = (view, args) => {
  const cluster = view.cluster.get(args.id)
  if (!cluster) return missing('cluster')
  const cards = cardsOf(view, args.cardIds)
  if (!cards.ok) return cards
  const members = cards.value.filter((card) => card.clusterId === cluster.id)
  if (members.length === 0) return missing('card')
  const frozen = checkFrozen(view, [cluster.id])
  if (frozen) return frozen
  const left = leaveClusters(view, new Set(members.map((card) => card.id)))
  const cleaning = withoutRefs(view, new Set(left.dissolved.map((one) => one.id)))
  return done({
    changed: [
      ...members.map((card) => patch<'card'>(card, { ...ownPlace(view, card), clusterId: undefined })),
      ...left.changed,
      ...cleaning.changed,
    ],
    removed: [...left.dissolved, ...cleaning.removed],
  })
}

const move: Run<'cluster.move'> = (view, args) => {
  const cluster = view.cluster.get(args.id)
  const board = cluster && view.board.get(cluster.boardId)
  if (!cluster || !board) return missing('cluster')
  if (!isZone(board, args.zone)) return refuse('wrong-place')
  const order = ordersInZone(view, board.id, args.zone, args.before, 1, new Set([cluster.id]))?.[0]
  if (order === undefined) return refuse('wrong-place')
  const members = cluster.cards.flatMap((card) => view.card.get(card.id) ?? [])
  return done({
    changed: [
      patch<'cluster'>(cluster, { zone: args.zone, order }),
      ...members.map((card) => patch<'card'>(card, { zone: args.zone })),
    ],
  })
}

const split: Run<'cluster.split'> = (view, { id }, context) => {
  const cluster = view.cluster.get(id)
  if (!cluster) return missing('cluster')
  const members = cluster.cards.filter((card) => view.card.has(card.id)).map((card) => card.id)
  if (members.length > 0) return takeOut(view, { id, cardIds: members }, context)
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [cluster, ...cleaning.removed] })
}

export const clusterCommands = {
  'cluster.make': { run: make, undoable: true },
  'cluster.rename': { run: rename, undoable: true },
  'cluster.add': { run: add, undoable: true },
  'cluster.take-out': { run: takeOut, undoable: true },
  'cluster.move': { run: move, undoable: true },
  'cluster.split': { run: split, undoable: true },
} satisfies Partial<CommandTable>
