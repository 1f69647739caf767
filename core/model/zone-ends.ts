import type { AnyRecord } from './records'

/**
 * The highest order key ever seen in each zone of a table of cards, so that adding a card does not look through 50,000
 * others. Only an upper bound: cards that left stay counted, which does no harm to an append.
 */
const ends = new WeakMap<ReadonlyMap<string, AnyRecord>, Map<string, string>>()

type Placed = { readonly boardId: string; readonly zone: readonly string[]; readonly order: string }

const zoneKey = (boardId: string, zone: readonly string[]): string => `${boardId} ${zone.join(' ')}`

const note = (known: Map<string, string>, { boardId, zone, order }: Placed): void => {
  const key = zoneKey(boardId, zone)
  const highest = known.get(key)
  if (highest === undefined || highest < order) known.set(key, order)
}

/** Keeps the bound true; called for every record that is put into a table. Costs nothing for tables never asked about. */
export const noteZoneEnd = (table: ReadonlyMap<string, AnyRecord>, record: AnyRecord): void => {
  if (record.type !== 'card' && record.type !== 'cluster') return
  const known = ends.get(table)
  if (known) note(known, record)
}

/** A key at or after every order key in the zone; null when nothing was ever there. */
export const zoneEnd = (
  table: ReadonlyMap<string, AnyRecord & Placed>,
  boardId: string,
  zone: readonly string[],
): string | null => {
  let known = ends.get(table)
  if (!known) {
    known = new Map()
    for (const record of table.values()) note(known, record)
    ends.set(table, known)
  }
  return known.get(zoneKey(boardId, zone)) ?? null
}
