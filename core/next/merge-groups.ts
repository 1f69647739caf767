import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { LIMITS } from '../model/limits'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { frozenSources } from '../rules/frozen'
import { contentKey } from './merge-content'
import type { Naming } from './merge-names'
import { recordHere } from './merge-rewrite'

export type Groups = {
  readonly cards: readonly Card[]
  readonly clusters: readonly Cluster[]
  readonly changed: readonly (FieldChange | null)[]
}

type Fields = { clusterId?: string | undefined; zone?: string[]; tags?: string[] | undefined }

/**
 * Puts cards and their groups together: a group that both files have takes in what only the other one has; a card that is
 * in a group here stays in it. Groups that are voted on now stay as they are.
 */
export const joinGroups = (here: DocumentView, naming: Naming): Groups => {
  const { records, names } = naming
  const frozen = frozenSources(here)
  const fresh = new Map<string, Card>()
  const changes = new Map<string, Fields>()
  const clusters: { cluster: Cluster; known: Cluster | undefined }[] = []
  for (const record of records.values()) {
    if (record.type !== 'card' && record.type !== 'cluster') continue
    const read = recordHere(record, names)
    const id = names.to(record.id) ?? record.id
    if (read?.type === 'cluster') clusters.push({ cluster: { ...read, id }, known: here.cluster.get(id) })
    if (read?.type !== 'card') continue
    const mine = here.card.get(id)
    if (!mine) fresh.set(id, { ...read, id })
    else if (moreTags(mine, read)) changes.set(id, { tags: moreTags(mine, read) })
  }
  const added: Cluster[] = []
  const grown: (FieldChange | null)[] = []
  const inGroup = new Set<string>()
  for (const { cluster, known } of clusters) {
    // Standing for its members only: a group of other words.
    const other = known !== undefined && contentKey(known) !== contentKey(cluster)
    if (other || frozen.has(cluster.id)) continue
    const zone = [...(known ?? cluster).zone]
    const joins = cluster.cards.filter(({ id }) => {
      if (known?.cards.some((card) => card.id === id)) return false
      const mine = here.card.get(id)
      return mine
        ? mine.clusterId === undefined && mine.boardId === cluster.boardId && !frozen.has(id) && !inGroup.has(id)
        : fresh.has(id)
    })
    const placed = joins.map((join) => {
      const mine = here.card.get(join.id)
      return mine ? { id: join.id, zone: [...mine.zone], order: mine.order } : join
    })
    for (const { id } of joins) {
      inGroup.add(id)
      const card = fresh.get(id)
      if (card) fresh.set(id, { ...card, clusterId: cluster.id, zone })
      else changes.set(id, { ...changes.get(id), clusterId: cluster.id, zone })
    }
    if (known && placed.length > 0) grown.push(patch<'cluster'>(known, { cards: [...known.cards, ...placed] }))
    if (!known) added.push({ ...cluster, cards: placed })
  }
  const changed = [...changes].flatMap(([id, fields]) => {
    const card = here.card.get(id)
    return card ? [patch<'card'>(card, fields)] : []
  })
  const cards = [...fresh.values()].map((card) => (inGroup.has(card.id) ? card : alone(card)))
  return { cards, clusters: added, changed: [...changed, ...grown] }
}

const alone = ({ clusterId: _none, ...card }: Card): Card => card

/** Tags of both; undefined when the other file has none that is not here. */
const moreTags = (mine: Card, other: Card): string[] | undefined => {
  const known = mine.tags ?? []
  const more = (other.tags ?? []).filter((tag) => !known.includes(tag))
  return more.length === 0 || known.length + more.length > LIMITS.tags ? undefined : [...known, ...more]
}
