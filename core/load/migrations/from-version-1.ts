import type { Migration, RawDocument } from '../migration'

type Raw = { readonly [field: string]: unknown }

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Version 1 wrote a step's parallel group as a free name and the answers to a pulse question as one row of counts.
 * Since version 2 groups are records (own stage, own running step) and answers are kept by channel; what version 1
 * counted had been typed in from paper.
 */
export const fromVersion1: Migration = {
  from: 1,
  to: 2,
  migrate: (document: RawDocument): RawDocument => {
    const records = document['records']
    if (!Array.isArray(records)) return { ...document, formatVersion: 2 }
    const groups = groupsOf(records)
    const migrated = records.map((record: unknown) => migratedRecord(record, groups))
    return { ...document, formatVersion: 2, records: [...migrated, ...groups.values()] }
  },
}

/** A group record for each name, with an id that no other record has. */
const groupsOf = (records: readonly unknown[]): Map<string, Raw> => {
  const taken = new Set(records.map((record) => (isObject(record) ? record['id'] : undefined)))
  const groups = new Map<string, Raw>()
  for (const record of records) {
    const name = isObject(record) && record['type'] === 'step' ? record['group'] : undefined
    if (typeof name !== 'string' || name.trim() === '' || groups.has(name)) continue
    let number = groups.size + 1
    while (taken.has(`group-${number}`)) number += 1
    const id = `group-${number}`
    taken.add(id)
    groups.set(name, { type: 'group', id, order: id, label: { text: name }, stage: { view: 'step' } })
  }
  return groups
}

const migratedRecord = (record: unknown, groups: ReadonlyMap<string, Raw>): unknown => {
  if (!isObject(record)) return record
  if (record['type'] === 'step') return migratedStep(record, groups)
  return record['type'] === 'pulse' ? migratedPulse(record) : record
}

const migratedStep = ({ group, ...step }: Raw, groups: ReadonlyMap<string, Raw>): Raw => {
  const id = typeof group === 'string' ? groups.get(group)?.['id'] : undefined
  return id === undefined ? step : { ...step, groupId: id }
}

const migratedPulse = ({ counts, ...pulse }: Raw): Raw => {
  const given = Array.isArray(counts) && counts.some((count) => typeof count === 'number' && count > 0)
  return { ...pulse, answers: given ? { paper: counts } : {} }
}
