import { useSyncExternalStore } from 'react'
import type { Store } from '../../app/store'
import { createStore } from '../../app/store'
import type { TableSource } from '../../import/table-source'
import type { CardFilter } from '../model/filter'
import { NO_FILTER } from '../model/filter'

/** Where the field for a new card stands: in this zone, before this item (null: at the end). */
export interface Draft {
  readonly zone: readonly string[]
  readonly before: string | null
}

/** What is said while something is carried; `seen` also shows it in the bar. */
export interface CarryWords {
  readonly title: string
  readonly by: 'pointer' | 'keyboard'
}

/** A question below the board that must be answered to go on with a deed. */
export type Ask =
  | { readonly kind: 'heading'; readonly itemIds: readonly string[] }
  | { readonly kind: 'voice' | 'tag' | 'move'; readonly itemIds: readonly string[] }

export interface BoardNote {
  readonly text: string
  readonly undoable: boolean
  /** Where what was made can be seen. */
  readonly link?: { readonly text: string; readonly go: () => void }
}

/** The state of one open board that is nobody else's business: never sent, never saved. */
export interface BoardUi {
  /** The item the arrow keys are on; the only one in the tab order. */
  readonly active: string | null
  /** The active item takes the focus as soon as it is drawn. */
  readonly wantsFocus: boolean
  readonly draft: Draft | null
  readonly filter: CardFilter
  readonly opened: ReadonlySet<string>
  /** Stays mounted and in its place while it is carried. */
  readonly carried: string | null
  readonly carryWords: CarryWords | null
  /** Of the last new card, so that several in a row need no choosing. */
  readonly lastVoice: string | null
  readonly spoken: boolean
  readonly ask: Ask | null
  /** A quiet line after a deed; `undoable` offers the way back. */
  readonly note: BoardNote | null
  /** The list to begin with, of a dropped file; null while no list is pasted. */
  readonly pasting: string | null
  /** A table that comes in: of a dropped file, or still to be chosen; null while none does. */
  readonly importing: TableSource | 'choose' | null
  /** Items that may become one card, while their words are chosen. */
  readonly merging: readonly string[] | null
  readonly searching: boolean
}

export interface BoardUiStore extends Store<BoardUi> {
  readonly patch: (part: Partial<BoardUi>) => void
}

export const createBoardUi = (): BoardUiStore => {
  const store = createStore<BoardUi>({
    active: null,
    wantsFocus: false,
    draft: null,
    filter: NO_FILTER,
    opened: new Set(),
    carried: null,
    carryWords: null,
    lastVoice: null,
    spoken: false,
    ask: null,
    note: null,
    pasting: null,
    importing: null,
    merging: null,
    searching: false,
  })
  return { ...store, patch: (part) => store.set({ ...store.get(), ...part }) }
}

/** Re-renders only when what `pick` answers is another value. */
export const useUi = <T>(ui: BoardUiStore, pick: (state: BoardUi) => T): T =>
  useSyncExternalStore(ui.subscribe, () => pick(ui.get()))
