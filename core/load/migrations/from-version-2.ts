import type { Migration, RawDocument } from '../migration'

type Raw = { readonly [field: string]: unknown }

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Version 2 kept with every row of raised hands how many of that voice were there. Since version 3 a row says what the
 * hand meant (`stance`, 0 where there is only one meaning) and the people are kept once for each voice.
 */
export const fromVersion2: Migration = {
  from: 2,
  to: 3,
  migrate: (document: RawDocument): RawDocument => {
    const records = document['records']
    if (!Array.isArray(records)) return { ...document, formatVersion: 3 }
    return { ...document, formatVersion: 3, records: records.map(migratedRecord) }
  },
}

const migratedRecord = (record: unknown): unknown => {
  if (!isObject(record) || record['type'] !== 'vote') return record
  const { rounds } = record
  return Array.isArray(rounds) ? { ...record, rounds: rounds.map(migratedRound) } : record
}

/** A round without hands stays as it is, so that changes in the journal still fit it. */
const migratedRound = (round: unknown): unknown => {
  if (!isObject(round)) return round
  const { hands } = round
  if (!Array.isArray(hands) || hands.length === 0) return round
  const handsPeople = peopleOf(hands)
  return { ...round, hands: hands.map(migratedHands), ...(handsPeople.length > 0 ? { handsPeople } : {}) }
}

const migratedHands = (row: unknown): unknown => {
  if (!isObject(row)) return row
  const { present: _present, ...rest } = row
  return { ...rest, stance: 0 }
}

/** The most that any row said of a voice: people came late, nobody was counted twice. */
const peopleOf = (hands: readonly unknown[]): readonly Raw[] => {
  const most = new Map<unknown, number>()
  for (const row of hands) {
    const present = isObject(row) ? row['present'] : undefined
    if (!isObject(row) || typeof present !== 'number' || present <= 0) continue
    most.set(row['voiceId'], Math.max(present, most.get(row['voiceId']) ?? 0))
  }
  return [...most].map(([voiceId, people]) => ({ voiceId, people }))
}
