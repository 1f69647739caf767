import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAILURES } from '@core/protocol/failures'
import type { RequestName } from '@core/protocol/requests'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const NEW: readonly RequestName[] = [
  'card.submit',
  'card.withdraw',
  'statement.release-own',
  'proposal.submit',
  'proposal.withdraw',
  'proposal.accept',
  'proposal.decline',
  'step.finished',
  'pulse.answer',
  'pulse.mine',
  'queue.raise',
  'queue.next',
  'queue.switch',
  'turn.add',
  'notebook.share',
  'notebook.remove',
  'tablet.open',
  'image.get',
]

const id = fc.constantFrom(
  'card-1',
  'offer-1',
  'step-1',
  'task-1',
  'voice-1',
  'pulse-1',
  '__proto__',
  'constructor',
  'x',
  '',
)
const anything = fc.oneof(
  fc.anything({ maxDepth: 2 }).filter((value) => JSON.stringify(value) !== undefined),
  fc.record(
    {
      id,
      secret: fc.constantFrom('a-secret-of-this-phone', 'another-phones-secret', 'short', 7),
      text: fc.oneof(fc.string(), fc.constant('x'.repeat(2_500)), fc.constant(null)),
      kind: fc.constantFrom('task', 'step', 'volunteer', 'nothing'),
      taskId: id,
      cardId: id,
      stepId: id,
      voiceId: id,
      code: fc.constantFrom('', 'abcd', 'x'.repeat(100)),
      quote: fc.constantFrom('none', 'role', 'named', 'all'),
      released: fc.constantFrom(true, false, 'yes'),
      shared: fc.boolean(),
      raised: fc.constantFrom(true, false, 1),
      done: fc.constantFrom(true, false, null),
      values: fc.constantFrom([], [{ id: 'pulse-1', value: 9 }], [{ id: 'pulse-1', value: 3 }], 'all'),
    },
    { requiredKeys: [] },
  ),
)

describe('whatever a phone sends', () => {
  test('is taken or refused by a known name, and what phones may not touch stays as it is', async () => {
    const host = await startTestHost({ clock: { now: () => Date.now() } })
    const facilitator = await startSession(host)
    must(await facilitator.request('step.update', { id: 'step-1', propose: ['task', 'step', 'volunteer'] }))
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Ask the school.' }))
    must(await facilitator.request('pulse.add', { id: 'pulse-1', question: { text: 'Was I heard?' } }))
    const cards = { boardId: 'board-1', zone: ['t1', 'l1'], text: 'Said at the laptop.' }
    must(await facilitator.request('card.add', { id: 'card-1', ...cards }))
    const room = await openRoom(facilitator)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...NEW), anything), { maxLength: 12 }), async (asks) => {
        const phone = await openPhone(room.url, { voiceId: 'forged' })
        for (const [at, [name, args]] of asks.entries()) {
          phone.send({ t: 'req', id: at + 1, name, args })
          const answer = await phone.waitFor((message) => message.t === 'res' && message.id === at + 1)
          if (answer.t === 'res' && !answer.ok) {
            expect(FAILURES).toContain(answer.failure.code)
            expect(['internal', 'bad-message']).not.toContain(answer.failure.code)
          }
        }
        phone.socket.terminate()
      }),
      { numRuns: 40 },
    )
    const seen = facilitator.pushes('doc.changed')
    for (const { diff } of seen) {
      for (const { type, id: changed, to } of diff.changed ?? []) {
        if (type === 'card' && changed === 'card-1') expect(to).not.toHaveProperty('text')
        if (type === 'task') expect(to).not.toHaveProperty('owner')
      }
      for (const { type, id: gone } of diff.removed ?? []) expect([type, gone]).not.toEqual(['card', 'card-1'])
      for (const record of diff.added ?? []) if (record.type === 'card') expect(record.voiceId).toBeUndefined()
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
