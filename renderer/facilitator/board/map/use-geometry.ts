import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useReplica } from '../../../shared/replica/react'
import type { Store } from '../../app/store'
import { createStore } from '../../app/store'
import type { BoardGeometry, View } from '../model/geometry'
import type { Grid } from '../model/grid'
import { zoneKey } from '../model/grid'
import { CLUSTER_ESTIMATE, createHeightCache, estimateCard } from '../model/heights'
import { layOut } from '../model/lay-out'
import { columnWidthFor } from '../model/lay-out-grid'
import { MEASURES } from '../model/measures'
import type { BoardIndex, ZoneItem } from '../model/zone-index'
import type { BoardUiStore } from '../state/board-ui'
import { useUi } from '../state/board-ui'
import { DRAFT_ID } from './zone-view'

const NO_VIEW: View = { left: 0, top: 0, width: 0, height: 0 }
const DRAFT_ESTIMATE = 190

export interface BoardLayout {
  readonly geometry: BoardGeometry
  readonly view: Store<View>
  /** Takes the heights of all items of a list; lays out anew before the next picture if one is another than thought. */
  readonly measure: (list: HTMLElement) => void
  /** Index of the field for a new card in its zone; -1 when it is in none. */
  readonly draftAt: (key: string) => number
}

/** Keeps size and scroll position of the scroller in a store: only who shows them re-renders. */
const useView = (scroller: RefObject<HTMLElement | null>): Store<View> => {
  const [view] = useState(() => createStore<View>(NO_VIEW))
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const read = (): void => {
      const next = {
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth,
        height: element.clientHeight,
      }
      const now = view.get()
      const same =
        now.left === next.left && now.top === next.top && now.width === next.width && now.height === next.height
      if (!same) view.set(next)
    }
    read()
    element.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller, view])
  return view
}

const useSize = (view: Store<View>): { readonly width: number; readonly height: number } => {
  const [size, setSize] = useState({ width: view.get().width, height: view.get().height })
  useLayoutEffect(() => {
    const take = (): void => {
      const { width, height } = view.get()
      setSize((now) => (now.width === width && now.height === height ? now : { width, height }))
    }
    take()
    return view.subscribe(take)
  }, [view])
  return size
}

/** Heights are thought until a card is drawn, then measured; a change of words or of the typeface is noticed too. */
const useHeights = () => {
  const [cache] = useState(createHeightCache)
  const [version, setVersion] = useState(0)
  // Measured at once when they come; of later changes the observer tells.
  const [seen] = useState(() => new WeakSet<Element>())
  const observer = useRef<ResizeObserver | null>(null)
  const take = useCallback(
    (items: Iterable<HTMLElement>): void => {
      let changed = false
      for (const item of items) {
        const id = item.dataset['item']
        if (id === undefined || !item.isConnected) continue
        changed = cache.set(id, item.offsetHeight) || changed
      }
      if (changed) setVersion((now) => now + 1)
    },
    [cache],
  )
  useEffect(() => () => observer.current?.disconnect(), [])
  const measure = useCallback(
    (list: HTMLElement): void => {
      observer.current ??= new ResizeObserver((entries) =>
        take(entries.map((entry) => entry.target).filter((target) => target instanceof HTMLElement)),
      )
      const fresh: HTMLElement[] = []
      for (const child of list.children) {
        if (!(child instanceof HTMLElement) || seen.has(child)) continue
        seen.add(child)
        observer.current.observe(child)
        fresh.push(child)
      }
      if (fresh.length > 0) take(fresh)
    },
    [take, seen],
  )
  return { cache, version, measure }
}

const isGrid = (grid: Grid): boolean => grid.drawn === 'grid' || grid.drawn === 'rounds'

export const useBoardLayout = (
  scroller: RefObject<HTMLElement | null>,
  grid: Grid,
  index: BoardIndex,
  ui: BoardUiStore,
): BoardLayout => {
  const replica = useReplica()
  const view = useView(scroller)
  const size = useSize(view)
  const { cache, version, measure } = useHeights()
  const draft = useUi(ui, (state) => state.draft)
  const draftPlace = useMemo(() => {
    if (!draft) return null
    const key = zoneKey(draft.zone)
    const items = index.zones.get(key)?.items ?? []
    const at = draft.before === null ? -1 : items.findIndex((item) => item.id === draft.before)
    return { key, at: at < 0 ? items.length : at }
  }, [draft, index])
  const geometry = useMemo(() => {
    cache.reset(isGrid(grid) ? columnWidthFor(grid, size.width) : size.width)
    const heightOf = (item: ZoneItem, laneWidth: number): number => {
      const known = cache.get(item.id)
      if (known !== undefined) return known
      const card = replica.view.card.get(item.id)
      if (!card) return CLUSTER_ESTIMATE
      return cache.thought(item.id, () =>
        estimateCard(card.text, laneWidth + 2 * MEASURES.zonePadding, card.held || (card.tags?.length ?? 0) > 0),
      )
    }
    const draftHeight = cache.get(DRAFT_ID) ?? DRAFT_ESTIMATE
    const draftBox = draftPlace && { ...draftPlace, height: draftHeight }
    return layOut({ grid, index, viewWidth: size.width, viewHeight: size.height, heightOf, draft: draftBox })
    // `version` stands for the heights in the cache.
    // oxlint-disable-next-line react/exhaustive-deps -- the cache is a mutable store, its version tells of changes
  }, [grid, index, size, draftPlace, cache, replica, version])
  const draftAt = useCallback((key: string) => (draftPlace?.key === key ? draftPlace.at : -1), [draftPlace])
  return { geometry, view, measure, draftAt }
}
