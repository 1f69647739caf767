import { selection } from '../../app/selection'
import type { BoardGeometry } from '../model/geometry'
import type { Grid } from '../model/grid'
import type { ArrowKey } from '../model/place'
import { itemsAt, spotOf, stepFocus, walkOrder, zoneOfEmptyId } from '../model/place'
import type { BoardIndex } from '../model/zone-index'
import type { BoardUiStore } from '../state/board-ui'
import { chosenIds } from '../state/chosen'
import { choose } from './board-surface'

export interface WalkState {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
  readonly ui: BoardUiStore
}

const ARROWS: Readonly<Record<string, ArrowKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export const arrowOf = (key: string): ArrowKey | undefined => ARROWS[key]

/** Within an opened cluster the arrows walk over its cards; null when the step leaves it or there is none. */
const withinCluster = ({ index, ui }: WalkState, id: string, key: ArrowKey): string | null => {
  if (key === 'left' || key === 'right') return null
  const { opened } = ui.get()
  for (const zone of index.zones.values()) {
    for (const item of zone.items) {
      if (item.kind !== 'cluster' || !opened.has(item.id)) continue
      if (item.id === id) return key === 'down' ? (item.cardIds[0] ?? null) : null
      const at = item.cardIds.indexOf(id)
      if (at < 0) continue
      if (key === 'up') return at === 0 ? item.id : (item.cardIds[at - 1] ?? null)
      return item.cardIds[at + 1] ?? null
    }
  }
  return null
}

/** The item an id belongs to: itself, or the cluster that holds the card. */
export const holderOf = (index: BoardIndex, id: string): string => {
  for (const zone of index.zones.values()) {
    for (const item of zone.items) if (item.kind === 'cluster' && item.cardIds.includes(id)) return item.id
  }
  return id
}

export const nextItem = (state: WalkState, from: string, key: ArrowKey): string | null => {
  const inside = withinCluster(state, from, key)
  if (inside !== null) return inside
  const spot = spotOf(state.grid, state.index, holderOf(state.index, from))
  return spot && stepFocus(state.grid, state.index, state.geometry, spot, key)
}

/** First item of the board, for the tab order before anything was focused. */
export const firstItem = ({ grid, index }: Pick<WalkState, 'grid' | 'index'>): string | null =>
  walkOrder(grid, index)[0] ?? null

/** Chooses from where the last choice was up to `id`, in walking order. */
export const chooseUpTo = (state: WalkState, from: string | null, id: string): void => {
  const order = walkOrder(state.grid, state.index)
  const [a, b] = [order.indexOf(from ?? id), order.indexOf(id)]
  if (b < 0) return
  const start = a < 0 ? b : a
  const stretch = order.slice(Math.min(start, b), Math.max(start, b) + 1)
  choose([...new Set([...chosenIds(), ...stretch])], state.index)
}

/** Everything that is shown in the zone of an item, or on the whole board. */
export const chooseZone = (state: Pick<WalkState, 'grid' | 'index'>, id: string, all: boolean): void => {
  const spot = spotOf(state.grid, state.index, holderOf(state.index, id))
  const items = spot ? itemsAt(state.grid, state.index, spot.cell).map((item) => item.id) : []
  choose(all ? walkOrder(state.grid, state.index) : items, state.index)
}

export const toggleChosen = (index: BoardIndex, id: string): void => {
  if (zoneOfEmptyId(id) !== null) return
  const chosen = chosenIds()
  choose(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id], index)
}

/** What a deed is about: what is chosen, else the item the keys are on, else what the drawer shows. */
export const aboutIds = (ui: BoardUiStore): readonly string[] => {
  const chosen = [...chosenIds()]
  if (chosen.length > 0) return chosen
  const { active } = ui.get()
  const { open } = selection.get()
  const one = active !== null && zoneOfEmptyId(active) === null ? active : (open?.id ?? null)
  return one === null ? [] : [one]
}
