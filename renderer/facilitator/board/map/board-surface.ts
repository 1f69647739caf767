import { selection } from '../../app/selection'
import type { CarryKey, CarrySurface, Point } from '../../dnd/carry-surface'
import type { BoardGeometry, View, ZoneBox } from '../model/geometry'
import { itemBox, zoneBox } from '../model/geometry'
import type { Cell, Grid } from '../model/grid'
import { keyAt, zoneAt } from '../model/grid'
import { MEASURES } from '../model/measures'
import type { DropPlace } from '../model/place'
import { aimAt, beforeOf, itemsAt, restAt, samePlace, stepPlace } from '../model/place'
import type { BoardIndex } from '../model/zone-index'
import { findItem } from '../model/zone-index'
import type { BoardDeeds } from '../state/board-deeds'
import type { BoardUiStore } from '../state/board-ui'
import { chosenIds } from '../state/chosen'
import type { DropMarks, MarkBox, ShownPlace } from './drop-marks'
import { SLOT_HEIGHT } from './drop-marks'

/** What the board is at this moment; asked anew at each use, so that a change during a carry is seen. */
export interface SurfaceState {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
  readonly marks: DropMarks
  readonly scroller: HTMLElement
  readonly ui: BoardUiStore
  readonly deeds: BoardDeeds
  readonly locked: boolean
  readonly words: CarryTexts
  /** Why these must not be put together now (a vote over them is open); null when they may. */
  readonly frozen: (itemIds: readonly string[]) => string | null
}

export interface CarryTexts {
  readonly origin: string
  readonly place: (at: number, of: number) => string
  readonly onto: string
  readonly pickedUp: (id: string, count: number) => string
  readonly movedTo: (cell: Cell, at: number, of: number) => string
  readonly dropped: (id: string, cell: Cell) => string
  readonly putBack: string
  /** It was dropped where there is no board. */
  readonly outside: string
  readonly locked: string
}

/** So far beyond the edge of the board a pointer means to leave it, px: nearer it only scrolls the board. */
const BEYOND = 56

interface Carried {
  readonly ids: readonly string[]
  readonly set: ReadonlySet<string>
  readonly origin: DropPlace
  /** Read once at pick-up; the view scrolls, the window does not move. */
  readonly frame: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}

const isBeyond = ({ frame }: Carried, { x, y }: Point): boolean =>
  x < frame.left - BEYOND || x > frame.right + BEYOND || y < frame.top - BEYOND || y > frame.bottom + BEYOND

const toWindow = (state: SurfaceState, frame: Carried['frame'], x: number, y: number): Point => ({
  x: x - state.scroller.scrollLeft + frame.left,
  y: y - state.scroller.scrollTop + frame.top,
})

const toBoard = (state: SurfaceState, frame: Carried['frame'], point: Point): Point => ({
  x: point.x - frame.left + state.scroller.scrollLeft,
  y: point.y - frame.top + state.scroller.scrollTop,
})

/** The bar with the keys lies over the end of the board while something is carried by keyboard, px. */
const BAR = 96

/** Scrolls a box into view, clear of the sticky names of columns and rows; `below` stays free under it. */
export const bringIntoView = (
  scroller: HTMLElement,
  geometry: Pick<BoardGeometry, 'header' | 'side'>,
  box: MarkBox,
  below: number = MEASURES.margin,
): void => {
  const view: View = {
    left: scroller.scrollLeft,
    top: scroller.scrollTop,
    width: scroller.clientWidth,
    height: scroller.clientHeight,
  }
  const free = { left: geometry.side, top: geometry.header + MEASURES.zoneGap }
  const end = { x: box.left + box.width + MEASURES.margin, y: box.top + box.height + below }
  let { left, top } = view
  if (end.x > left + view.width) left = end.x - view.width
  if (box.left < left + free.left) left = box.left - free.left
  if (end.y > top + view.height) top = end.y - view.height
  if (box.top < top + free.top) top = box.top - free.top
  if (left !== view.left || top !== view.top) scroller.scrollTo({ left, top, behavior: 'instant' })
}

