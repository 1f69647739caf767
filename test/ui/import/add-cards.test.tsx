import { expect, test } from 'vitest'
import { boardRecords } from '../../../scripts/bench/board/board-records'
import { createMemoryHost } from '../../../scripts/bench/board/memory-host'
import { addCards } from '../../../renderer/facilitator/import/add-cards'
import { createGuesser } from '../../../renderer/shared/replica/guess'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'

test('cards on their way are stopped between two messages, and what is in is told', async () => {
  const host = createMemoryHost(boardRecords({ cards: 0 }))
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'facilitator', proof: { kind: 'window' } }),
  })
  const replica = createReplica(client, createGuesser(client))
  await new Promise<void>((resolve) => {
    if (client.status() === 'online') resolve()
    else client.onStatus((status) => (status === 'online' ? resolve() : undefined))
  })
  const zone = host.tables.board.get('board-1')?.axes.map((axis) => axis.entries[0]?.id ?? '') ?? []
  const cards = Array.from({ length: 2_500 }, (_, at) => ({
    text: `Card ${at}`,
    zone,
    tags: [],
    twice: false,
    row: at,
  }))
  const stopping = new AbortController()
  const made = { voices: [], entries: [] }
  const to = { boardId: 'board-1', zone, stepId: undefined, source: 'import', held: false, made } as const
  const sent = await addCards(replica, cards, to, { progress: () => stopping.abort(), signal: stopping.signal })
  expect(sent).toEqual({ done: host.tables.card.size, failure: null })
  expect(sent.done).toBeGreaterThan(0)
  expect(sent.done).toBeLessThan(2_500)
})
