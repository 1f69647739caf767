import { Draggable, KeyboardSensor, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom'
import { DragDropProvider, useDragDropManager, useDroppable } from '@dnd-kit/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, PointerEvent as ReactPointerEvent, ReactNode } from 'react'
import { CarryPlugin } from './carry-plugin'
import type { SurfaceHolder } from './carry-plugin'
import { CARRY_ATTRIBUTE } from './carry-surface'
import type { CarrySurface } from './carry-surface'
import './carry.css'

/** Touch waits, so that a swipe scrolls; a mouse drags after 3 px, so that a click stays a click. */
const constraints = (event: PointerEvent) =>
  event.pointerType === 'touch'
    ? [new PointerActivationConstraints.Delay({ value: 250, tolerance: 8 })]
    : [new PointerActivationConstraints.Distance({ value: 3 })]

const SENSORS = [
  PointerSensor.configure({ activationConstraints: constraints }),
  KeyboardSensor.configure({
    keyboardCodes: {
      start: ['Space'],
      end: ['Space', 'Enter'],
      cancel: ['Escape', 'Tab'],
      up: ['ArrowUp'],
      down: ['ArrowDown'],
      left: ['ArrowLeft'],
      right: ['ArrowRight'],
    },
    // Space types in a field and presses a button inside of a card.
    preventActivation: (event, source) => event.target !== source.element,
  }),
]

interface CarryProviderProps<Place> {
  readonly surface: CarrySurface<Place>
  readonly className?: string
  readonly children: ReactNode
}

/** Lets everything inside that has `data-carry` be carried by mouse, touch and keyboard. */
export const CarryProvider = <Place,>({ surface, className, children }: CarryProviderProps<Place>) => {
  const holder = useRef(surface)
  useEffect(() => {
    holder.current = surface
  })
  // The plugin only hands places back to the surface they came from.
  const [plugins] = useState(() => [CarryPlugin.configure({ surface: holder as SurfaceHolder })])
  return (
    <DragDropProvider plugins={plugins} sensors={SENSORS}>
      <CarryArea className={className}>{children}</CarryArea>
    </DragDropProvider>
  )
}

/**
 * One draggable at a time: whatever is pressed or focused becomes it. Registering every card costs seconds at 3,000
 * (each registration copies the registry).
 */
const CarryArea = ({
  className,
  children,
}: {
  readonly className: string | undefined
  readonly children: ReactNode
}) => {
  const manager = useDragDropManager()
  const armed = useRef<Draggable | null>(null)
  useEffect(
    () => () => {
      armed.current?.destroy()
      armed.current = null
    },
    [],
  )
  const arm = useCallback(
    (target: EventTarget): void => {
      if (!manager || !manager.dragOperation.status.idle || !(target instanceof Element)) return
      const element = target.closest(`[${CARRY_ATTRIBUTE}]`)
      const id = element?.getAttribute(CARRY_ATTRIBUTE)
      if (!element || !id || armed.current?.element === element) return
      armed.current?.destroy()
      armed.current = new Draggable({ id, element, type: 'item', register: false }, manager)
      armed.current.register()
    },
    [manager],
  )
  return (
    <div
      className={className}
      onPointerDownCapture={(event: ReactPointerEvent) => arm(event.target)}
      onFocusCapture={(event: FocusEvent) => arm(event.target)}
      // Once more at the key itself: what is focused right after a drop comes too early for the manager.
      onKeyDownCapture={(event: KeyboardEvent) => arm(event.target)}
    >
      {children}
    </div>
  )
}

const never = (): null => null

/** Makes a zone known as a target. Where it lies is never asked: the surface says which one the place is in. */
export const useCarryTarget = (id: string): void => {
  useDroppable({ id, accept: 'item', collisionDetector: never })
}
