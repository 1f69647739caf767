import type { Box } from './geometry'
import { MEASURES } from './measures'

/** A card or group with the zone that it stands in. */
export interface LinkEnd {
  readonly item: Box
  readonly zone: Box
}

const HALF = MEASURES.zoneGap / 2
/** The tip of the arrow stands off the card by this much, px. */
const TIP = 1

const middle = (box: Box): number => Math.round(box.y + Math.min(box.height / 2, 24))

/**
 * A line through the gaps between the zones, so that it covers no words: out at the side, along the gap, in at the
 * side. Only for boards drawn as a table.
 */
export const linkPath = (from: LinkEnd, to: LinkEnd): string => {
  const rightward = to.zone.x >= from.zone.x
  const sameColumn = to.zone.x === from.zone.x
  const y1 = middle(from.item)
  const y2 = middle(to.item)
  const out = rightward ? from.zone.x + from.zone.width + HALF : from.zone.x - HALF
  const start = rightward ? from.item.x + from.item.width : from.item.x
  // Within a column it comes back in on the same side.
  const entersRight = sameColumn || !rightward
  const end = entersRight ? to.item.x + to.item.width + TIP : to.item.x - TIP
  const into = entersRight ? to.zone.x + to.zone.width + HALF : to.zone.x - HALF
  if (Math.abs(out - into) < 1) return `M${start} ${y1}H${out}V${y2}H${end}`
  return `M${start} ${y1}H${out}V${to.zone.y - HALF}H${into}V${y2}H${end}`
}
