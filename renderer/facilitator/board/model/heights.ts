/** Average advance of a letter in card text at 14 px, and the height of a line; only for cards not drawn yet. */
const LETTER = 7.1
const LINE = 18
/** Edge, padding and the mark before the first word. */
const CARD_SIDE = 34
const CARD_ENDS = 14
const SIGNS = 20
/** Longer statements end in dots on the map (card.css). */
const MOST_LINES = 12

export const estimateCard = (text: string, columnWidth: number, signs: boolean): number => {
  const perLine = Math.max(8, Math.floor((columnWidth - CARD_SIDE) / LETTER))
  let lines = 0
  for (const part of text.split('\n')) lines += Math.max(1, Math.ceil((part.length + 2) / perLine))
  return Math.min(lines, MOST_LINES) * LINE + CARD_ENDS + (signs ? SIGNS : 0)
}

export const CLUSTER_ESTIMATE = 92

/** Heights of items, px. Emptied when the width of the columns changes. */
export interface HeightCache {
  /** A measured height; true when it was not known or another one. */
  readonly set: (id: string, height: number) => boolean
  readonly get: (id: string) => number | undefined
  /** What a card not drawn yet is thought to need; thought out once. */
  readonly thought: (id: string, think: () => number) => number
  readonly reset: (columnWidth: number) => void
}

export const createHeightCache = (): HeightCache => {
  const measured = new Map<string, number>()
  const thoughts = new Map<string, number>()
  let width = 0
  return {
    set: (id, height) => {
      if (height <= 0 || measured.get(id) === height) return false
      measured.set(id, height)
      return true
    },
    get: (id) => measured.get(id),
    thought: (id, think) => {
      const present = thoughts.get(id)
      if (present !== undefined) return present
      const fresh = think()
      thoughts.set(id, fresh)
      return fresh
    },
    reset: (columnWidth) => {
      if (columnWidth === width) return
      measured.clear()
      thoughts.clear()
      width = columnWidth
    },
  }
}
