import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { BoardUiStore } from '../state/board-ui'
import { useUi } from '../state/board-ui'

/** Focuses the element once it is drawn and the keyboard wants to be on it: after a move, an undo, a jump. */
export const useTakesFocus = (ui: BoardUiStore, id: string): RefObject<HTMLDivElement | null> => {
  const ref = useRef<HTMLDivElement>(null)
  const wanted = useUi(ui, (state) => state.wantsFocus && state.active === id)
  useEffect(() => {
    if (!wanted) return
    // The board scrolls by its own geometry; the browser's way would jump under the sticky headers.
    ref.current?.focus({ preventScroll: true })
    ui.patch({ wantsFocus: false })
  }, [wanted, ui])
  return ref
}
