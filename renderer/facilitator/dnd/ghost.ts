import type { Point } from './carry-surface'

/** The thing in the air: a copy in a layer of its own, so that moving it repaints nothing else. */
export interface Ghost {
  readonly moveTo: (point: Point) => void
  readonly remove: () => void
}

/** By keyboard the copy lies above the drop place, at most this far, px: the place shows and tall cards stay near. */
const KEYBOARD_LIFT = 96
const KEYBOARD_ASIDE = 10
const KEYBOARD_CLEAR = 8
/** The pointer holds it near its lower edge, so that the place under the pointer shows. */
const OVERLAP = 4

const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

const withoutMeaning = (element: Element): void => {
  for (const part of [element, ...element.querySelectorAll('*')]) {
    for (const name of ['id', 'tabindex', 'role', 'data-carry', 'aria-describedby', 'aria-label', 'data-item'])
      part.removeAttribute(name)
  }
}

/** `grip` is where in the element the pointer took hold; null by keyboard. */
export const createGhost = (element: HTMLElement, grip: Point | null, count: number): Ghost => {
  const layer = document.createElement('div')
  layer.className = grip === null ? 'carry-ghost' : 'carry-ghost carry-ghost-tilted'
  layer.setAttribute('aria-hidden', 'true')
  layer.inert = true
  layer.style.width = `${element.offsetWidth}px`
  const copy = element.cloneNode(true)
  if (copy instanceof Element) withoutMeaning(copy)
  layer.append(copy)
  if (count > 1) {
    const badge = document.createElement('span')
    badge.className = 'carry-ghost-count'
    badge.textContent = String(count)
    layer.append(badge)
    layer.dataset['many'] = 'true'
  }
  document.body.append(layer)
  const height = element.offsetHeight
  const tilt = grip === null || reducedMotion() ? '' : ' rotate(1.5deg)'
  const shift =
    grip === null
      ? { x: KEYBOARD_ASIDE, y: -KEYBOARD_CLEAR - Math.min(height, KEYBOARD_LIFT) }
      : { x: -grip.x, y: OVERLAP - height }
  return {
    moveTo: (point) => {
      layer.style.transform = `translate(${Math.round(point.x + shift.x)}px, ${Math.round(point.y + shift.y)}px)${tilt}`
    },
    remove: () => layer.remove(),
  }
}
