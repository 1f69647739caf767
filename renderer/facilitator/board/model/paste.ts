import { LIMITS } from '@core/model/limits'

export const PASTE_LIMIT = 2_000

export interface PastedList {
  readonly lines: readonly string[]
  /** Lines that are too long for a card; they stay in the field. */
  readonly tooLong: number
  /** Lines beyond the most that is taken at once. */
  readonly over: number
}

const BULLET = /^\s*(?:[-–—•*·▪◦]|\d{1,4}[.)])\s+/u

/** One card per line; signs of lists and empty lines fall away. */
export const readList = (text: string): PastedList => {
  const all = text
    .split(/\r\n|\r|\n|\u2028/u)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line.length > 0)
  const fitting = all.filter((line) => line.length <= LIMITS.statement)
  return {
    lines: fitting.slice(0, PASTE_LIMIT),
    tooLong: all.length - fitting.length,
    over: Math.max(0, fitting.length - PASTE_LIMIT),
  }
}
