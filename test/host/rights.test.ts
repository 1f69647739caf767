import { describe, expect, test } from 'vitest'
import type { RequestName } from '@core/protocol/requests'
import { requests } from '@core/protocol/requests'
import { ROLES } from '@core/protocol/roles'
import { mayRequest } from '@core/rules/rights'
import { startSession, startTestHost } from '../helpers/test-host'

const names = Object.keys(requests) as RequestName[]
/** Would end the session or wait for a person; what they may be is tested elsewhere. */
const skipped = new Set<RequestName>(['session.leave', 'session.finish'])

describe('every role and every request', () => {
  test.each(ROLES)('%s may do what the table says and nothing else', async (role) => {
    const host = await startTestHost()
    await startSession(host)
    const seat = await host.window(role)
    for (const name of names.filter((one) => !skipped.has(one))) {
      // Arguments no request takes: those that may get to the schema are refused there.
      seat.send({ t: 'req', id: 1_000 + names.indexOf(name), name, args: 7 })
    }
    for (const name of names.filter((one) => !skipped.has(one))) {
      const answer = await seat.waitFor((message) => message.t === 'res' && message.id === 1_000 + names.indexOf(name))
      const code = answer.t === 'res' && !answer.ok ? answer.failure.code : 'done'
      expect({ name, refused: code === 'not-allowed' }).toEqual({ name, refused: !mayRequest(role, name) })
    }
  })

  test('what is no request is refused by name', async () => {
    const host = await startTestHost()
    const seat = await host.window('facilitator')
    for (const name of ['', 'toString', '__proto__', 'card.explode']) {
      seat.send({ t: 'req', id: 1, name, args: {} })
    }
    const refused = { t: 'res', id: 1, ok: false, failure: { code: 'unknown-request' } }
    await seat.waitFor(() => seat.received.filter((message) => message.t === 'res').length === 4)
    expect(seat.received.filter((message) => message.t === 'res')).toEqual([refused, refused, refused, refused])
  })
})
