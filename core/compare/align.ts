import type { SessionFacts } from './session-facts'

const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

const byAge = (a: SessionFacts, b: SessionFacts): number =>
  compare(a.day, b.day) || compare(a.createdAt, b.createdAt) || compare(a.sessionId, b.sessionId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What was erased in any of the files is in none of them; how many statements there were stays. */
const withoutErased = (facts: readonly SessionFacts[]): readonly SessionFacts[] => {
  const gone = new Set(facts.flatMap(({ erased }) => erased))
  if (gone.size === 0) return facts
  const isThere = ({ id }: { readonly id: string }): boolean => !gone.has(id)
  return facts.map((session) => ({
    ...session,
    said: session.said.map((one) => ({ ...one, cardIds: one.cardIds.filter((id) => !gone.has(id)) })),
    frame: session.frame.filter(({ cardId }) => !gone.has(cardId)),
    tasks: session.tasks.filter(isThere),
    decisions: session.decisions.filter(isThere),
    indicators: session.indicators.filter(isThere),
  }))
}

/**
 * Oldest first, with one name for each lab (the newest; two labs of one name are numbered) and one spelling for each
 * place, so that rows are neither parted by a capital nor joined by chance.
 */
export const aligned = (facts: readonly SessionFacts[]): SessionFacts[] => {
  const sorted = withoutErased(facts).toSorted(byAge)
  const labs = labNames(sorted)
  const spelling = new Map<string, string>()
  const spelled = (place: string): string => {
    const key = folded(place)
    const known = spelling.get(key)
    if (known !== undefined) return known
    spelling.set(key, place)
    return place
  }
  const orNull = (place: string | null): string | null => (place === null ? null : spelled(place))
  return sorted.map((session) => ({
    ...session,
    labName: labs.get(session.labId) ?? session.labName,
    places: [...new Set(session.places.map(spelled))],
    said: session.said.map((one) => ({ ...one, place: orNull(one.place) })),
    frame: session.frame.map((one) => ({ ...one, place: orNull(one.place) })),
    spoken: session.spoken.map((one) => ({ ...one, place: orNull(one.place) })),
  }))
}

const labNames = (sorted: readonly SessionFacts[]): ReadonlyMap<string, string> => {
  const newest = new Map(sorted.map(({ labId, labName }) => [labId, labName]))
  const used = new Map<string, number>()
  const names = new Map<string, string>()
  for (const [labId, name] of newest) {
    const count = (used.get(folded(name)) ?? 0) + 1
    used.set(folded(name), count)
    names.set(labId, count === 1 ? name : `${name} (${count})`)
  }
  return names
}
