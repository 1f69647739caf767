import { useMemo, useSyncExternalStore } from 'react'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import type { CardFilter } from '../model/filter'
import type { Grid } from '../model/grid'
import type { BoardIndex } from '../model/zone-index'
import { indexBoard } from '../model/zone-index'

const sameTags = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((tag, at) => tag === b[at])

const sameIndex = (a: BoardIndex, b: BoardIndex): boolean =>
  a.cards === b.cards &&
  a.shown === b.shown &&
  a.held === b.held &&
  a.hidden === b.hidden &&
  a.zones.size === b.zones.size &&
  sameTags(a.tags, b.tags) &&
  sameTags(a.places, b.places) &&
  [...b.zones].every(([key, zone]) => a.zones.get(key) === zone)

const indexSource = (replica: Replica, boardId: string, grid: Grid, filter: CardFilter) => {
  let stamp = ''
  let index: BoardIndex | undefined
  return {
    subscribe: (listener: () => void): (() => void) => {
      const off = [replica.subscribeTable('card', listener), replica.subscribeTable('cluster', listener)]
      return () => off.forEach((leave) => leave())
    },
    /** Counts anew only after a change of cards or clusters, and answers the old index when nothing moved. */
    get: (): BoardIndex => {
      const now = `${replica.version('card')} ${replica.version('cluster')}`
      if (index && now === stamp) return index
      stamp = now
      const { card, cluster } = replica.view
      const next = indexBoard({ boardId, grid, cards: card.values(), clusters: cluster.values(), filter }, index)
      if (!index || !sameIndex(index, next)) index = next
      return index
    },
  }
}

/** The board by zones. A change of words alone re-renders nobody but the card itself. */
export const useBoardIndex = (boardId: string, grid: Grid, filter: CardFilter): BoardIndex => {
  const replica = useReplica()
  const source = useMemo(() => indexSource(replica, boardId, grid, filter), [replica, boardId, grid, filter])
  return useSyncExternalStore(source.subscribe, source.get)
}
