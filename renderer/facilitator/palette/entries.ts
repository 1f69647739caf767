import type { ActionId } from '@core/actions/catalog'
import type { Place } from '../app/nav'

/** What the palette lists. `words` is searched and shown; `hint` is shown small. */
export type PaletteEntry =
  | {
      readonly kind: 'do'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly action: ActionId
      readonly keys?: string | undefined
    }
  | {
      readonly kind: 'go'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly go: () => void
      readonly keys?: string | undefined
    }
  | {
      readonly kind: 'found'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly type: string
      readonly go: () => void
    }

export const PLACES: readonly (Extract<Place, { readonly kind: string }> & { readonly id?: undefined })[] = [
  { kind: 'boards' },
  { kind: 'votes' },
  { kind: 'decisions' },
  { kind: 'tasks' },
  { kind: 'questions' },
  { kind: 'dialogue' },
  { kind: 'projects' },
  { kind: 'indicators' },
  { kind: 'activities' },
  { kind: 'pulse' },
  { kind: 'notebook' },
  { kind: 'agenda' },
  { kind: 'history' },
  { kind: 'people' },
  { kind: 'lab' },
  { kind: 'report' },
]

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Every word of the search must occur; accents and case do not matter. */
export const matchesSearch = (entry: PaletteEntry, search: string): boolean => {
  const text = fold(`${entry.words} ${entry.hint ?? ''}`)
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export type Piece = { readonly text: string; readonly hit: boolean }

/** Cuts words where the search occurs, to underline it. Falls back to plain when folding changes the length. */
export const piecesOf = (words: string, search: string): readonly Piece[] => {
  const wanted = fold(search.trim())
  const at = wanted === '' || fold(words).length !== words.length ? -1 : fold(words).indexOf(wanted)
  if (at < 0) return [{ text: words, hit: false }]
  return [
    { text: words.slice(0, at), hit: false },
    { text: words.slice(at, at + wanted.length), hit: true },
    { text: words.slice(at + wanted.length), hit: false },
  ].filter(({ text }) => text !== '')
}
