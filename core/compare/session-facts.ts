import type { z } from 'zod'
import type { Topic } from '../model/board'
import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, labOf, ordered, sessionOf } from '../model/document'
import { TOPIC_GROUPS } from '../model/topics'
import type { Voice } from '../model/voice'
import { knownNames } from '../report/build-session-report'
import { voiceGroups } from '../report/voice-refs'
import { resultViewOf, shownRound } from '../rules/result-view'
import type { sessionFactsSchema } from './facts-schema'

export type SessionFacts = Readonly<z.infer<typeof sessionFactsSchema>>

/** Of a vote's topics that are kept: what came first. */
const FIRST = 3
const COUNTRY_AXIS = 'boards:axis.country'
const HEADINGS: ReadonlySet<Topic> = new Set(TOPIC_GROUPS.heading)

/** Null for a document without session or lab. Held cards do not count: nobody has looked at them yet. */
export const sessionFacts = (view: DocumentView): SessionFacts | null => {
  const session = sessionOf(view)
  const lab = labOf(view)
  if (!session || !lab) return null
  const cards = [...view.card.values()].filter((card) => !card.held && card.revealed)
  const named = new Set(cards.flatMap((card) => placeOf(view, card) ?? []))
  // Statements of several places: what names none was said for all of them, not for the lab's own country.
  const own = lab.country?.trim() || lab.place?.trim() || (named.size === 0 ? lab.name : null)
  const fallback = named.size > 1 ? null : own
  const places = [...named, ...(fallback !== null && !named.has(fallback) ? [fallback] : [])]
  const voices = ordered(view, 'voice')
  const sources = cards.map((card): Source => ({
    card,
    place: placeOf(view, card) ?? fallback,
    voice: indexOrNull(voices.findIndex(({ id }) => id === card.voiceId)),
  }))
  const placed = sources.flatMap((source) => topicsOf(view, source.card).map((topic) => ({ ...source, topic })))
  return {
    sessionId: session.id,
    labId: session.labId,
    labName: lab.name,
    title: session.title,
    day: session.day,
    createdAt: session.createdAt,
    ...(lab.targetGroup === undefined ? {} : { targetGroup: lab.targetGroup }),
    places: places.toSorted(),
    asked: askedTopics(view),
    said: saidOn(placed),
    statements: cards.length,
    spoken: spokenBy(sources),
    frame: frameOf(placed),
    priorities: prioritiesOf(view),
    ...outcomesOf(view),
    voices: voices.map(({ id, label, slot }) => ({
      label,
      slot,
      statements: cards.filter((card) => card.voiceId === id).length,
    })),
    groups: groupsOf(view, voices, sources),
    names: knownNames(view),
    erased: [...view.tombstone.keys()],
  }
}

const askedTopics = (view: DocumentView): Topic[] => {
  const topics = new Set<Topic>()
  for (const board of view.board.values()) {
    for (const axis of board.axes) for (const entry of axis.entries) if (entry.topic) topics.add(entry.topic)
  }
  return [...topics]
}

type Source = { readonly card: Card; readonly place: string | null; readonly voice: number | null }
type Placed = Source & { readonly topic: Topic }

const indexOrNull = (index: number): number | null => (index < 0 ? null : index)

/** As public reports join voices; who neither came nor said anything was not asked. */
const groupsOf = (view: DocumentView, voices: readonly Voice[], sources: readonly Source[]): SessionFacts['groups'] => {
  const spoke = new Set(sources.map(({ voice }) => voice))
  return voiceGroups(view, 'public').flatMap((group) => {
    const indexes = group.voices.map(({ id }) => voices.findIndex((voice) => voice.id === id))
    return group.present > 0 || indexes.some((index) => spoke.has(index)) ? [{ voices: indexes }] : []
  })
}

const spokenBy = (sources: readonly Source[]): SessionFacts['spoken'] => {
  const counts = new Map<string, SessionFacts['spoken'][number]>()
  for (const { place, voice } of sources) {
    const key = JSON.stringify([place, voice])
    counts.set(key, { place, voice, statements: (counts.get(key)?.statements ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** Said with the card, or by the country's column on the board of the baseline frame. */
const placeOf = (view: DocumentView, card: Card): string | null => {
  const own = card.place?.trim()
  if (own) return own
  const axes = view.board.get(card.boardId)?.axes ?? []
  const at = axes.findIndex(({ label }) => 'key' in label && label.key === COUNTRY_AXIS)
  const label = axes[at]?.entries.find(({ id }) => id === card.zone[at])?.label
  return (label && 'text' in label && label.text.trim()) || null
}

/** By the entries that the card stands in; renaming an entry does not change its topic. */
const topicsOf = (view: DocumentView, card: Card): Topic[] => {
  const axes = view.board.get(card.boardId)?.axes ?? []
  return axes.flatMap((axis, index) => axis.entries.find(({ id }) => id === card.zone[index])?.topic ?? [])
}

const saidOn = (placed: readonly Placed[]): SessionFacts['said'] => {
  const found = new Map<string, { topic: Topic; place: string | null; voice: number | null; cardIds: string[] }>()
  for (const { card, topic, place, voice } of placed) {
    const key = JSON.stringify([topic, place, voice])
    const said = found.get(key) ?? { topic, place, voice, cardIds: [] }
    said.cardIds.push(card.id)
    found.set(key, said)
  }
  return [...found.values()]
}

const frameOf = (placed: readonly Placed[]): SessionFacts['frame'] =>
  placed
    .filter(({ topic }) => HEADINGS.has(topic))
    .toSorted((a, b) => byOrder(a.card, b.card))
    .map(({ topic, place, voice, card: { id, text, quote } }) => ({ topic, place, voice, cardId: id, text, quote }))

/** As the public may see them: a comparison leaves the lab, and two screens must not tell two different things. */
const prioritiesOf = (view: DocumentView): SessionFacts['priorities'] =>
  ordered(view, 'vote').flatMap((vote) => {
    const result = resultViewOf(view, vote.id, shownRound(vote), 'public')
    if (!result || result.ballots === 0) return []
    const textOf = new Map(result.options.map(({ id, text }) => [id, text]))
    return [
      {
        question: result.question,
        ballots: result.ballots,
        first: result.options.slice(0, FIRST).map(({ text, share }) => ({ text, share })),
        groups: result.groups.map(({ names, slot, first }) => ({
          names: [...names],
          slot,
          first: first.flatMap((id) => textOf.get(id) ?? []),
        })),
      },
    ]
  })

type Point = { readonly value: number; readonly on?: string | undefined }

const pointOf = (point: Point | undefined): { value: number; on: string | null } | null =>
  point ? { value: point.value, on: point.on ?? null } : null

const outcomesOf = (view: DocumentView): Pick<SessionFacts, 'tasks' | 'decisions' | 'indicators'> => ({
  tasks: ordered(view, 'task').map(({ id, state, due }) => ({ id, state, ...(due === undefined ? {} : { due }) })),
  decisions: ordered(view, 'decision').map(({ id, kind, status }) => ({ id, kind, status })),
  indicators: ordered(view, 'indicator').map(({ id, name, unit, baseline, target, measurements }) => ({
    id,
    name,
    ...(unit === undefined ? {} : { unit }),
    baseline: pointOf(baseline),
    target: pointOf(target),
    last: pointOf(measurements.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)),
  })),
})
