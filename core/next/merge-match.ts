import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { sameWords } from '../import/card-table'
import type { Axis, AxisEntry, Board } from '../model/board'
import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Label } from '../model/text'

/** What people read for a label: two files are matched by words, whatever language a template was made in. */
export type LabelOf = (label: Label) => string

type Named = { readonly id: string; readonly label: Label }

/** Where a board of the other file goes: ids of its entries there → here, one map for each axis. */
export type BoardPlace = { readonly board: Board; readonly entries: readonly ReadonlyMap<string, string>[] }

export type BoardMatch = {
  readonly places: ReadonlyMap<string, BoardPlace>
  readonly matched: readonly (readonly [there: Board, here: Board])[]
  readonly added: readonly Board[]
  /** Entries that only the other file has, on boards that both have. */
  readonly entries: number
  readonly changed: readonly (FieldChange | null)[]
}

const wordsOf = (labelOf: LabelOf, { label }: { readonly label: Label }): string => sameWords(labelOf(label))

/** Each one there with the one here that it is: by id, else by its words; nothing here is taken twice. */
export const matchNamed = <N extends Named>(
  here: readonly N[],
  there: readonly N[],
  keyOf: (one: N) => string,
  fits: (one: N, mine: N) => boolean = () => true,
): Map<string, N> => {
  const free = new Map(here.map((one) => [one.id, one]))
  const found = new Map<string, N>()
  const take = (one: N, mine: N | undefined): void => {
    if (!mine || !fits(one, mine)) return
    found.set(one.id, mine)
    free.delete(mine.id)
  }
  for (const one of there) take(one, free.get(one.id))
  for (const one of there) {
    if (found.has(one.id)) continue
    const key = keyOf(one)
    take(
      one,
      [...free.values()].find((mine) => keyOf(mine) === key),
    )
  }
  return found
}

/** By id or name. */
export const matchByName = <N extends Named>(
  here: readonly N[],
  there: readonly N[],
  labelOf: LabelOf,
): Map<string, N> => matchNamed(here, there, (one) => wordsOf(labelOf, one))

const shapeOf = (board: Board): string => `${board.layout} ${board.axes.length}`

/** Of one template and one name; else of one name with the same columns, or axes of the same names; else of one template with the same columns. */
const boardKeys = (labelOf: LabelOf): readonly ((board: Board) => string)[] => {
  const name = (board: Board): string => `${shapeOf(board)} ${wordsOf(labelOf, board)}`
  const axes = (board: Board): string =>
    JSON.stringify(board.axes.map((axis) => axis.entries.map((entry) => wordsOf(labelOf, entry))))
  const none = (board: Board): string => `none ${board.id}`
  return [
    (board) => (board.templateKey === undefined ? none(board) : `${name(board)} ${board.templateKey}`),
    (board) => `${name(board)} ${axes(board)}`,
    (board) => `${name(board)} ${JSON.stringify(board.axes.map((axis) => wordsOf(labelOf, axis)))}`,
    (board) =>
      board.templateKey === undefined ? none(board) : `${shapeOf(board)} ${board.templateKey} ${axes(board)}`,
  ]
}

const pairs = (here: readonly Board[], there: readonly Board[], labelOf: LabelOf): Map<string, Board> => {
  const found = new Map<string, Board>()
  for (const keyOf of boardKeys(labelOf)) {
    const taken = new Set([...found.values()].map(({ id }) => id))
    const freeHere = here.filter(({ id }) => !taken.has(id))
    const freeThere = there.filter(({ id }) => !found.has(id))
    // Of one id but with other axes they are two boards.
    const fits = (one: Board, mine: Board): boolean => shapeOf(one) === shapeOf(mine)
    for (const [id, mine] of matchNamed(freeHere, freeThere, keyOf, fits)) found.set(id, mine)
  }
  return found
}

type AxisPlace = { readonly ids: ReadonlyMap<string, string>; readonly added: readonly AxisEntry[] }

/** Entries by id, words or topic; what only the other file has is added at the end. Null: no room for them. */
const axisPlace = (mine: Axis, other: Axis, labelOf: LabelOf, newId: () => string): AxisPlace | null => {
  const byName = matchByName(mine.entries, other.entries, labelOf)
  const taken = new Set([...byName.values()].map(({ id }) => id))
  const ids = new Map<string, string>()
  const added: AxisEntry[] = []
  for (const entry of other.entries) {
    const topic = mine.entries.find((one) => one.topic !== undefined && one.topic === entry.topic && !taken.has(one.id))
    const found = byName.get(entry.id) ?? topic
    if (found) {
      taken.add(found.id)
      ids.set(entry.id, found.id)
      continue
    }
    const isTaken = mine.entries.some(({ id }) => id === entry.id)
    const id = isTaken ? newId() : entry.id
    added.push({ ...entry, id })
    ids.set(entry.id, id)
  }
  return mine.entries.length + added.length > LIMITS.axisEntries ? null : { ids, added }
}

/** The boards of both files: what is one board, and which are only in the other file. */
export const matchBoards = (
  here: DocumentView,
  there: DocumentView,
  labelOf: LabelOf,
  newId: () => string,
): BoardMatch => {
  const boards = ordered(there, 'board')
  const found = pairs(ordered(here, 'board'), boards, labelOf)
  const places = new Map<string, BoardPlace>()
  const matched: [Board, Board][] = []
  const added: Board[] = []
  const changed: (FieldChange | null)[] = []
  let entries = 0
  for (const board of boards) {
    const mine = found.get(board.id)
    const axes = mine?.axes.map((axis, at) => {
      const other = board.axes[at]
      return other ? axisPlace(axis, other, labelOf, newId) : null
    })
    if (!mine || !axes || axes.includes(null)) {
      added.push(board)
      continue
    }
    const fits = axes.filter((axis) => axis !== null)
    const more = fits.reduce((sum, axis) => sum + axis.added.length, 0)
    entries += more
    if (more > 0) {
      const grown = mine.axes.map((axis, at) => ({ ...axis, entries: [...axis.entries, ...(fits[at]?.added ?? [])] }))
      changed.push(patch<'board'>(mine, { axes: grown }))
    }
    matched.push([board, mine])
    places.set(board.id, { board: mine, entries: fits.map(({ ids }) => ids) })
  }
  return { places, matched, added, entries, changed }
}
