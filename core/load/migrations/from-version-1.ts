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
    const current = runningSteps(records, groups)
    const migrated = records.map((record: unknown) => migratedRecord(record, groups, current))
    const made = [...groups.values()].map((group) => withCurrent(group, current))
    return { ...document, formatVersion: 2, records: [...migrated, ...made] }
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

/** Step id by group id: since version 2 a group knows its own current step. */
const runningSteps = (records: readonly unknown[], groups: ReadonlyMap<string, Raw>): ReadonlyMap<unknown, unknown> =>
  new Map(
    records
      .filter(isObject)
      .filter((record) => record['type'] === 'step' && record['state'] === 'running')
      .map((step) => [groups.get(String(step['group']))?.['id'], step['id']] as const)
      .filter(([groupId]) => groupId !== undefined),
  )

const withCurrent = (group: Raw, current: ReadonlyMap<unknown, unknown>): Raw => {
  const stepId = current.get(group['id'])
  return stepId === undefined ? group : { ...group, currentStepId: stepId }
}

/** What a group does now is not what everybody does. */
const migratedSession = ({ currentStepId, ...session }: Raw, current: ReadonlyMap<unknown, unknown>): Raw =>
  currentStepId === undefined || [...current.values()].includes(currentStepId) ? session : { ...session, currentStepId }

const migratedRecord = (
  record: unknown,
  groups: ReadonlyMap<string, Raw>,
  current: ReadonlyMap<unknown, unknown>,
): unknown => {
  if (!isObject(record)) return record
  if (record['type'] === 'session') return migratedSession(record, current)
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
