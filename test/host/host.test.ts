import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

describe('a session from end to end', () => {
  test('is created, changed, voted on, closed and counted', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const phones = await Promise.all([1, 2, 3].map((n) => openPhone(room.url, { voiceId: `voice-${n}` })))
    const [first] = phones
    if (!first) throw new Error('no phone')
    const card = { id: 'card-1', secret: 'a-secret-of-this-phone', text: 'Nobody asked us.', quote: 'role' as const }
    expect(await first.request('card.submit', card)).toEqual({ ok: true, value: { id: 'card-1', held: false } })
    const seen = await facilitator.push('doc.changed', ({ diff }) => diff.added?.[0]?.type === 'card')
    expect(seen.diff.added?.[0]).toMatchObject({ text: 'Nobody asked us.', voiceId: 'voice-1', source: 'phone' })
    expect(JSON.stringify(seen)).not.toContain('editHash')
    const roundId = await openDotVote(facilitator)
    for (const phone of phones) {
      const ballot = { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [2, 1, null] } }
      expect(await phone.request('ballot.cast', ballot)).toEqual({ ok: true, value: { rev: 1, counted: true } })
    }
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const closed = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"result"'))
    expect(JSON.stringify(closed)).toContain('"rows":[[6],[3],[0]]')
  })
})
