import type { FieldChange } from '../change/diff'
import { patch, sameValue } from '../change/diff'
import { ordersAfter } from '../change/order'
import type { Err, Result } from '../lib/result'
import { ok } from '../lib/result'
import type { Card, Zone } from '../model/card'
import type { DocumentView } from '../model/document'
import type { RecordMap } from '../model/records'
import { LIMITS } from '../model/limits'
import type { Failure } from '../protocol/failures'
import { frozenSources } from '../rules/frozen'
import { withoutRefs } from './clean'
import type { CommandTable, Outcome } from './command'
import type { Run } from './kit'
import { checkRefs, cleanText, done, event, given, isTaken, isZone, maybeText, missing, refuse, tidy } from './kit'
import { isMerged, leaveClusters } from './membership'
import { withProjectStates } from './project-cards'
import { endOfZone, ordersInZone } from './places'
import { shuffled } from '../lib/shuffle'
import { cleanTags } from './tags'
import { unusedImages } from './unused-images'

const cardFields = [
  'voiceId',
  'place',
  'spoken',
  'quote',
  'personId',
  'writtenBy',
  'readBack',
  'imageId',
  'expects',
  'scale',
  'projectId',
] as const

type CardRefs = {
  readonly voiceId?: string | null | undefined
  readonly personId?: string | null | undefined
  readonly stepId?: string | undefined
  readonly imageId?: string | null | undefined
  readonly projectId?: string | null | undefined
}

const checkCardRefs = (view: DocumentView, args: CardRefs): Err<Failure> | null =>
  checkRefs(view, [
    ['voice', args.voiceId],
    ['person', args.personId],
    ['step', args.stepId],
    ['image', args.imageId],
    ['project', args.projectId],
  ])

const add: Run<'card.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.card.size >= LIMITS.cards) return refuse('too-many', { limit: LIMITS.cards })
  const board = view.board.get(args.boardId)
  if (!board) return missing('board')
  if (!isZone(board, args.zone)) return refuse('wrong-place')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const wrong = checkCardRefs(view, args)
  if (wrong) return wrong
  const tags = cleanTags(args.tags)
  const order = ordersInZone(view, board.id, args.zone, args.before, 1)?.[0]
  if (order === undefined) return refuse('wrong-place')
  const person = args.personId == null ? undefined : view.person.get(args.personId)
  const card: Card = {
    type: 'card',
    id: args.id,
    boardId: board.id,
    zone: args.zone,
    order,
    text: text.value,
    source: args.source ?? 'facilitator',
    held: args.held ?? false,
    revealed: true,
    ...(person?.voiceId === undefined ? {} : { voiceId: person.voiceId }),
    ...given(args, [...cardFields, 'stepId']),
    ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    quote: args.quote ?? person?.consent.quote ?? 'role',
  }
  return done({ added: [card] })
}

const update: Run<'card.update'> = (view, args) => {
  const card = view.card.get(args.id)
  if (!card) return missing('card')
  const text = maybeText(args.text, LIMITS.statement)
  if (!text.ok) return text
  if (text.value !== undefined && isStale(card.text, args.was, text.value)) return refuse('changed-meanwhile')
  const { expects } = args
  if (expects != null && isStale(card.expects ?? '', args.wasExpects, tidy(expects))) return refuse('changed-meanwhile')
  const wrong = checkCardRefs(view, args)
  if (wrong) return wrong
  const fields = {
    ...given(args, cardFields),
    ...(args.tags === undefined ? {} : { tags: cleanTags(args.tags) }),
    ...(text.value === undefined ? {} : { text: text.value }),
  }
  const replaced = args.imageId !== undefined && args.imageId !== card.imageId ? [card.imageId] : []
  return done({
    changed: [patch<'card'>(card, fields)],
    removed: unusedImages(view, replaced, new Set([card.id])),
  })
}

