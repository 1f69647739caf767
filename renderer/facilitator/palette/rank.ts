import type { PaletteEntry } from './entries'

/** Small letters without accents. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

export const wordsOf = (search: string): readonly string[] => fold(search).split(/\s+/).filter(Boolean)

const startsWord = (text: string, word: string): boolean =>
  (` ${text}`.match(/[\p{L}\p{N}]+/gu) ?? []).some((one) => one.startsWith(word))

/**
 * How well an entry answers a search, 0 is best: it is the words · begins with them · each begins a word · each occurs ·
 * some only in the small print. Null where a word is missing.
 */
export const rankOf = ({ words, hint = '' }: PaletteEntry, search: string): number | null => {
  const wanted = wordsOf(search)
  const text = fold(words)
  const all = `${text} ${fold(hint)}`
  if (!wanted.every((word) => all.includes(word))) return null
  const phrase = wanted.join(' ')
  if (text === phrase) return 0
  if (text.startsWith(phrase)) return 1
  if (wanted.every((word) => startsWord(text, word))) return 2
  return wanted.every((word) => text.includes(word)) ? 3 : 4
}

/** Worse than this an answer does not stand above a better one of another kind. */
const GOOD = 2

type Kind = PaletteEntry['kind']
type Ranked = { readonly entry: PaletteEntry; readonly rank: number }

const ofKind = (ranked: readonly Ranked[], kind: Kind): readonly Ranked[] =>
  ranked.filter(({ entry }) => entry.kind === kind).toSorted((a, b) => a.rank - b.rank)

/** A deed that has the words only inside does not stand before the place that is called so. */
const classOf = (ranked: readonly Ranked[]): number => {
  const best = ranked[0]?.rank ?? Number.POSITIVE_INFINITY
  return best === 0 ? 0 : best <= GOOD ? 1 : 2
}

/** Best first within deeds and within places; deeds before places unless a place answers much better. */
export const bestFirst = (entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] => {
  if (wordsOf(search).length === 0) return entries
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, search)
    return rank === null ? [] : [{ entry, rank }]
  })
  const [deeds, places] = [ofKind(ranked, 'do'), ofKind(ranked, 'go')]
  const groups = classOf(places) < classOf(deeds) ? [places, deeds] : [deeds, places]
  return groups.flat().map(({ entry }) => entry)
}

export type Piece = { readonly text: string; readonly hit: boolean; readonly at: number }

/** Where words of the search occur, without overlaps. */
const hitsIn = (text: string, wanted: readonly string[]): readonly (readonly [number, number])[] => {
  const hits: (readonly [number, number])[] = []
  for (const word of wanted) {
    const at = text.indexOf(word)
    const free = hits.every(([from, to]) => at >= to || at + word.length <= from)
    if (at >= 0 && free) hits.push([at, at + word.length])
  }
  return hits.toSorted(([a], [b]) => a - b)
}

/** Cuts words where the search occurs, to underline it. Falls back to plain when folding changes the length. */
export const piecesOf = (words: string, search: string): readonly Piece[] => {
  const text = fold(words)
  const phrase = wordsOf(search).join(' ')
  const wanted = text.includes(phrase) ? [phrase] : wordsOf(search)
  if (phrase === '' || text.length !== words.length) return [{ text: words, hit: false, at: 0 }]
  const pieces: Piece[] = []
  let from = 0
  for (const [start, end] of hitsIn(text, wanted)) {
    pieces.push({ text: words.slice(from, start), hit: false, at: from })
    pieces.push({ text: words.slice(start, end), hit: true, at: start })
    from = end
  }
  return [...pieces, { text: words.slice(from), hit: false, at: from }].filter(({ text: piece }) => piece !== '')
}
