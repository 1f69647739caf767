import { useCallback, useSyncExternalStore } from 'react'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'

interface Counts {
  readonly version: number
  /** Links of a card other than answers, and answers. */
  readonly links: ReadonlyMap<string, number>
  readonly answers: ReadonlyMap<string, number>
}

const known = new WeakMap<Replica, Counts>()

const countsOf = (replica: Replica): Counts => {
  const version = replica.version('link')
  const present = known.get(replica)
  if (present?.version === version) return present
  const links = new Map<string, number>()
  const answers = new Map<string, number>()
  for (const link of replica.view.link.values()) {
    const into = link.kind === 'answers' ? answers : links
    into.set(link.from, (into.get(link.from) ?? 0) + 1)
    into.set(link.to, (into.get(link.to) ?? 0) + 1)
  }
  const counts = { version, links, answers }
  known.set(replica, counts)
  return counts
}

/** How many links and answers a card has; counted once per change of the links for all cards together. */
export const useLinkCounts = (id: string): { readonly links: number; readonly answers: number } => {
  const replica = useReplica()
  const subscribe = useCallback((listener: () => void) => replica.subscribeTable('link', listener), [replica])
  const links = useSyncExternalStore(subscribe, () => countsOf(replica).links.get(id) ?? 0)
  const answers = useSyncExternalStore(subscribe, () => countsOf(replica).answers.get(id) ?? 0)
  return { links, answers }
}
