import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import type { CarryBy, CarryKey, CarrySurface, Point } from '../dnd/carry-surface'

/** Where a carried thing would go: a column, and how many others stand above it there. */
export type ColumnPlace<State extends string> = { readonly state: State; readonly index: number }

export type ColumnDrop<State extends string> = {
  readonly id: string
  readonly state: State
  readonly before: string | null
  readonly by: CarryBy
}

export interface ColumnParts<State extends string> {
  /** From left to right. */
  readonly states: readonly State[]
  /** Before the state in the ids of drop targets; unique on the page. */
  readonly prefix: string
  /** The element that holds the columns; each has `data-column`. */
  readonly board: () => HTMLElement | null
  readonly ids: (state: State) => readonly string[]
  readonly onDrop: (drop: ColumnDrop<State>) => void
  /** By keyboard, each new place is said. Null when it was put back. */
  readonly say: (place: ColumnPlace<State> | null) => void
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** Where the carried thing would go, drawn straight into the page: no render while something is in the air. */
interface Picture<State extends string> {
  readonly column: (state: State) => HTMLElement | null
  /** Cards of a column without the carried one. */
  readonly cards: (state: State, carried: string | null) => readonly HTMLElement[]
  readonly clear: () => void
  /** Answers the corner of the drop place. */
  readonly draw: (place: ColumnPlace<State>, carried: string | null, scroll: boolean) => Point | null
}

const picture = <State extends string>(states: readonly State[], board: () => HTMLElement | null): Picture<State> => {
  const column = (state: State): HTMLElement | null =>
    board()?.querySelector<HTMLElement>(`[data-column="${state}"]`) ?? null
  const cards = (state: State, carried: string | null): readonly HTMLElement[] =>
    [...(column(state)?.querySelectorAll<HTMLElement>(`[${CARRY_ATTRIBUTE}]`) ?? [])].filter(
      (card) => card.getAttribute(CARRY_ATTRIBUTE) !== carried,
    )
  const clear = (): void => {
    for (const state of states) delete column(state)?.dataset['target']
    const line = board()?.querySelector<HTMLElement>('.drop-line')
    if (line) line.hidden = true
    for (const card of board()?.querySelectorAll<HTMLElement>('[data-carried]') ?? []) delete card.dataset['carried']
  }
  const draw = (place: ColumnPlace<State>, carried: string | null, scroll: boolean): Point | null => {
    clear()
    const around = board()
    const target = column(place.state)
    const line = around?.querySelector<HTMLElement>('.drop-line')
    if (!around || !target || !line) return null
    target.dataset['target'] = 'true'
    const source = around.querySelector<HTMLElement>(`[${CARRY_ATTRIBUTE}="${carried ?? ''}"]`)
    if (source) source.dataset['carried'] = 'true'
    const list = cards(place.state, carried)
    const next = list[place.index]
    if (scroll) (next ?? list.at(-1) ?? target).scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const box = target.getBoundingClientRect()
    const origin = around.getBoundingClientRect()
    const last = list.at(-1)?.getBoundingClientRect().bottom
    const y = next?.getBoundingClientRect().top ?? (last === undefined ? box.top + 6 : last + 6)
    line.hidden = false
    line.style.width = `${box.width - 12}px`
    line.style.translate = `${box.left - origin.left + 6}px ${y - origin.top - 6}px`
    return { x: box.left + 6, y }
  }
  return { column, cards, clear, draw }
}

const nextPlace = <State extends string>(
  states: readonly State[],
  { state, index }: ColumnPlace<State>,
  key: CarryKey,
  room: (state: State) => number,
): ColumnPlace<State> => {
  if (key === 'up' || key === 'down') return { state, index: clamp(index + (key === 'up' ? -1 : 1), room(state)) }
  const next = states[states.indexOf(state) + (key === 'left' ? -1 : 1)]
  return next === undefined ? { state, index } : { state: next, index: clamp(index, room(next)) }
}

/** The columns as a surface to carry things over. Reads the page only while something is in the air. */
export const columnSurface = <State extends string>(parts: ColumnParts<State>): CarrySurface<ColumnPlace<State>> => {
  const { states, prefix } = parts
  let carried: string | null = null
  const { column, cards, clear, draw } = picture(states, parts.board)
  const room = (state: State): number => parts.ids(state).filter((id) => id !== carried).length
  const stateAt = (x: number): State | null =>
    states.find((state) => {
      const box = column(state)?.getBoundingClientRect()
      return box !== undefined && x >= box.left && x <= box.right
    }) ?? null
  return {
    pickUp: (id) => {
      const state = states.find((one) => parts.ids(one).includes(id))
      if (state === undefined) return null
      carried = id
      return { place: { state, index: parts.ids(state).indexOf(id) }, count: 1 }
    },
    aim: ({ x, y }: Point) => {
      const state = stateAt(x)
      if (state === null) return null
      const index = cards(state, carried).findIndex((card) => {
        const box = card.getBoundingClientRect()
        return y < box.top + box.height / 2
      })
      return { state, index: index === -1 ? room(state) : index }
    },
    step: (place, key) => nextPlace(states, place, key, room),
    same: (a, b) => a?.state === b?.state && a?.index === b?.index,
    targetOf: ({ state }) => `${prefix}-${state}`,
    show: (place, by) => {
      const corner = draw(place, carried, by === 'keyboard')
      if (by === 'keyboard') parts.say(place)
      return corner
    },
    drop: (place, by) => {
      clear()
      const id = carried
      carried = null
      if (by === 'keyboard') parts.say(place)
      if (place === null || id === null) return
      const now = parts.ids(place.state)
      const before = now.filter((other) => other !== id)[place.index] ?? null
      const stays = now.includes(id) && (now[now.indexOf(id) + 1] ?? null) === before
      if (!stays) parts.onDrop({ id, state: place.state, before, by })
    },
    scroller: () => parts.board()?.closest<HTMLElement>('.pane-body') ?? null,
  }
}
