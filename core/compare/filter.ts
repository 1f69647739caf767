import type { Topic } from '../model/board'
import type { Label } from '../model/text'
import type { SessionFacts } from './session-facts'

/** An absent part leaves everything in, an empty list nothing. */
export type CompareFilter = {
  readonly targetGroups?: readonly string[] | undefined
  readonly years?: readonly number[] | undefined
  readonly labIds?: readonly string[] | undefined
  /** Ids of sessions that are ticked out. */
  readonly without?: readonly string[] | undefined
  /** As they are spelled in the table. */
  readonly places?: readonly string[] | undefined
  /** Ids of voices, small ones together; see `groupNames`. */
  readonly voices?: readonly string[] | undefined
  readonly topics?: readonly Topic[] | undefined
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type GroupName = { readonly id: string; readonly names: readonly Label[] }

/** Voices of a session as the public may see them; the id is the same in every session and language. */
export const groupNames = ({ groups, voices }: SessionFacts): GroupName[] =>
  groups.map((group) => {
    const names = group.voices.flatMap((index) => voices[index]?.label ?? [])
    const ids = names.map((label) => ('key' in label ? `:${label.key}` : label.text.trim()))
    return { id: JSON.stringify(ids.toSorted(inOrder)), names }
  })

/**
 * What the filter leaves of aligned facts. Places, voices and topics also narrow down the statements of a session; votes,
 * tasks, decisions and indicators stay whole, since nobody knows of which place or voice they are.
 */
export const chosenFrom = (facts: readonly SessionFacts[], filter: CompareFilter = {}): SessionFacts[] =>
  facts.filter((session) => isChosen(session, filter)).flatMap((session) => narrowed(session, filter) ?? [])

const isChosen = (
  { sessionId, targetGroup, day, labId }: SessionFacts,
  { targetGroups, years, labIds, without }: CompareFilter,
): boolean =>
  (targetGroups?.includes(targetGroup?.trim() ?? '') ?? true) &&
  (years?.includes(yearOf(day)) ?? true) &&
  (labIds?.includes(labId) ?? true) &&
  !(without?.includes(sessionId) ?? false)

/** Null: nobody of these places or voices was there, so nothing is known of them. */
const narrowed = (session: SessionFacts, { places, voices, topics }: CompareFilter): SessionFacts | null => {
  if (places === undefined && voices === undefined && topics === undefined) return session
  const there = session.places.filter((place) => places?.includes(place) ?? true)
  const heard = voices === undefined ? null : voicesIn(session, voices)
  if (there.length === 0 || heard?.size === 0) return null
  const isPlace = (place: string | null): boolean => places === undefined || place === null || there.includes(place)
  const isVoice = (voice: number | null): boolean => heard === null || (voice !== null && heard.has(voice))
  const said = session.said.filter(
    (one) => isPlace(one.place) && isVoice(one.voice) && (topics?.includes(one.topic) ?? true),
  )
  const spoken =
    topics === undefined ? session.spoken.filter((one) => isPlace(one.place) && isVoice(one.voice)) : spokenOn(said)
  return {
    ...session,
    places: there,
    asked: session.asked.filter((topic) => topics?.includes(topic) ?? true),
    said,
    spoken,
    statements: spoken.reduce((sum, one) => sum + one.statements, 0),
    frame: session.frame.filter(
      (one) => isPlace(one.place) && isVoice(one.voice) && (topics?.includes(one.topic) ?? true),
    ),
    voices: session.voices.map((voice, index) => ({
      ...voice,
      statements: spoken.reduce((sum, one) => sum + (one.voice === index ? one.statements : 0), 0),
    })),
  }
}

/** Indexes of the voices that were chosen and were there. */
const voicesIn = (session: SessionFacts, ids: readonly string[]): ReadonlySet<number> => {
  const names = groupNames(session)
  return new Set(session.groups.flatMap((group, at) => (ids.includes(names[at]?.id ?? '') ? group.voices : [])))
}

/** A statement under two topics counts once. */
const spokenOn = (said: SessionFacts['said']): SessionFacts['spoken'] => {
  const cards = new Map(
    said.flatMap(({ place, voice, cardIds }) => cardIds.map((id) => [id, { place, voice }] as const)),
  )
  return [...cards.values()].map((one) => ({ ...one, statements: 1 }))
}
