import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'

export type Leaving = {
  readonly changed: (FieldChange | null)[]
  /** Clusters that have no card left. */
  readonly dissolved: Cluster[]
}

/** Whether this is a merged card rather than a group under a heading. */
export const isMerged = (view: DocumentView, clusterId: string | undefined): boolean =>
  clusterId !== undefined && view.cluster.get(clusterId)?.kind === 'merged'

/**
 * What happens to clusters when these cards go out of them. A cluster without cards dissolves; a merged one already when
 * a single card is left, which goes back to its own place.
 */
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
    const [only] = cards
    const alone = cluster.kind === 'merged' && cards.length === 1 && only ? view.card.get(only.id) : undefined
    if (alone) changed.push(patch<'card'>(alone, { ...ownPlace(view, alone), clusterId: undefined }))
    if (alone || cards.length === 0) dissolved.push(cluster)
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
