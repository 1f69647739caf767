import type { Point } from './carry-surface'

/** This near to an edge the board begins to scroll, px; and at most this far in a frame. */
const ZONE = 48
const FASTEST = 18

const pull = (at: number, from: number, to: number): number => {
  if (at < from + ZONE) return -Math.min(1, (from + ZONE - at) / ZONE)
  if (at > to - ZONE) return Math.min(1, (at - to + ZONE) / ZONE)
  return 0
}

export interface EdgeScroll {
  readonly at: (point: Point) => void
  readonly stop: () => void
}

/** Scrolls while the pointer stays near an edge; its rectangle is read once. `onScroll` runs after each step. */
export const createEdgeScroll = (scroller: HTMLElement, onScroll: () => void): EdgeScroll => {
  const box = scroller.getBoundingClientRect()
  let frame = 0
  let by: Point = { x: 0, y: 0 }
  const tick = (): void => {
    frame = 0
    if (by.x === 0 && by.y === 0) return
    scroller.scrollBy({ left: by.x * FASTEST, top: by.y * FASTEST, behavior: 'instant' })
    onScroll()
    frame = requestAnimationFrame(tick)
  }
  return {
    at: (point) => {
      by = { x: pull(point.x, box.left, box.right), y: pull(point.y, box.top, box.bottom) }
      if (frame === 0 && (by.x !== 0 || by.y !== 0)) frame = requestAnimationFrame(tick)
    },
    stop: () => {
      by = { x: 0, y: 0 }
      if (frame !== 0) cancelAnimationFrame(frame)
      frame = 0
    },
  }
}
