/** All in px of the scrolled surface; its origin is the corner above the row labels. look.md section 6 gives them. */
export const MEASURES = {
  rowLabel: 26,
  zoneWidth: 161,
  zoneGap: 7,
  zonePadding: 5,
  header: 46,
  cardGap: 5,
  /** Free at the end of every zone: room for the drop place, so that nothing below moves while dragging. */
  zoneFree: 42,
  zoneHeight: 120,
  /** Seven columns of the least width, and a thin scroll bar, fit beside the rail at 1440. */
  margin: 6,
  /** Rounds: heads with a number, and arrows between the columns. */
  roundWidth: 200,
  roundGap: 28,
  roundHeader: 56,
  /** Quadrants and rings: cards side by side in lanes at least so wide, and the line with the zone's name. */
  lane: 190,
  zoneName: 34,
  quadrantWidth: 240,
  quadrantHeight: 190,
  /** The cross of the quadrants: room for the words at its four ends. */
  crossBand: 36,
  crossGap: 20,
  /** Rings: how much each is narrower than the one around it, on each side; what is left below the inner one. */
  ringSide: 58,
  ringSideLeast: 26,
  ringEnd: 52,
  ringPadding: 14,
  ringLane: 240,
} as const
