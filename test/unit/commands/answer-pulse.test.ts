import { describe, expect, test } from 'vitest'
import { answerPulse } from '@core/commands/answer-pulse'
import type { PulseAnswer } from '@core/commands/answer-pulse'
import { pulseSchema } from '@core/model/work'
import { aContext, aDocument, aPulse, aSession, aStep } from '../../helpers/builders'
import { codeOf, take } from '../../helpers/outcomes'

const asking = aStep({ kind: 'pulse' })
const first = aPulse({ id: 'p1', order: 'a' })
const second = aPulse({ id: 'p2', order: 'b' })
const answer = (fields: Partial<PulseAnswer> = {}): PulseAnswer => ({
  values: [{ id: 'p1', value: 5 }],
  remark: undefined,
  channel: 'phone',
  groupId: undefined,
  ...fields,
})

describe('answerPulse', () => {
  test('counts by channel; what is left out stays out', () => {
    const tables = aDocument(asking, first, second)
    take(tables, answerPulse(tables, answer(), aContext()))
    take(
      tables,
      answerPulse(
        tables,
        answer({
          values: [
            { id: 'p1', value: 5 },
            { id: 'p2', value: 1 },
          ],
        }),
        aContext(),
      ),
    )
    take(tables, answerPulse(tables, answer({ channel: 'kiosk' }), aContext()))
    expect(tables.pulse.get('p1')?.answers).toEqual({ phone: [0, 0, 0, 0, 2], kiosk: [0, 0, 0, 0, 1] })
    expect(tables.pulse.get('p2')?.answers).toEqual({ phone: [1, 0, 0, 0, 0] })
    for (const pulse of tables.pulse.values()) expect(pulseSchema.safeParse(pulse).success).toBe(true)
  })

  test('puts remarks in no order of time', () => {
    const orders = new Set<string>()
    for (let seed = 1; seed < 30; seed += 1) {
      const tables = aDocument(asking, first)
      for (const [at, remark] of ['one', 'two', 'three'].entries()) {
        take(tables, answerPulse(tables, answer({ values: [], remark }), aContext(seed * 10 + at)))
      }
      orders.add((tables.pulse.get('p1')?.remarks ?? []).join(' '))
    }
    expect(orders.size).toBeGreaterThan(2)
  })

  test.each([
    ['outside the feedback round', aStep(), answer(), 'step-closed'],
    ['a question that is gone', asking, answer({ values: [{ id: 'gone', value: 3 }] }), 'not-found'],
    [
      'two answers to one question',
      asking,
      answer({
        values: [
          { id: 'p1', value: 1 },
          { id: 'p1', value: 2 },
        ],
      }),
      'wrong-value',
    ],
    ['nothing', asking, answer({ values: [], remark: '  ' }), 'text-empty'],
    ['a remark too long', asking, answer({ remark: 'x'.repeat(2_001) }), 'text-too-long'],
  ])('refuses %s', (_, step, given, code) => {
    expect(codeOf(answerPulse(aDocument(step, first), given, aContext()))).toBe(code)
  })

  test('refuses after the close', () => {
    const tables = aDocument(asking, first, aSession({ state: 'closed' }))
    expect(codeOf(answerPulse(tables, answer(), aContext()))).toBe('session-is-closed')
  })
})
