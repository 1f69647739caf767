import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAILURES } from '@core/protocol/failures'
import type { RequestName } from '@core/protocol/requests'
import { requests } from '@core/protocol/requests'
import { must } from '../helpers/must'
import { ROOT, openRoom, startSession, startTestHost } from '../helpers/test-host'
import { openPhone } from '../helpers/phones'

type Words = { readonly [code: string]: { readonly what?: string; readonly safe?: string; readonly do?: string } }

describe('what can go wrong', () => {
  test('has words for what happened, what is safe and what to do', async () => {
    const words = JSON.parse(await readFile(`${ROOT}/resources/locales/en/errors.json`, 'utf8')) as Words
    for (const code of FAILURES) {
      for (const part of ['what', 'safe', 'do'] as const)
        expect({ code, part: words[code]?.[part] }).toMatchObject({ part: expect.stringMatching(/\w/) as string })
    }
  })
})

const names = Object.keys(requests) as RequestName[]
/** Would end what the test goes on with. */
const ending = new Set<RequestName>([
  'session.leave',
  'session.finish',
  'session.create',
  'session.next',
  'session.open',
  'session.open-sample',
  'room.close',
])

describe('arguments nobody means', () => {
  const anyName = fc.constantFrom(...names.filter((name) => !ending.has(name)))
  const id = fc.constantFrom('board-1', 'step-1', 'voice-1', 'vote-1', 'card-1', '__proto__', '../../etc', '')
  const value = fc.oneof(
    { maxDepth: 3 },
    id,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(null),
    fc.array(id, { maxLength: 3 }),
  )
  const fields = fc.constantFrom(
    'id',
    'ids',
    'voteId',
    'roundId',
    'rev',
    'ballot',
    'text',
    'secret',
    'quote',
    'boardId',
    'zone',
    'before',
    'label',
    'was',
    'stage',
    'cardIds',
    'seconds',
    'profile',
    'lang',
    'address',
    'folder',
    'jobId',
  )
  const args = fc.oneof(fc.dictionary(fields, value, { maxKeys: 6 }), fc.jsonValue({ maxDepth: 4 }))

  test.each(['facilitator', 'co-facilitator', 'projector', 'participant', 'kiosk'] as const)(
    'from %s are answered by name, never by a fault of ours',
    async (role) => {
      const host = await startTestHost()
      await startSession(host)
      const seat = await host.window(role)
      await fc.assert(
        fc.asyncProperty(anyName, args, async (name, given) => {
          const answer = await seat.request(name, given as never)
          return answer.ok || answer.error.code !== 'internal'
        }),
        { numRuns: 300 },
      )
      const facilitator = await host.window('facilitator')
      must(await facilitator.request('session.update', { title: 'Still here' }))
    },
  )

  test('as raw bytes end at most the connection they came from', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200, unit: 'binary' }), fc.boolean(), async (text, binary) => {
        const phone = await openPhone(room.url)
        phone.socket.send(binary ? Buffer.from(text) : text)
        await phone.waitFor((message) => message.t === 'bye' || message.t === 'pong')
        phone.socket.terminate()
      }),
      { numRuns: 30 },
    )
    expect((await facilitator.request('room.view', {})).ok).toBe(true)
  })
})
