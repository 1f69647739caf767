export interface Point {
  readonly x: number
  readonly y: number
}

export type CarryBy = 'pointer' | 'keyboard'
export type CarryKey = 'up' | 'down' | 'left' | 'right'

/**
 * What a board tells the carrying of things over it. All points are of the window, px. Nothing here goes through React
 * before `drop`, so that a step costs the same with 30 and with 3,000 cards.
 */
export interface CarrySurface<Place> {
  /** Called once at pick-up; null when this cannot be moved now. `count` is how many go along. */
  readonly pickUp: (id: string, by: CarryBy) => { readonly place: Place; readonly count: number } | null
  /** The place under the pointer; `rests` when it has stood still for a moment. */
  readonly aim: (point: Point, rests: boolean) => Place | null
  /** The next place for an arrow key. */
  readonly step: (place: Place, key: CarryKey) => Place
  readonly same: (a: Place | null, b: Place | null) => boolean
  /** Id of the zone the place is in, as given to `useCarryTarget`. */
  readonly targetOf: (place: Place) => string
  /** Draws the place, by keyboard scrolls it into view first; answers the corner of the drop place. */
  readonly show: (place: Place, by: CarryBy) => Point | null
  /** The end, dropped or (null) put back. */
  readonly drop: (place: Place | null, by: CarryBy) => void
  /** What scrolls when the pointer comes near its edge. */
  readonly scroller: () => HTMLElement | null
}

/** Put on whatever can be carried; the value is its id. */
export const CARRY_ATTRIBUTE = 'data-carry'
