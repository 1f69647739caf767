import { MEASURES } from './measures'

const { cardGap } = MEASURES

/** Where items lie in a zone, px from the top of the zone. Rows of as many items as there are lanes. */
export interface Flow {
  /** Top of each item; one more entry for the end. Never falls. */
  readonly tops: readonly number[]
  /** Bottom of each item. */
  readonly ends: readonly number[]
  /** Index of the first item below the hole; -1 without one. */
  readonly splitAt: number
}

export interface FlowInput {
  readonly heights: readonly number[]
  readonly lanes: number
  readonly start: number
  /** A field for a new card before this item: it takes a place of its own. */
  readonly draft: { readonly at: number; readonly height: number } | null
  /** Rows below the middle begin so much further down: an inner ring lies there. */
  readonly hole: number
}

/** Rows of the upper half of a ring; a row alone stays above. */
export const rowsAbove = (rows: number): number => Math.ceil(rows / 2)

/** Lays items out in rows, the rows under each other. With one lane this is a plain column. */
export const flow = ({ heights, lanes, start, draft, hole }: FlowInput): Flow => {
  const count = heights.length
  const at = draft ? Math.min(draft.at, count) : -1
  const slots = count + (draft ? 1 : 0)
  const rows = Math.ceil(slots / lanes)
  const above = hole > 0 ? rowsAbove(rows) : rows
  const tops: number[] = []
  const ends: number[] = []
  let splitAt = -1
  let top = start
  let item = 0
  for (let row = 0; row < rows; row += 1) {
    if (row === above) {
      top += hole
      splitAt = item
    }
    const last = Math.min(slots, (row + 1) * lanes)
    const from = item
    let tallest = 0
    for (let slot = row * lanes; slot < last; slot += 1) {
      if (slot === at) tallest = Math.max(tallest, draft?.height ?? 0)
      else {
        tallest = Math.max(tallest, heights[item] ?? 0)
        item += 1
      }
    }
    for (let one = from; one < item; one += 1) {
      tops.push(top)
      ends.push(top + (heights[one] ?? 0))
    }
    top += tallest + cardGap
  }
  tops.push(top)
  return { tops, ends, splitAt }
}
