/** Average advance of a letter in card text at 14 px, and the height of a line; only for cards not drawn yet. */
const LETTER = 7.1
const LINE = 18
/** Edge, padding and the mark before the first word. */
const CARD_SIDE = 24
const CARD_ENDS = 14
const SIGNS = 20

export const estimateCard = (text: string, columnWidth: number, signs: boolean): number => {
  const perLine = Math.max(8, Math.floor((columnWidth - CARD_SIDE - 10) / LETTER))
  let lines = 0
  for (const part of text.split('\n')) lines += Math.max(1, Math.ceil((part.length + 2) / perLine))
  return lines * LINE + CARD_ENDS + (signs ? SIGNS : 0)
}

export const CLUSTER_ESTIMATE = 92

/** Measured heights of items, px. Emptied when the width of the columns changes. */
export interface HeightCache {
  /** True when the height was not known or another one. */
  set(id: string, height: number): boolean
  get(id: string): number | undefined
  reset(columnWidth: number): void
}

export const createHeightCache = (): HeightCache => {
  const heights = new Map<string, number>()
  let width = 0
  return {
    set: (id, height) => {
      if (height <= 0 || heights.get(id) === height) return false
      heights.set(id, height)
      return true
    },
    get: (id) => heights.get(id),
    reset: (columnWidth) => {
      if (columnWidth !== width) heights.clear()
      width = columnWidth
    },
  }
}