const markBox = (zone: ZoneBox, at: number): MarkBox => {
  const box = itemBox(zone, at)
  return { left: box.x, top: box.y, width: box.width, height: box.height }
}

/** The items that make room: the row of the drop place and all below it, in a ring up to what it holds. */
const shiftOf = (zone: ZoneBox, at: number, except: ReadonlySet<string>): ShownPlace['shift'] => {
  const from = zone.tops.indexOf(zone.tops[at] ?? 0)
  return { from, to: zone.splitAt > from ? zone.splitAt : Number.POSITIVE_INFINITY, except }
}

/** Where the drop place is drawn, on the surface, and what makes room for it. */
const slotOf = (state: SurfaceState, zone: ZoneBox, place: DropPlace, moving: ReadonlySet<string>) => {
  const items = itemsAt(state.grid, state.index, place.cell)
  const next = beforeOf(restAt(state.grid, state.index, place.cell, moving), place.at)
  const at = next === null ? items.length : items.findIndex((item) => item.id === next)
  return { box: { ...markBox(zone, at), height: SLOT_HEIGHT }, shift: shiftOf(zone, at, moving) }
}

const boxOf = (state: SurfaceState, id: string): MarkBox | null => {
  const found = findItem(state.grid, state.index, id)
  const zone = found && zoneBox(state.geometry, found.cell)
  return found && zone ? markBox(zone, found.at) : null
}

/** The board as something to carry cards over. `now` gives its newest state. */
export class BoardSurface implements CarrySurface<DropPlace> {
  readonly #now: () => SurfaceState | null
  #carried: Carried | null = null

  constructor(now: () => SurfaceState | null) {
    this.#now = now
  }

  pickUp = (id: string, by: 'pointer' | 'keyboard'): { place: DropPlace; count: number } | null => {
    const state = this.#now()
    if (!state) return null
    if (state.locked) {
      state.ui.patch({ note: { text: state.words.locked, undoable: false } })
      return null
    }
    const chosen = chosenIds()
    const ids = chosen.has(id) && chosen.size > 1 ? [...chosen] : [id]
    const set = new Set(ids)
    const origin = this.#originOf(state, id, set)
    if (!origin) return null
    const box = state.scroller.getBoundingClientRect()
    this.#carried = { ids, set, origin, frame: { left: box.left, top: box.top, right: box.right, bottom: box.bottom } }
    state.ui.patch({
      active: id,
      carried: id,
      draft: null,
      note: null,
      carryWords: { title: state.words.pickedUp(id, ids.length), by },
    })
    const boxes = [id, ...ids.filter((other) => other !== id)].map((one) => boxOf(state, one))
    state.marks.origin(
      boxes.filter((one) => one !== null),
      state.words.origin,
    )
    return { place: origin, count: ids.length }
  }

