import { LIMITS } from '@core/model/limits'

const MOST_LINES = 40

/** One per line; empty lines are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LIMITS.label))
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)

/** A figure as people write it, with point or comma; null when it is none. */
export const figureOf = (text: string): number | null => {
  const clean = text.trim().replaceAll('\u00A0', '').replaceAll(' ', '').replace(',', '.')
  const value = Number(clean)
  return clean === '' || !Number.isFinite(value) ? null : value
}

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
