import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { selection } from '../../app/selection'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { choose } from '../map/board-surface'
import type { BoardIndex } from '../model/zone-index'
import type { BoardUiStore } from './board-ui'
import { chosenIds } from './chosen'

/** A click that moves less is a click, px. */
const LEAST = 8

const OWN = `[${CARRY_ATTRIBUTE}], button, input, textarea, select, a, .zone-add, .draft-card, [role="button"]`

/** Dragging over words would select them. */
const prevent = (event: Event): void => event.preventDefault()

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const meets = (a: Rect, b: Rect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

/** What lies in the frame; only what is drawn can be in it. */
const itemsIn = (canvas: HTMLElement, frame: Rect): string[] =>
  [...canvas.querySelectorAll<HTMLElement>('[data-item]')]
    .filter((item) => meets(item.getBoundingClientRect(), frame))
    .flatMap((item) => item.dataset['item'] ?? [])

/** Draws a frame with the mouse on the empty ground and chooses what it meets; with Shift or Ctrl besides what is chosen. */
export const useLasso = (canvas: RefObject<HTMLElement | null>, ui: BoardUiStore, index: BoardIndex): void => {
  const newest = useRef(index)
  useEffect(() => {
    newest.current = index
  })
  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    let stop: () => void = () => undefined
    // The keys are on what was chosen: the deeds have one letter each.
    const take = (ids: readonly string[]): void => {
      choose(ids, newest.current)
      if (ids[0] !== undefined) ui.patch({ active: ids[0], wantsFocus: true })
    }
    const onDown = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      if (event.button !== 0 || event.pointerType === 'touch' || !target || target.closest(OWN)) return
      const before = event.shiftKey || event.ctrlKey || event.metaKey ? [...chosenIds()] : []
      const frame = document.createElement('div')
      frame.className = 'lasso'
      let drawn = false
      const rect = (to: PointerEvent): Rect => ({
        left: Math.min(event.clientX, to.clientX),
        top: Math.min(event.clientY, to.clientY),
        right: Math.max(event.clientX, to.clientX),
        bottom: Math.max(event.clientY, to.clientY),
      })
      const onMove = (to: PointerEvent): void => {
        const { left, top, right, bottom } = rect(to)
        if (!drawn && Math.max(right - left, bottom - top) < LEAST) return
        if (!drawn) {
          drawn = true
          element.append(frame)
        }
        to.preventDefault()
        const own = element.getBoundingClientRect()
        frame.style.left = `${left - own.left}px`
        frame.style.top = `${top - own.top}px`
        frame.style.width = `${right - left}px`
        frame.style.height = `${bottom - top}px`
      }
      const end = (): void => {
        frame.remove()
        document.removeEventListener('selectstart', prevent)
        document.removeEventListener('pointermove', onMove)
        document.removeEventListener('pointerup', onUp)
        document.removeEventListener('pointercancel', end)
        document.removeEventListener('keydown', onKey, true)
        stop = () => undefined
      }
      const onUp = (to: PointerEvent): void => {
        const ids = drawn ? itemsIn(element, rect(to)) : []
        end()
        if (drawn) take([...new Set([...before, ...ids])])
        else if (before.length === 0 && selection.get().selected.length > 0) take([])
      }
      const onKey = (key: KeyboardEvent): void => {
        if (key.key === 'Escape') end()
      }
      document.addEventListener('selectstart', prevent)
      document.addEventListener('pointermove', onMove)
      document.addEventListener('pointerup', onUp)
      document.addEventListener('pointercancel', end)
      document.addEventListener('keydown', onKey, true)
      stop = end
    }
    element.addEventListener('pointerdown', onDown)
    return () => {
      element.removeEventListener('pointerdown', onDown)
      stop()
    }
  }, [canvas, ui])
}
