import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'

export type Leaving = {
  readonly changed: (FieldChange | null)[]
  /** Clusters that have no card left. */
  readonly dissolved: Cluster[]
}

/** What happens to clusters when these cards go out of them. A cluster without cards dissolves. */
export const leaveClusters = (view: DocumentView, cardIds: ReadonlySet<string>): Leaving => {
  const clusters = new Set<Cluster>()
  for (const id of cardIds) {
    const clusterId = view.card.get(id)?.clusterId
    const cluster = clusterId === undefined ? undefined : view.cluster.get(clusterId)
    if (cluster) clusters.add(cluster)
  }
  const changed: (FieldChange | null)[] = []
  const dissolved: Cluster[] = []
  for (const cluster of clusters) {
    const cards = cluster.cards.filter((card) => !cardIds.has(card.id))
    if (cards.length === 0) dissolved.push(cluster)
    else changed.push(patch<'cluster'>(cluster, { cards }))
  }
  return { changed, dissolved }
}

/** Where a card was before it joined its cluster; where it is, when it is in none. */
export const ownPlace = (view: DocumentView, card: Card): { readonly zone: string[]; readonly order: string } => {
  const cluster = card.clusterId === undefined ? undefined : view.cluster.get(card.clusterId)
  const place = cluster?.cards.find((one) => one.id === card.id)
  return place ? { zone: place.zone, order: place.order } : { zone: card.zone, order: card.order }
}
