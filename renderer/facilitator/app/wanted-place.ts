import type { Place } from './nav'

let wanted: Place | null = null

/** Where to go when the session that is being opened has come; null takes the wish back. */
export const wantPlace = (place: Place | null): void => {
  wanted = place
}

export const takeWantedPlace = (): Place | null => {
  const place = wanted
  wanted = null
  return place
}