/** The same for many cards, taken back at once. */
const updateMany: Run<'card.update-many'> = (view, args) => {
  const cards = cardsOf(view, args.ids)
  if (!cards.ok) return cards
  const wrong = checkCardRefs(view, args)
  if (wrong) return wrong
  const off = new Set(args.removeTags)
  const changed = cards.value.map((card) => {
    const kept = (card.tags ?? []).filter((tag) => !off.has(tag))
    const tags = cleanTags([...kept, ...(args.addTags ?? [])]) ?? []
    const fields = given(args, ['voiceId', 'place'])
    return patch<'card'>(card, { ...fields, ...(sameValue(tags, card.tags ?? []) ? {} : { tags }) })
  })
  return done({ changed })
}

/** Order keys behind what stands in each zone, in the order given. */
const ordersEach = (view: DocumentView, boardId: string, zones: readonly Zone[]): string[] => {
  const orders: string[] = []
  const byZone = new Map<string, number[]>()
  for (const [index, zone] of zones.entries()) {
    const key = zone.join(' ')
    byZone.set(key, [...(byZone.get(key) ?? []), index])
  }
  for (const places of byZone.values()) {
    const fresh = ordersInZone(view, boardId, zones[places[0] ?? 0] ?? [], null, places.length) ?? []
    for (const [at, index] of places.entries()) orders[index] = fresh[at] ?? ''
  }
  return orders
}

const addMany: Run<'card.add-many'> = (view, args) => {
  const board = view.board.get(args.boardId)
  if (!board) return missing('board')
  const zones = args.cards.map(({ zone }) => zone ?? args.zone)
  if (![args.zone, ...zones].every((zone) => isZone(board, zone))) return refuse('wrong-place')
  if (view.card.size + args.cards.length > LIMITS.cards) return refuse('too-many', { limit: LIMITS.cards })
  const wrong = checkRefs(view, [['step', args.stepId], ...args.cards.map((card) => ['voice', card.voiceId] as const)])
  if (wrong) return wrong
  if (new Set(args.cards.map((card) => card.id)).size < args.cards.length) return refuse('already-there')
  const orders = ordersEach(view, board.id, zones)
  const added: Card[] = []
  for (const [index, { id, voiceId, place, tags, ...card }] of args.cards.entries()) {
    if (isTaken(view, id)) return refuse('already-there')
    const text = cleanText(card.text, LIMITS.statement)
    if (!text.ok) return text
    added.push({
      type: 'card',
      id,
      boardId: board.id,
      zone: zones[index] ?? args.zone,
      order: orders[index] ?? '',
      text: text.value,
      source: args.source ?? 'import',
      held: args.held ?? false,
      revealed: true,
      quote: 'role',
      ...(voiceId === undefined ? {} : { voiceId }),
      ...(place === undefined || place.trim() === '' ? {} : { place: tidy(place) }),
      ...(tags === undefined || tags.length === 0 ? {} : { tags: cleanTags(tags) }),
      ...(args.stepId === undefined ? {} : { stepId: args.stepId }),
    })
  }
  return done({ added })
}

/** The editor began with other words than there are now, and would overwrite somebody else's. */
export const isStale = (current: string, was: string | undefined, next: string): boolean =>
  was !== undefined && was !== current && next !== current

/** The cards, each once, in the order given. */
export const cardsOf = (view: DocumentView, ids: readonly string[]): Result<Card[], Failure> => {
  const cards: Card[] = []
  for (const id of new Set(ids)) {
    const card = view.card.get(id)
    if (!card) return missing('card')
    cards.push(card)
  }
  return ok(cards)
}

/** Boards may differ: cards go to the board whose zone is named. A card moved out of a cluster leaves it. */
const move: Run<'card.move'> = (view, args) => {
  const cards = cardsOf(view, args.ids)
  if (!cards.ok) return cards
  const board = boardOfZone(view, cards.value, args.zone)
  if (!board) return refuse('wrong-place')
  const moving = new Set(cards.value.map((card) => card.id))
  const orders = ordersInZone(view, board.id, args.zone, args.before, moving.size, moving)
  if (!orders) return refuse('wrong-place')
  const left = leaveClusters(view, moving)
  const frozen = frozenSources(view)
  const clustered = cards.value.filter((card) => card.clusterId !== undefined && frozen.has(card.clusterId))
  if (clustered.length > 0) return refuse('vote-frozen', { count: clustered.length })
  const cleaning = withoutRefs(view, new Set(left.dissolved.map((cluster) => cluster.id)))
  const placed = cards.value.map((card, index) =>
    patch<'card'>(card, {
      boardId: board.id,
      zone: args.zone,
      order: orders[index] ?? card.order,
      clusterId: undefined,
    }),
  )
  return done({
    changed: withProjectStates(view, cards.value, board, args.zone, [...placed, ...left.changed, ...cleaning.changed]),
    removed: [...left.dissolved, ...cleaning.removed],
  })
}

