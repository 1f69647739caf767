import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import type { Store } from '../../app/store'
import { CarryProvider } from '../../dnd/carry-provider'
import type { BoardGeometry, View } from '../model/geometry'
import { isNear, itemBox, rangeInView, zoneBox } from '../model/geometry'
import { zoneOfKey } from '../model/grid'
import { spotOf, zoneOfEmptyId } from '../model/place'
import type { BoardIndex, ZoneItems } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { useLasso } from '../state/use-lasso'
import { bringIntoView } from './board-surface'
import { LinkLines } from './link-lines'
import { firstItem, holderOf } from './map-keys'
import type { SmallMapView } from './small-map'
import { MapFrame } from './map-frame'
import { useBoardSurface } from './use-board-surface'
import { useBoardLayout } from './use-geometry'
import type { BoardLayout } from './use-geometry'
import { useMapEvents } from './use-map-events'
import { DRAFT_ID, ZoneView } from './zone-view'

interface BoardMapProps {
  readonly index: BoardIndex
  readonly smallMap: Store<SmallMapView | null>
}

/** The field for a new card is not higher than this. */
const DRAFT_ROOM = 320

const EMPTY_ZONE: ZoneItems = { key: '', items: [], cards: 0, shown: 0 }

interface Range {
  readonly from: number
  readonly to: number
}

/** A board with more zones than these draws only those near the view; of a smaller one all stay. */
const MANY_ZONES = 160
const FAR = '-'
const NO_RANGE: Range = { from: 0, to: 0 }

/** Which items each zone has near the view, as one value that seldom changes while scrolling; null: a far zone. */
const useRanges = (geometry: BoardGeometry, view: Store<View>): readonly (Range | null)[] => {
  const signature = useSyncExternalStore(view.subscribe, () => {
    const now = view.get()
    const many = geometry.zones.length > MANY_ZONES
    return geometry.zones
      .map((zone) => {
        if (many && !isNear(zone, now)) return FAR
        const { from, to } = rangeInView(zone, now)
        return `${from}-${to}`
      })
      .join(' ')
  })
  return useMemo(
    () =>
      signature.split(' ').map((pair) => {
        if (pair === FAR) return null
        const [from = 0, to = 0] = pair.split('-').map(Number)
        return { from, to }
      }),
    [signature],
  )
}

/** Hands the small map in the tool row what it shows, without re-rendering the board. */
const useSmallMapFeed = (
  smallMap: Store<SmallMapView | null>,
  layout: BoardLayout,
  scroller: { readonly current: HTMLElement | null },
): void => {
  const { geometry, view } = layout
  useEffect(() => {
    const feed = (): void =>
      smallMap.set({
        geometry,
        view: view.get(),
        scrollTo: (left, top) => scroller.current?.scrollTo({ left, top, behavior: 'instant' }),
      })
    feed()
    return view.subscribe(feed)
  }, [geometry, view, smallMap, scroller])
  useEffect(() => () => smallMap.set(null), [smallMap])
}

/** Brings the active item, or the field for a new card, into view when the keyboard goes there. */
const useFollow = (
  layout: BoardLayout,
  index: BoardIndex,
  scroller: { readonly current: HTMLElement | null },
): void => {
  const { grid, ui } = useBoardWork()
  const follow = useUi(ui, (state) =>
    state.wantsFocus || state.draft ? (state.draft ? DRAFT_ID : state.active) : null,
  )
  const { geometry, draftAt } = layout
  const draft = useUi(ui, (state) => state.draft)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || follow === null) return
    if (follow === DRAFT_ID) {
      const zone = geometry.zones.find((box) => draftAt(box.key) >= 0)
      if (!zone) return
      const at = draftAt(zone.key)
      const bottom = zone.tops[at] ?? 0
      const top = at === 0 ? zone.start : (zone.tops[at - 1] ?? 0)
      const height = Math.min(DRAFT_ROOM, Math.max(40, bottom - top))
      bringIntoView(element, geometry, { left: zone.x, top: zone.y + top, width: zone.width, height })
      return
    }
    const spot = spotOf(grid, index, holderOf(index, follow))
    const zone = spot && zoneBox(geometry, spot.cell)
    if (!spot || !zone) return
    const box = itemBox(zone, spot.at)
    const inView = zoneOfEmptyId(follow) === null ? box : { ...box, y: zone.y, height: 40 }
    bringIntoView(element, geometry, { left: inView.x, top: inView.y, width: inView.width, height: inView.height })
  }, [follow, draft, geometry, draftAt, grid, index, scroller])
}

