/**
 * Which statements probably say the same: a hint for people, who decide. Words are compared without accents, capitals,
 * signs and endings; nothing is learned or sent anywhere.
 */

/** Of the pieces of both statements, the share that they have in common; from this on they look alike. */
const ALIKE = 0.62
/** Shorter statements are alike only when they are the same. */
const FEWEST_LETTERS = 8
/** Pieces of so many letters. */
const PIECE = 3
/** A piece that stands in more statements than this tells nothing, and comparing all of them would take long. */
const MOST_WITH_PIECE = 60

type Statement = { readonly id: string; readonly text: string }

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const piecesOf = (words: string): ReadonlySet<string> => {
  const padded = ` ${words} `
  const pieces = new Set<string>()
  for (let at = 0; at + PIECE <= padded.length; at += 1) pieces.add(padded.slice(at, at + PIECE))
  return pieces
}

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0
  for (const piece of a) if (b.has(piece)) both += 1
  return (2 * both) / (a.size + b.size)
}

/** How alike two statements are, 0 to 1. */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [plain(a), plain(b)]
  if (left === right) return left === '' ? 0 : 1
  if (Math.min(left.length, right.length) < FEWEST_LETTERS) return 0
  return share(piecesOf(left), piecesOf(right))
}

/** Groups of two or more statements that look alike, the first of each in the order given. */
export const lookAlikes = (statements: readonly Statement[]): string[][] => {
  const all = statements.map(({ id, text }) => ({ id, words: plain(text), pieces: piecesOf(plain(text)) }))
  const holders = new Map<string, number[]>()
  const groupOf = new Map<number, number>()
  const groups = new Map<number, string[]>()
  for (const [at, one] of all.entries()) {
    if (one.words === '') continue
    const seen = new Set<number>()
    for (const piece of one.pieces) {
      const others = holders.get(piece) ?? []
      if (others.length <= MOST_WITH_PIECE) for (const other of others) seen.add(other)
      holders.set(piece, [...others, at].slice(0, MOST_WITH_PIECE + 1))
    }
    const match = [...seen].find((other) => isAlike(one, all[other]))
    if (match === undefined) continue
    const head = groupOf.get(match) ?? match
    groupOf.set(at, head)
    const group = groups.get(head)
    if (group) group.push(one.id)
    else groups.set(head, [all[head]?.id ?? '', one.id])
  }
  return [...groups.values()]
}

type Plain = { readonly words: string; readonly pieces: ReadonlySet<string> }

const isAlike = (a: Plain, b: Plain | undefined): boolean => {
  if (!b) return false
  if (a.words === b.words) return true
  if (Math.min(a.words.length, b.words.length) < FEWEST_LETTERS) return false
  return share(a.pieces, b.pieces) >= ALIKE
}
