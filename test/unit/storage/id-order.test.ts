import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { inIdOrder } from '../../../electron/storage/id-order'
import { sampleCard, smallDocument } from '../../helpers/sample-records'

const cardWith = (id: string): AnyRecord => ({ ...sampleCard(1), id })
const idsOf = (records: Iterable<AnyRecord>): string[] => [...records].map(({ id }) => id)

test('whatever the order in which cards were made, the file has them by id', async () => {
  const counts = fc.constantFrom(0, 1, 2, 999, 1_000, 1_001, 2_500)
  await fc.assert(
    fc.asyncProperty(counts, fc.infiniteStream(fc.integer({ min: 0, max: 9_999_999 })), async (count, numbers) => {
      const ids = Array.from(new Set([...numbers.take(count)].map((number) => `c${number}`)))
      const written = idsOf(await inIdOrder(ids.map(cardWith)))
      expect(written).toEqual(ids.toSorted())
    }),
    { numRuns: 30 },
  )
})

test('types stay together, in the order of the file', async () => {
  const records = [...smallDocument(), cardWith('zz'), cardWith('aa')]
  expect(idsOf(await inIdOrder(records))).toEqual([...idsOf(smallDocument()), 'aa', 'zz'])
})

test('50,000 cards never keep the others waiting', async () => {
  const ids = Array.from({ length: 50_000 }, (_, index) => `c${(index * 7_919) % 50_000}`)
  const records = ids.map(cardWith)
  let turns = 0
  let over = false
  const count = (): void => {
    turns += 1
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  await inIdOrder(records)
  over = true
  expect(turns).toBeGreaterThan(40)
})
