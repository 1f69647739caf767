import { expect, test } from 'vitest'
import { must } from '../helpers/must'
import { startSession, startTestHost } from '../helpers/test-host'

test('a table of 5,000 cards comes in several messages and goes with one undo', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const count = async (): Promise<number> => {
    const { session } = (await host.window('facilitator')).welcome()
    return session.kind === 'snapshot' ? session.snapshot.records.filter(({ type }) => type === 'card').length : -1
  }
  must(await facilitator.request('card.add', { id: 'own', boardId: 'board-1', zone: ['t1', 'l1'], text: 'Before' }))
  for (const part of [0, 1, 2, 3, 4]) {
    const cards = Array.from({ length: 1_000 }, (_, at) => ({ id: `c-${part}-${at}`, text: `Card ${part} ${at}` }))
    const place = { boardId: 'board-1', zone: ['t2', 'l1'], source: 'import', batch: 'one-table' } as const
    must(await facilitator.request('card.add-many', { ...place, zone: [...place.zone], cards }))
  }
  expect(await count()).toBe(5_001)
  must(await facilitator.request('history.undo', {}))
  expect(await count()).toBe(1)
  must(await facilitator.request('history.redo', {}))
  expect(await count()).toBe(5_001)
})
