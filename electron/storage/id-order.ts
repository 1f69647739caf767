import { setImmediate } from 'node:timers/promises'
import type { AnyRecord, RecordType } from '@core/model/records'

// Sorting this many takes about 1 ms; between two such runs the room gets its turn.
const RUN = 1_000

/**
 * Records by type, then by id. In the order in which they were made, a card's place in the file would tell who wrote
 * first; ids tell nothing.
 */
export const inIdOrder = async (records: Iterable<AnyRecord>): Promise<Iterable<AnyRecord>> => {
  const types = new Map<RecordType, AnyRecord[][]>()
  let sorted = 0
  for (const record of records) {
    const runs = types.get(record.type) ?? []
    types.set(record.type, runs)
    const last = runs.at(-1)
    if (last && last.length < RUN) last.push(record)
    else runs.push([record])
  }
  for (const runs of types.values()) {
    for (const run of runs) {
      run.sort(byId)
      sorted += run.length
      if (sorted < RUN) continue
      sorted = 0
      await setImmediate()
    }
  }
  return inTurn([...types.values()])
}

const byId = (a: AnyRecord, b: AnyRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function* inTurn(types: readonly (readonly AnyRecord[][])[]): Generator<AnyRecord> {
  for (const runs of types) yield* merged(runs)
}

/** Two halves at a time, so that each record is compared about as often as there are halvings. */
function* merged(runs: readonly (readonly AnyRecord[])[]): Generator<AnyRecord> {
  if (runs.length <= 1) return yield* runs[0] ?? []
  const middle = runs.length >> 1
  const [left, right] = [merged(runs.slice(0, middle)), merged(runs.slice(middle))]
  let [a, b] = [left.next(), right.next()]
  while (!a.done && !b.done) {
    if (byId(a.value, b.value) <= 0) {
      yield a.value
      a = left.next()
    } else {
      yield b.value
      b = right.next()
    }
  }
  for (; !a.done; a = left.next()) yield a.value
  for (; !b.done; b = right.next()) yield b.value
}
