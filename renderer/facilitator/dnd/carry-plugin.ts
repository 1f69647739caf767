import { Plugin } from '@dnd-kit/abstract'
import type { BeforeDragStartEvent, DragDropManager, DragEndEvent, DragMoveEvent, DragStartEvent } from '@dnd-kit/dom'
import { Scroller } from '@dnd-kit/dom'
import { DOMRectangle } from '@dnd-kit/dom/utilities'
import type { CarryBy, CarryKey, CarrySurface, Point } from './carry-surface'
import type { EdgeScroll } from './edge-scroll'
import { createEdgeScroll } from './edge-scroll'
import type { Ghost } from './ghost'
import { createGhost } from './ghost'

/** The surface of the newest render; its places are opaque here. */
export type SurfaceHolder = { readonly current: CarrySurface<unknown> }
type Options = { readonly surface: SurfaceHolder }

/** The pointer rests when it moved less than this for this long: px, ms. */
const REST_DISTANCE = 5
const REST_TIME = 450

interface Carry {
  readonly by: CarryBy
  readonly ghost: Ghost
  readonly edges: EdgeScroll | null
  place: unknown
  point: Point
  restedAt: Point | null
  restTimer: number
}

const KEYS: Readonly<Record<string, CarryKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const isKey = (event: Event | null | undefined): event is KeyboardEvent => event instanceof KeyboardEvent
const far = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > REST_DISTANCE

/**
 * Shows what is carried and where it would go: instead of dnd-kit's Feedback, AutoScroller, Cursor and
 * PreventSelection, which each cost more per step than all of this. React hears of it at the drop.
 */
export class CarryPlugin extends Plugin<DragDropManager, Options> {
  private carry: Carry | null = null
  private picked: { readonly place: unknown; readonly count: number } | null = null
  private readonly unlisten: readonly (() => void)[]

  constructor(manager: DragDropManager, options?: Options) {
    super(manager, options)
    // It would take the arrow keys.
    manager.registry.plugins.get(Scroller)?.disable()
    const { monitor } = manager
    this.unlisten = [
      monitor.addEventListener('beforedragstart', (event) => this.before(event)),
      monitor.addEventListener('dragstart', (event) => this.start(event)),
      monitor.addEventListener('dragmove', (event) => this.move(event)),
      monitor.addEventListener('dragend', (event) => this.end(event)),
    ]
  }

  override destroy(): void {
    for (const off of this.unlisten) off()
    this.clear()
    super.destroy()
  }

  private get surface(): CarrySurface<unknown> | undefined {
    return this.options?.surface.current
  }

  private before(event: BeforeDragStartEvent): void {
    const { source, activatorEvent } = event.operation
    const by = isKey(activatorEvent) ? 'keyboard' : 'pointer'
    this.picked = source ? (this.surface?.pickUp(String(source.id), by) ?? null) : null
    if (this.picked === null) event.preventDefault()
  }

  private start(event: DragStartEvent): void {
    const { activatorEvent } = event.operation
    // The manager's own source is the one with an element; the type of the snapshot knows none.
    const { source } = this.manager.dragOperation
    const element = source?.element
    if (!(element instanceof HTMLElement) || !this.picked || !this.surface) return
    this.manager.dragOperation.shape = new DOMRectangle(element)
    const by: CarryBy = isKey(activatorEvent) ? 'keyboard' : 'pointer'
    const box = element.getBoundingClientRect()
    const at = event.operation.position.current
    const ghost = createGhost(
      element,
      by === 'pointer' ? { x: at.x - box.x, y: at.y - box.y } : null,
      this.picked.count,
    )
    const scroller = by === 'pointer' ? this.surface.scroller() : null
    const edges = scroller ? createEdgeScroll(scroller, () => this.aim(false)) : null
    this.carry = { by, ghost, edges, place: this.picked.place, point: at, restedAt: null, restTimer: 0 }
    const corner = this.surface.show(this.picked.place, by)
    ghost.moveTo(by === 'keyboard' ? (corner ?? box) : at)
  }

  private move(event: DragMoveEvent): void {
    const { carry, surface } = this
    if (!carry || !surface) return
    if (isKey(event.nativeEvent)) {
      event.preventDefault()
      const key = KEYS[event.nativeEvent.code]
      if (key) this.goTo(surface.step(carry.place, key))
      return
    }
    if (!event.to) return
    carry.point = { x: event.to.x, y: event.to.y }
    carry.edges?.at(carry.point)
    this.watchRest(carry)
    // First what reads the scroll position, then what changes styles: the other way round lays out twice a step.
    this.aim(carry.restedAt !== null)
    carry.ghost.moveTo(carry.point)
  }

  /** Over the middle of a card that means "put these together"; moving on takes it back. */
  private watchRest(carry: Carry): void {
    if (carry.restedAt !== null && !far(carry.restedAt, carry.point)) return
    carry.restedAt = null
    window.clearTimeout(carry.restTimer)
    carry.restTimer = window.setTimeout(() => {
      carry.restedAt = carry.point
      this.aim(true)
    }, REST_TIME)
  }

  private aim(rests: boolean): void {
    if (!this.carry || !this.surface) return
    const place = this.surface.aim(this.carry.point, rests)
    if (place !== null) this.goTo(place)
  }

  private goTo(place: unknown): void {
    const { carry, surface } = this
    if (!carry || !surface || surface.same(place, carry.place)) return
    carry.place = place
    const corner = surface.show(place, carry.by)
    void this.manager.actions.setDropTarget(surface.targetOf(place))
    if (carry.by === 'keyboard' && corner) carry.ghost.moveTo(corner)
  }

  private end(event: DragEndEvent): void {
    const { carry, surface, picked } = this
    this.clear()
    if (!surface || !picked) return
    surface.drop(event.canceled || !carry ? null : carry.place, carry?.by ?? 'pointer')
  }

  private clear(): void {
    if (this.carry) {
      window.clearTimeout(this.carry.restTimer)
      this.carry.edges?.stop()
      this.carry.ghost.remove()
    }
    this.carry = null
    this.picked = null
  }
}
