import { useCallback, useEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { selection } from '../../app/selection'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { zoneOfKey } from '../model/grid'
import { walkOrder, zoneOfEmptyId } from '../model/place'
import type { BoardUiStore } from '../state/board-ui'
import { toggled } from '../model/filter'
import { chosenIds } from '../state/chosen'
import type { WalkState } from './map-keys'
import { arrowOf, chooseUpTo, chooseZone, nextItem, toggleChosen } from './map-keys'
import { choose } from './board-surface'

/** The item of the board an event is about: a card, a cluster, or the button of an empty zone. */
const itemOf = (target: EventTarget): string | null => {
  if (!(target instanceof Element)) return null
  const element = target.closest<HTMLElement>(`[${CARRY_ATTRIBUTE}], [data-empty-zone]`)
  const zone = element?.dataset['emptyZone']
  return zone === undefined ? (element?.getAttribute(CARRY_ATTRIBUTE) ?? null) : `zone:${zone}`
}

const inField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select, .draft-card') !== null

const openItem = ({ index, ui }: WalkState, id: string): void => {
  const zone = zoneOfEmptyId(id)
  if (zone !== null) {
    ui.patch({ draft: { zone: zoneOfKey(zone), before: null }, active: id })
    return
  }
  const items = [...index.zones.values()].flatMap((one) => one.items)
  const cluster = items.find((item) => item.kind === 'cluster' && item.id === id)
  const isCluster = cluster !== undefined
  const { open } = selection.get()
  if (isCluster && !cluster.merged) {
    const folds = ui.get().opened.has(id) && open?.id === id
    ui.patch({ opened: toggled(ui.get().opened, id, !folds) })
    if (folds) return selection.closeDrawer()
  }
  choose([], index)
  selection.openDrawer({ type: isCluster ? 'cluster' : 'card', id })
}

const endOf = (state: WalkState, last: boolean): string | null => {
  const order = walkOrder(state.grid, state.index)
  return (last ? order.at(-1) : order[0]) ?? null
}

const goTo = (ui: BoardUiStore, id: string): void => ui.patch({ active: id, wantsFocus: true })

const onKey = (state: WalkState, event: KeyboardEvent, id: string): boolean => {
  const { ui } = state
  const arrow = arrowOf(event.key)
  if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const next = nextItem(state, id, arrow)
    if (next === null) return true
    if (event.shiftKey) {
      chooseUpTo(state, id, id)
      chooseUpTo(state, id, next)
    }
    goTo(ui, next)
    return true
  }
  switch (event.key) {
    case 'a':
    case 'A':
      if (!event.ctrlKey && !event.metaKey) return false
      chooseZone(state, id, event.shiftKey)
      return true
    case 'Home':
    case 'End': {
      const to = endOf(state, event.key === 'End')
      if (to !== null) goTo(ui, to)
      return true
    }
    case 'Enter':
      if (event.ctrlKey || event.metaKey) return false
      if (event.shiftKey) toggleChosen(state.index, id)
      else openItem(state, id)
      return true
    case ' ':
      if (zoneOfEmptyId(id) === null) return false
      openItem(state, id)
      return true
    case 'Escape':
      if (chosenIds().size > 0) choose([], state.index)
      else if (selection.get().open) selection.closeDrawer()
      else return false
      return true
    default:
      return false
  }
}

/** Mouse and keys for all cards together: one listener instead of thousands. */
export const useMapEvents = (state: WalkState) => {
  const newest = useRef(state)
  useEffect(() => {
    newest.current = state
  })
  const onClick = useCallback((event: MouseEvent): void => {
    const id = itemOf(event.target)
    if (id === null || inField(event.target) || event.defaultPrevented) return
    const { ui, index } = newest.current
    const from = ui.get().active
    ui.patch({ active: id, wantsFocus: true })
    if (event.shiftKey) chooseUpTo(newest.current, from, id)
    else if (event.ctrlKey || event.metaKey) toggleChosen(index, id)
    else openItem(newest.current, id)
  }, [])
  const onKeyDown = useCallback((event: KeyboardEvent): void => {
    const id = itemOf(event.target)
    const carrying = newest.current.ui.get().carried !== null
    if (id === null || inField(event.target) || event.defaultPrevented || carrying) return
    if (!onKey(newest.current, event, id)) return
    event.preventDefault()
    event.stopPropagation()
  }, [])
  const onFocus = useCallback((event: FocusEvent): void => {
    const id = itemOf(event.target)
    const { ui } = newest.current
    if (id !== null && ui.get().active !== id) ui.patch({ active: id })
  }, [])
  return { onClick, onKeyDown, onFocus }
}
