import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'

export interface RowDrag {
  /** Put on the list whose items are dragged. */
  readonly list: RefObject<HTMLUListElement | null>
  /** Index of the row that is dragged, and the index before which it would go. */
  readonly dragged: number | null
  readonly target: number | null
  readonly handle: (at: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

/** The index before which a height lies: before the first row whose middle is below it. */
export const indexAt = (middles: readonly number[], y: number): number => {
  const found = middles.findIndex((middle) => y < middle)
  return found < 0 ? middles.length : found
}

/**
 * Rows of a short list are put into another order, by a handle: dragged, or with the arrow keys on it. `move` gets the
 * index of the row and the index before which it goes.
 */
export const useRowDrag = (count: number, move: (from: number, before: number) => void): RowDrag => {
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const middles = (): number[] =>
    [...(list.current?.children ?? [])].map((row) => {
      const box = row.getBoundingClientRect()
      return box.top + box.height / 2
    })
  const end = (): void => {
    if (drag && drag.to !== drag.from && drag.to !== drag.from + 1) move(drag.from, drag.to)
    setDrag(null)
  }
  return {
    list,
    dragged: drag?.from ?? null,
    target: drag?.to ?? null,
    handle: (at) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: at, to: at })
      },
      onPointerMove: (event) => {
        if (drag) setDrag({ from: drag.from, to: indexAt(middles(), event.clientY) })
      },
      onPointerUp: end,
      onPointerCancel: () => setDrag(null),
      onKeyDown: (event) => {
        if (event.key === 'Escape' && drag) {
          event.stopPropagation()
          setDrag(null)
        } else if (event.key === 'ArrowUp' && at > 0) {
          event.preventDefault()
          move(at, at - 1)
        } else if (event.key === 'ArrowDown' && at + 1 < count) {
          event.preventDefault()
          move(at, at + 2)
        }
      },
    }),
  }
}
