import type { Card } from '@core/model/card'

/** What the tool row lets through; an empty set or text lets everything through. */
export interface CardFilter {
  readonly voices: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  /** Countries, districts or towns, as they stand on the cards. */
  readonly places: ReadonlySet<string>
  readonly heldOnly: boolean
  readonly withPicture: boolean
  readonly notInGroup: boolean
  /** Folded words that must all stand in the text. */
  readonly words: readonly string[]
}

/** Of cards on which no voice is said. */
export const NO_VOICE = '-'

export const NO_FILTER: CardFilter = {
  voices: new Set(),
  tags: new Set(),
  places: new Set(),
  heldOnly: false,
  withPicture: false,
  notInGroup: false,
  words: [],
}

/** How many conditions are set, those of the voices' own chips aside. */
export const conditions = (filter: CardFilter): number =>
  filter.tags.size +
  filter.places.size +
  Number(filter.heldOnly) +
  Number(filter.withPicture) +
  Number(filter.notInGroup) +
  Number(filter.words.length > 0) +
  Number(filter.voices.has(NO_VOICE))

export const isFiltering = (filter: CardFilter): boolean => filter.voices.size > 0 || conditions(filter) > 0

/** Small letters without accents. */
export const foldWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean)

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const anyOf = (wanted: ReadonlySet<string>, values: readonly string[]): boolean =>
  wanted.size === 0 || values.some((value) => wanted.has(value))

export const passes = (card: Card, filter: CardFilter): boolean => {
  if (filter.heldOnly && !card.held) return false
  if (filter.withPicture && card.imageId === undefined) return false
  if (filter.notInGroup && card.clusterId !== undefined) return false
  if (!anyOf(filter.voices, [card.voiceId ?? NO_VOICE])) return false
  if (!anyOf(filter.places, card.place === undefined ? [] : [card.place])) return false
  if (!anyOf(filter.tags, card.tags ?? [])) return false
  if (filter.words.length === 0) return true
  const text = card.revealed ? folded(card.text) : ''
  return filter.words.every((word) => text.includes(word))
}

/** The same set with one value put in or taken out. */
export const toggled = (set: ReadonlySet<string>, value: string, on: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (on) next.add(value)
  else next.delete(value)
  return next
}
