import type { RecordType } from '@core/model/records'
import { nav } from './nav'
import { createStore, useStore } from './store'

export type Selectable = { readonly type: RecordType; readonly id: string }

type SelectionState = { readonly selected: readonly Selectable[]; readonly open: Selectable | null }

const EMPTY: SelectionState = { selected: [], open: null }
const store = createStore<SelectionState>(EMPTY)

const same = (a: Selectable, b: Selectable): boolean => a.id === b.id && a.type === b.type

/** What is chosen, and what the details drawer shows. Both end with the place: a hidden choice would surprise. */
export const selection = {
  get: store.get,
  subscribe: store.subscribe,
  select: (refs: readonly Selectable[]): void => store.set({ ...store.get(), selected: refs }),
  toggle: (ref: Selectable): void => {
    const { selected, open } = store.get()
    const without = selected.filter((other) => !same(other, ref))
    store.set({ selected: without.length === selected.length ? [...selected, ref] : without, open })
  },
  clear: (): void => store.set({ ...store.get(), selected: EMPTY.selected }),
  openDrawer: (ref: Selectable): void => store.set({ ...store.get(), open: ref }),
  closeDrawer: (): void => store.set({ ...store.get(), open: null }),
} as const

nav.subscribe(() => store.set(EMPTY))

type Selection = SelectionState & Omit<typeof selection, 'get' | 'subscribe'>

export const useSelection = (): Selection => {
  const { selected, open } = useStore(store)
  const { select, toggle, clear, openDrawer, closeDrawer } = selection
  return { selected, open, select, toggle, clear, openDrawer, closeDrawer }
}
