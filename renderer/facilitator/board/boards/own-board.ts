import type { Axis, Layout } from '@core/model/board'
import { LIMITS } from '@core/model/limits'

export const LAYOUTS: readonly Layout[] = ['columns', 'matrix', 'quadrants', 'rings', 'rounds']

/** A board from scratch, as it is typed: entries one per line. */
export type OwnBoard = {
  readonly layout: Layout
  readonly first: string
  readonly firstEntries: string
  readonly second: string
  readonly secondEntries: string
}

export const EMPTY_BOARD: OwnBoard = { layout: 'columns', first: '', firstEntries: '', second: '', secondEntries: '' }

/** Columns may have rows too; the others have as many axes as they are drawn with. */
export const hasSecond = (layout: Layout): boolean => layout !== 'rings' && layout !== 'rounds'

export const entriesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LIMITS.label))
    .filter((line) => line !== '')
    .slice(0, LIMITS.axisEntries)

/** Key of what is still missing, in `board:boards`; null when the board can be made. */
export const missingIn = (own: OwnBoard): 'ownMissing' | 'ownRows' | 'ownFour' | null => {
  const [first, second] = [entriesIn(own.firstEntries), entriesIn(own.secondEntries)]
  if (own.layout === 'quadrants') return first.length === 2 && second.length === 2 ? null : 'ownFour'
  if (first.length === 0) return 'ownMissing'
  return own.layout === 'matrix' && second.length === 0 ? 'ownRows' : null
}

type Names = { readonly first: string; readonly second: string }

/** Axes with fresh ids; `names` stand in for axes that got no name. */
export const axesOf = (own: OwnBoard, names: Names, newId: () => string): Axis[] => {
  const axis = (given: string, fallback: string, entries: readonly string[]): Axis => ({
    id: newId(),
    label: { text: given.trim() === '' ? fallback : given.trim() },
    entries: entries.map((text) => ({ id: newId(), label: { text } })),
  })
  const second = hasSecond(own.layout) ? entriesIn(own.secondEntries) : []
  return [
    axis(own.first, names.first, entriesIn(own.firstEntries)),
    ...(second.length === 0 ? [] : [axis(own.second, names.second, second)]),
  ]
}
