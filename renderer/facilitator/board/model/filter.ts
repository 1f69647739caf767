import type { Card } from '@core/model/card'

/** What the tool row lets through; an empty set lets everything through. */
export interface CardFilter {
  readonly voices: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  readonly heldOnly: boolean
}

export const NO_FILTER: CardFilter = { voices: new Set(), tags: new Set(), heldOnly: false }

export const isFiltering = (filter: CardFilter): boolean =>
  filter.voices.size > 0 || filter.tags.size > 0 || filter.heldOnly

export const passes = (card: Card, filter: CardFilter): boolean => {
  if (filter.heldOnly && !card.held) return false
  if (filter.voices.size > 0 && !(card.voiceId !== undefined && filter.voices.has(card.voiceId))) return false
  return filter.tags.size === 0 || (card.tags ?? []).some((tag) => filter.tags.has(tag))
}

/** The same set with one value put in or taken out. */
export const toggled = (set: ReadonlySet<string>, value: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (on) next.add(value)
  else next.delete(value)
  return next
}
