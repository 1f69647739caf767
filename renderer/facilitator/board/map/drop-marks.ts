/** Height of the drop place and the room that opens for it, px. */
export const SLOT_HEIGHT = 32
const SLOT_ROOM = SLOT_HEIGHT + 5

export interface MarkBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface ShownPlace {
  readonly zone: HTMLElement
  /** Null: nothing would change here, or the items are put together instead. */
  readonly slot: MarkBox | null
  /** Items of the zone from this index on make room. */
  readonly shiftFrom: number
  readonly words: string
  /** The item it would be put together with. */
  readonly onto: HTMLElement | null
  readonly ontoWords: string
  /** Why it cannot be dropped here; null when it can. */
  readonly refused: string | null
}

/**
 * Origin, drop place and target zone of what is carried, drawn past React: nothing of React's is moved, only styles
 * and attributes that it does not set itself.
 */
export interface DropMarks {
  readonly origin: (boxes: readonly MarkBox[], words: string) => void
  readonly show: (place: ShownPlace) => void
  readonly clear: () => void
}

const place = (element: HTMLElement, box: MarkBox): void => {
  element.style.left = `${box.left}px`
  element.style.top = `${box.top}px`
  element.style.width = `${box.width}px`
  element.style.height = `${box.height}px`
}

const block = (className: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = className
  return element
}

export const createDropMarks = (layer: HTMLElement): DropMarks => {
  const slot = block('drop-slot')
  let shifted: HTMLElement[] = []
  let marked: HTMLElement[] = []

  const mark = (element: HTMLElement, name: string, value: string): void => {
    element.setAttribute(name, value)
    marked.push(element)
  }
  const unmark = (): void => {
    for (const element of shifted) element.style.removeProperty('translate')
    for (const element of marked) for (const name of ['data-target', 'data-onto']) element.removeAttribute(name)
    shifted = []
    marked = []
  }
  const shift = (zone: HTMLElement, from: number): void => {
    for (const item of zone.querySelectorAll<HTMLElement>('.zone-list > [data-at]')) {
      if (Number(item.dataset['at']) < from) continue
      item.style.translate = `0 ${SLOT_ROOM}px`
      shifted.push(item)
    }
  }
  return {
    origin: (boxes, words) => {
      boxes.forEach((box, at) => {
        const from = block('drop-origin')
        if (at === 0) from.textContent = words
        place(from, box)
        layer.append(from)
      })
    },
    show: (shown) => {
      unmark()
      mark(shown.zone, 'data-target', shown.refused === null ? 'yes' : 'refused')
      if (shown.onto) mark(shown.onto, 'data-onto', shown.ontoWords)
      slot.remove()
      if (!shown.slot) return
      slot.textContent = shown.refused ?? shown.words
      slot.dataset['refused'] = String(shown.refused !== null)
      place(slot, shown.slot)
      layer.append(slot)
      if (shown.refused === null) shift(shown.zone, shown.shiftFrom)
    },
    clear: () => {
      unmark()
      layer.replaceChildren()
    },
  }
}
