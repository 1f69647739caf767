import type { Card } from '@core/model/card'

/** The longest tag, in letters. */
export const TAG_LENGTH = 60

/** All tags of the session, by name. */
export const tagsOf = (cards: Iterable<Card>): string[] => {
  const tags = new Set<string>()
  for (const card of cards) for (const tag of card.tags ?? []) tags.add(tag)
  return [...tags].toSorted((a, b) => a.localeCompare(b))
}
