import { useSyncExternalStore } from 'react'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import { selection } from '../../app/selection'

const NONE: ReadonlySet<string> = new Set()

let known: { readonly open: string | null; readonly version: number; readonly ids: ReadonlySet<string> } = {
  open: null,
  version: -1,
  ids: NONE,
}

/** What the card in the drawer is linked with; the same set until the drawer or the links change. */
export const partnersOfOpen = (replica: Replica): ReadonlySet<string> => {
  const open = selection.get().open?.id ?? null
  const version = replica.version('link')
  if (open === known.open && version === known.version) return known.ids
  const ids = new Set<string>()
  if (open !== null) {
    for (const link of replica.view.link.values()) {
      if (link.from === open) ids.add(link.to)
      if (link.to === open) ids.add(link.from)
    }
  }
  known = { open, version, ids: ids.size === 0 ? NONE : ids }
  return known.ids
}

/** Whether the card is linked with the one in the drawer. One listener a card: opening one re-renders its partners. */
export const useIsLinked = (id: string): boolean => {
  const replica = useReplica()
  return useSyncExternalStore(selection.subscribe, () => partnersOfOpen(replica).has(id))
}