const boardOfZone = (
  view: DocumentView,
  cards: readonly Card[],
  zone: readonly string[],
): RecordMap['board'] | null => {
  const own = cards[0] && view.board.get(cards[0].boardId)
  if (own && isZone(own, zone)) return own
  for (const board of view.board.values()) if (isZone(board, zone)) return board
  return null
}

/**
 * The diff that takes cards out of the document, with everything that points to them; with `copies` also what was released
 * of them: the author takes the words back. Refused while they are voted on.
 */
export const removeCards = (
  view: DocumentView,
  cards: readonly Card[],
  how: { readonly copies?: boolean } = {},
): Outcome => {
  const gone = new Set(cards.map((card) => card.id))
  const copies = how.copies ? [...view.statement.values()].filter((one) => gone.has(one.origin.cardId)) : []
  const left = leaveClusters(view, gone)
  const frozen = frozenSources(view)
  const blocked = [...cards, ...left.dissolved].filter((record) => frozen.has(record.id))
  if (blocked.length > 0) return refuse('vote-frozen', { count: blocked.length })
  for (const record of [...left.dissolved, ...copies]) gone.add(record.id)
  const cleaning = withoutRefs(view, gone)
  return done({
    changed: [...left.changed, ...cleaning.changed],
    removed: [
      ...cards,
      ...copies,
      ...left.dissolved,
      ...cleaning.removed,
      ...unusedImages(
        view,
        cards.map((card) => card.imageId),
        gone,
      ),
    ],
  })
}

const remove: Run<'card.remove'> = (view, { ids }) => {
  const cards = cardsOf(view, ids)
  return cards.ok ? removeCards(view, cards.value) : cards
}

const hold: Run<'card.hold'> = (view, { ids, held }) => {
  const cards = cardsOf(view, ids)
  if (!cards.ok) return cards
  // The words of a merged card are in front of the room: held alone, its originals would not be kept back.
  if (held && cards.value.some((card) => isMerged(view, card.clusterId))) return refuse('card-merged')
  return done({ changed: cards.value.map((card) => patch<'card'>(card, { held })) })
}

const reveal: Run<'card.reveal'> = (view, { stepId }, context) => {
  if (!view.step.has(stepId)) return missing('step')
  const hidden = [...view.card.values()].filter((card) => card.stepId === stepId && !card.revealed)
  if (hidden.length === 0) return done({})
  const lasts = new Map<string, string | null>()
  const changed: (FieldChange | null)[] = []
  for (const card of shuffled(hidden, context.random)) {
    const key = `${card.boardId} ${card.zone.join(' ')}`
    const last = lasts.get(key) ?? endOfZone(view, card.boardId, card.zone)
    const order = ordersAfter(last, 1)[0] ?? card.order
    lasts.set(key, order)
    changed.push(patch<'card'>(card, { revealed: true, order }))
  }
  return done({ changed, added: [event(context, 'cards.revealed', stepId, hidden.length)] })
}

export const cardCommands = {
  'card.add': { run: add, undoable: true },
  'card.add-many': { run: addMany, undoable: true },
  'card.update': { run: update, undoable: true },
  'card.update-many': { run: updateMany, undoable: true },
  'card.move': { run: move, undoable: true },
  'card.remove': { run: remove, undoable: true },
  'card.hold': { run: hold, undoable: true },
  'card.reveal': { run: reveal, undoable: false },
} satisfies Partial<CommandTable>
