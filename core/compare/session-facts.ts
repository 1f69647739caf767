import type { Topic } from '../model/board'
import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'

/** Statements on one topic from one place; `place` null: said for all places of the session together. */
export type Said = {
  readonly topic: Topic
  readonly place: string | null
  readonly cardIds: readonly string[]
}

/** What a comparison needs to know of one session file, small enough to keep for a thousand of them. */
export type SessionFacts = {
  readonly sessionId: string
  readonly labId: string
  readonly labName: string
  readonly title: string
  readonly day: string
  readonly targetGroup?: string
  /** Countries, districts or towns that statements came from; the lab's country where none is named. */
  readonly places: readonly string[]
  /** Topics that were on a board of this session: what is not among them was not asked. */
  readonly asked: readonly Topic[]
  readonly said: readonly Said[]
  readonly statements: number
}

/** Null for a document without session or lab. Held cards do not count: nobody has looked at them yet. */
export const sessionFacts = (view: DocumentView): SessionFacts | null => {
  const session = sessionOf(view)
  const lab = labOf(view)
  if (!session || !lab) return null
  const cards = [...view.card.values()].filter((card) => !card.held && card.revealed)
  const named = new Set(cards.flatMap((card) => card.place?.trim() || []))
  // Statements of several places: what names none was said for all of them, not for the lab's own country.
  const fallback = named.size > 1 ? null : (lab.country?.trim() ?? null) || null
  const places = [...named, ...(fallback !== null && !named.has(fallback) ? [fallback] : [])]
  return {
    sessionId: session.id,
    labId: session.labId,
    labName: lab.name,
    title: session.title,
    day: session.day,
    ...(lab.targetGroup === undefined ? {} : { targetGroup: lab.targetGroup }),
    places: places.toSorted(),
    asked: askedTopics(view),
    said: saidOn(view, cards, fallback),
    statements: cards.length,
  }
}

const askedTopics = (view: DocumentView): Topic[] => {
  const topics = new Set<Topic>()
  for (const board of view.board.values()) {
    for (const axis of board.axes) for (const entry of axis.entries) if (entry.topic) topics.add(entry.topic)
  }
  return [...topics]
}

const saidOn = (view: DocumentView, cards: readonly Card[], fallback: string | null): Said[] => {
  const found = new Map<string, { topic: Topic; place: string | null; cardIds: string[] }>()
  for (const card of cards) {
    const place = card.place?.trim() || fallback
    for (const topic of topicsOf(view, card)) {
      const key = JSON.stringify([topic, place])
      const said = found.get(key) ?? { topic, place, cardIds: [] }
      said.cardIds.push(card.id)
      found.set(key, said)
    }
  }
  return [...found.values()]
}

/** By the entries that the card stands in; renaming an entry does not change its topic. */
const topicsOf = (view: DocumentView, card: Card): Topic[] => {
  const axes = view.board.get(card.boardId)?.axes ?? []
  return axes.flatMap((axis, index) => axis.entries.find(({ id }) => id === card.zone[index])?.topic ?? [])
}
