import { useSyncExternalStore } from 'react'
import type { Selectable } from '../../app/selection'
import { selection } from '../../app/selection'

let from: readonly Selectable[] = []
let ids: ReadonlySet<string> = new Set()

/** Ids of what is chosen; the same set until the choice changes. */
export const chosenIds = (): ReadonlySet<string> => {
  const { selected } = selection.get()
  if (selected !== from) {
    from = selected
    ids = new Set(selected.map((ref) => ref.id))
  }
  return ids
}

/** One listener per card: choosing one re-renders that one. */
export const useIsChosen = (id: string): boolean =>
  useSyncExternalStore(selection.subscribe, () => chosenIds().has(id) || selection.get().open?.id === id)