/** A card that goes to another zone, by undo or by somebody else, is drawn anew there: the focus goes with it. */
const useFocusStays = (index: BoardIndex): void => {
  const { grid, ui } = useBoardWork()
  const before = useRef<{ readonly id: string; readonly key: string } | null>(null)
  useLayoutEffect(() => {
    const { active } = ui.get()
    const spot = active === null ? null : spotOf(grid, index, holderOf(index, active))
    const now = active !== null && spot ? { id: active, key: `${spot.cell.column} ${spot.cell.row}` } : null
    const went = before.current?.id === now?.id && before.current?.key !== now?.key
    if (went && document.activeElement === document.body) ui.patch({ wantsFocus: true })
    before.current = now
  }, [grid, index, ui])
  // Walking changes the active item without changing the board.
  useEffect(
    () =>
      ui.subscribe(() => {
        const { active } = ui.get()
        if (active === before.current?.id) return
        const spot = active === null ? null : spotOf(grid, index, holderOf(index, active))
        before.current = active !== null && spot ? { id: active, key: `${spot.cell.column} ${spot.cell.row}` } : null
      }),
    [grid, index, ui],
  )
}

/** The board drawn: zones on a surface that scrolls, with names that stay in view. */
export const BoardMap = ({ index, smallMap }: BoardMapProps) => {
  const t = useT()
  const work = useBoardWork()
  const { grid, ui, board } = work
  const scroller = useRef<HTMLDivElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const layout = useBoardLayout(scroller, grid, index, ui)
  const { geometry, view, measure, draftAt } = layout
  const ranges = useRanges(geometry, view)
  const surface = useBoardSurface({ index, geometry, scroller, marks })
  const pinnedId = useUi(ui, (state) => state.carried ?? state.active)
  const { onClick, onKeyDown, onFocus } = useMapEvents({ grid, index, geometry, ui })
  useLasso(canvas, ui, index)
  useSmallMapFeed(smallMap, layout, scroller)
  useFollow(layout, index, scroller)
  useFocusStays(index)
  const pinned = useMemo(
    () =>
      pinnedId === null
        ? null
        : { id: holderOf(index, pinnedId), spot: spotOf(grid, index, holderOf(index, pinnedId)) },
    [grid, index, pinnedId],
  )
  useEffect(() => {
    const { active } = ui.get()
    // One item is always in the tab order, also after the one that was is gone.
    if (active === null || (spotOf(grid, index, holderOf(index, active)) === null && ui.get().draft === null)) {
      ui.patch({ active: firstItem({ grid, index }) })
    }
  }, [grid, index, ui])
  const click = useCallback((event: MouseEvent) => onClick(event), [onClick])
  const keys = useCallback((event: KeyboardEvent) => onKeyDown(event), [onKeyDown])
  return (
    <CarryProvider surface={surface} className="board-carry">
      <div ref={scroller} className="board-scroll" data-area="board">
        {/* The cards inside are buttons; this only listens for all of them at once. */}
        <div
          ref={canvas}
          className="board-canvas"
          role="group"
          aria-label={labelText(t, board.label)}
          data-drawn={grid.drawn}
          style={{ width: geometry.width, height: geometry.height }}
          onClick={click}
          onKeyDown={keys}
          onFocus={onFocus}
        >
          <MapFrame index={index} geometry={geometry} />
          {geometry.zones.map((box, at) => {
            const draft = draftAt(box.key)
            const spot = pinned?.spot
            const here = spot && spot.cell.column === box.cell.column && spot.cell.row === box.cell.row
            const range = ranges[at] ?? (here || draft >= 0 ? NO_RANGE : null)
            if (range === null) return null
            const from = draft >= 0 ? Math.min(range.from, Math.max(0, draft - 1)) : range.from
            return (
              <ZoneView
                key={box.key}
                zone={index.zones.get(box.key) ?? { ...EMPTY_ZONE, key: zoneOfKey(box.key).join('/') }}
                box={box}
                from={from}
                to={range.to}
                pinned={here ? spot.at : -1}
                draftAt={draft}
                measure={measure}
              />
            )
          })}
          <LinkLines grid={grid} index={index} geometry={geometry} />
          <div ref={marks} className="drop-marks" aria-hidden="true" />
        </div>
      </div>
      <p id="board-card-keys" hidden>
        {t('board:card.keys')}
      </p>
    </CarryProvider>
  )
}
