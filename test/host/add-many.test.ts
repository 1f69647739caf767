import { expect, test } from 'vitest'
import { must } from '../helpers/must'
import type { TestHost } from '../helpers/test-host'
import { startSession, startTestHost } from '../helpers/test-host'

const axisOf = async (host: TestHost): Promise<string> => {
  const { session } = (await host.window('facilitator')).welcome()
  const records = session.kind === 'snapshot' ? session.snapshot.records : []
  return records.flatMap((record) => (record.type === 'board' ? record.axes.map(({ id }) => id) : []))[0] ?? ''
}

test('a table of 5,000 cards and what it names comes in several messages and goes with one undo', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const count = async (): Promise<number> => {
    const { session } = (await host.window('facilitator')).welcome()
    return session.kind === 'snapshot' ? session.snapshot.records.filter(({ type }) => type === 'card').length : -1
  }
  must(await facilitator.request('card.add', { id: 'own', boardId: 'board-1', zone: ['t1', 'l1'], text: 'Before' }))
  const names = async (): Promise<string[]> => {
    const { session } = (await host.window('facilitator')).welcome()
    const records = session.kind === 'snapshot' ? session.snapshot.records : []
    return records.flatMap((record) =>
      record.type === 'voice'
        ? [record.id]
        : record.type === 'board'
          ? record.axes.flatMap(({ entries }) => entries.map(({ id }) => id))
          : [],
    )
  }
  const namesBefore = await names()
  for (const part of [0, 1, 2, 3, 4]) {
    const cards = Array.from({ length: 1_000 }, (_, at) => ({ id: `c-${part}-${at}`, text: `Card ${part} ${at}` }))
    const place = { boardId: 'board-1', zone: ['t2', 'l1'], source: 'import', batch: 'one-table' } as const
    const args = { ...place, zone: [...place.zone], cards }
    if (part > 0) must(await facilitator.request('card.add-many', args))
    else {
      const axisId = await axisOf(host)
      const made = { voices: [{ id: 'new-voice', name: 'New' }], entries: [{ axisId, id: 'new-column', name: 'New' }] }
      must(await facilitator.request('card.import', { ...args, ...made }))
    }
  }
  expect((await names()).length).toBe(namesBefore.length + 2)
  expect(await count()).toBe(5_001)
  must(await facilitator.request('history.undo', {}))
  expect(await count()).toBe(1)
  expect(await names()).toEqual(namesBefore)
  must(await facilitator.request('history.redo', {}))
  expect(await count()).toBe(5_001)
})