  /** A card of an opened cluster starts from the place of its cluster. */
  #originOf(state: SurfaceState, id: string, set: ReadonlySet<string>): DropPlace | null {
    const zones = [...state.index.zones.values()]
    const holder = zones.flatMap((zone) => zone.items).find((item) => item.id === id || item.cardIds.includes(id))
    const found = holder && findItem(state.grid, state.index, holder.id)
    if (!found) return null
    const before = itemsAt(state.grid, state.index, found.cell).slice(0, found.at)
    return { cell: found.cell, at: before.filter((item) => !set.has(item.id)).length }
  }

  aim = (point: Point, rests: boolean): DropPlace | null => {
    const state = this.#now()
    if (!state || !this.#carried) return null
    const { set, frame, origin } = this.#carried
    if (isBeyond(this.#carried, point)) return { ...origin, outside: true }
    const items = (cell: Cell) => itemsAt(state.grid, state.index, cell)
    const aim = aimAt(state.geometry, items, set, toBoard(state, frame, point))
    if (!aim) return null
    return rests && aim.over !== null ? { ...aim.place, onto: aim.over } : aim.place
  }

  step = (place: DropPlace, key: CarryKey): DropPlace => {
    const state = this.#now()
    const set = this.#carried?.set
    if (!state || !set) return place
    return stepPlace(state, set, place, key)
  }

  same = samePlace

  targetOf = (place: DropPlace): string => {
    const state = this.#now()
    return state ? keyAt(state.grid, place.cell) : ''
  }

  show = (place: DropPlace, by: 'pointer' | 'keyboard'): Point | null => {
    const state = this.#now()
    const carried = this.#carried
    const zone = state && zoneBox(state.geometry, place.cell)
    if (!state || !carried || !zone) return null
    const { box, shift } = slotOf(state, zone, place, carried.set)
    if (by === 'keyboard') bringIntoView(state.scroller, state.geometry, box, BAR)
    const element = state.scroller.querySelector<HTMLElement>(`[data-zone="${zone.key}"]`)
    const of = restAt(state.grid, state.index, place.cell, carried.set).length + carried.ids.length
    const still = place.outside === true || samePlace(place, carried.origin)
    state.marks.show({
      zone: element,
      slot: place.onto !== undefined || (still && by === 'pointer') ? null : box,
      shift,
      words: state.words.place(place.at + 1, of),
      onto: place.onto === undefined ? null : (element?.querySelector(`[data-item="${place.onto}"]`) ?? null),
      ontoWords: state.words.onto,
      atOnce: by === 'keyboard',
      refused: place.onto === undefined ? null : state.frozen([place.onto, ...carried.ids]),
    })
    if (by === 'keyboard' && !still) {
      state.ui.patch({ carryWords: { title: state.words.movedTo(place.cell, place.at + 1, of), by } })
    }
    // Only the keyboard needs it; for a pointer reading the scroll position here would lay out anew.
    return by === 'keyboard' ? toWindow(state, carried.frame, box.left, box.top) : null
  }

  drop = (place: DropPlace | null): void => {
    const state = this.#now()
    const carried = this.#carried
    this.#carried = null
    if (!state || !carried) return
    state.marks.clear()
    const id = state.ui.get().carried
    const done = { carried: null, carryWords: null, wantsFocus: true }
    if (!place || place.outside || samePlace(place, carried.origin)) {
      const text = place?.outside ? state.words.outside : state.words.putBack
      state.ui.patch({ ...done, note: { text, undoable: false } })
      return
    }
    if (place.onto !== undefined) {
      if (state.frozen([place.onto, ...carried.ids]) === null) this.#together(state, place.onto, carried.ids)
      state.ui.patch(done)
      return
    }
    const before = beforeOf(restAt(state.grid, state.index, place.cell, carried.set), place.at)
    void state.deeds.move(this.#inOrder(state, carried), zoneAt(state.grid, place.cell), before)
    state.ui.patch({
      ...done,
      note: { text: state.words.dropped(id ?? '', place.cell), undoable: true },
    })
  }

  /** Several go in the order in which they stand on the board. */
  #inOrder(state: SurfaceState, carried: Carried): readonly string[] {
    if (carried.ids.length === 1) return carried.ids
    const rank = new Map<string, number>()
    for (const zone of state.index.zones.values()) {
      for (const item of zone.items) for (const id of [item.id, ...item.cardIds]) rank.set(id, rank.size)
    }
    return carried.ids.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  }

  #together(state: SurfaceState, onto: string, ids: readonly string[]): void {
    const target = findItem(state.grid, state.index, onto)
    if (target?.item.merged) {
      state.ui.patch({ merging: [onto, ...ids] })
      return
    }
    if (target?.item.kind === 'cluster') {
      void state.deeds.cluster([onto, ...ids], '')
      return
    }
    state.ui.patch({ ask: { kind: 'heading', itemIds: [onto, ...ids] } })
  }

  scroller = (): HTMLElement | null => this.#now()?.scroller ?? null
}

export const choose = (ids: readonly string[], index: BoardIndex): void => {
  const clusters = new Set<string>()
  for (const zone of index.zones.values()) {
    for (const item of zone.items) if (item.kind === 'cluster') clusters.add(item.id)
  }
  selection.select(ids.map((id) => ({ type: clusters.has(id) ? 'cluster' : 'card', id })))
}
