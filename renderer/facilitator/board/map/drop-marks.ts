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
  /** Null while it is not drawn: a far zone of a large board. */
  readonly zone: HTMLElement | null
  /** Null: nothing would change here, or the items are put together instead. */
  readonly slot: MarkBox | null
  /** Items of the zone from this index on, up to another, make room; what is carried stays where it came from. */
  readonly shift: { readonly from: number; readonly to: number; readonly except: ReadonlySet<string> }
  readonly words: string
  /** The item it would be put together with. */
  readonly onto: HTMLElement | null
  readonly ontoWords: string
  /** Why it cannot be dropped here; null when it can. */
  readonly refused: string | null
  /** By keyboard the items make room at once; a pointer must linger, or every step would draw half the zone anew. */
  readonly atOnce: boolean
}

/** How long a pointer stays on a place before the items make room for it, ms. */
const LINGER = 70

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

/** Moved as a layer of its own: a step repaints nothing else. Sizes seldom change. */
const slide = (element: HTMLElement, box: MarkBox): void => {
  element.style.translate = `${box.left}px ${box.top}px`
  const [width, height] = [`${box.width}px`, `${box.height}px`]
  if (element.style.width !== width) element.style.width = width
  if (element.style.height !== height) element.style.height = height
}

const block = (className: string): HTMLElement => {
  const element = document.createElement('div')
  element.className = className
  return element
}

/** Attributes on elements of React's that it does not set itself; each is written only when it changes. */
class Marking {
  readonly #name: string
  #element: HTMLElement | null = null
  #value = ''

  constructor(name: string) {
    this.#name = name
  }

  put(element: HTMLElement | null, value: string): void {
    if (element === this.#element && value === this.#value) return
    if (element !== this.#element) this.#element?.removeAttribute(this.#name)
    element?.setAttribute(this.#name, value)
    this.#element = element
    this.#value = value
  }
}

const NOTHING = { from: 0, to: 0, except: new Set<string>() }

export const createDropMarks = (layer: HTMLElement): DropMarks => {
  const slot = block('drop-slot')
  const target = new Marking('data-target')
  const onto = new Marking('data-onto')
  let shifted = new Set<HTMLElement>()
  let lingering = 0

  /** Only the items between the old and the new place change: a step touches few of them. */
  const shift = (zone: HTMLElement | null, { from, to, except }: ShownPlace['shift']): void => {
    const next = new Set<HTMLElement>()
    for (const item of zone?.querySelectorAll<HTMLElement>('.zone-list > [data-at]') ?? []) {
      const at = Number(item.dataset['at'])
      if (at >= from && at < to && !except.has(item.dataset['item'] ?? '')) next.add(item)
    }
    for (const item of shifted) if (!next.has(item)) item.style.removeProperty('translate')
    for (const item of next) if (!shifted.has(item)) item.style.translate = `0 ${SLOT_ROOM}px`
    shifted = next
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
      target.put(shown.zone, shown.refused === null ? 'yes' : 'refused')
      onto.put(shown.onto, shown.ontoWords)
      const makeRoom = (): void => shift(shown.slot && shown.refused === null ? shown.zone : null, shown.shift)
      window.clearTimeout(lingering)
      if (shown.atOnce) makeRoom()
      else lingering = window.setTimeout(makeRoom, LINGER)
      if (!shown.slot) {
        slot.remove()
        return
      }
      slot.textContent = shown.refused ?? shown.words
      slot.dataset['refused'] = String(shown.refused !== null)
      slide(slot, shown.slot)
      if (!slot.isConnected) layer.append(slot)
    },
    clear: () => {
      window.clearTimeout(lingering)
      target.put(null, '')
      onto.put(null, '')
      shift(null, NOTHING)
      layer.replaceChildren()
    },
  }
}
