import { describe, expect, test } from 'vitest'
import { aContext, aDocument, aPulse, aQuestion, aSession, anActivity, anIndicator } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

describe('indicators', () => {
  test('a second value of the same day replaces the first, and days stay in order', () => {
    const tables = aDocument(anIndicator())
    const measure = (value: number, on: string) => act(tables, 'indicator.measure', { id: 'indicator-1', value, on })
    measure(12, '2026-05-01')
    measure(17, '2026-01-01')
    measure(10, '2026-05-01')
    expect(tables.indicator.get('indicator-1')?.measurements).toEqual([
      { value: 17, on: '2026-01-01' },
      { value: 10, on: '2026-05-01' },
    ])
    act(tables, 'indicator.unmeasure', { id: 'indicator-1', on: '2026-01-01' })
    expect(tables.indicator.get('indicator-1')?.measurements).toHaveLength(1)
  })

  test('null clears what was said about it', () => {
    const tables = aDocument(anIndicator({ better: 'down', target: { value: 10 } }))
    act(tables, 'indicator.update', { id: 'indicator-1', better: null, target: null })
    const indicator = tables.indicator.get('indicator-1')
    expect(indicator).not.toHaveProperty('better')
    expect(indicator).not.toHaveProperty('target')
  })
})

describe('activities', () => {
  test('a picture must exist, a name must be given', () => {
    expect(codeOf(run(aDocument(), 'activity.add', { id: 'a1', title: 'Visit', imageId: 'none' }))).toBe('not-found')
    expect(codeOf(run(aDocument(), 'activity.add', { id: 'a1', title: '  ' }))).toBe('text-empty')
  })

  test('what came from it loses the way back when it goes', () => {
    const tables = aDocument(anActivity(), aQuestion({ origin: { type: 'activity', id: 'activity-1' } }))
    act(tables, 'activity.remove', { id: 'activity-1' })
    expect(tables.question.get('question-1')).not.toHaveProperty('origin')
  })
})

describe('pulse', () => {
  test('at most five questions', () => {
    const five = [1, 2, 3, 4, 5].map((n) => aPulse({ id: `pulse-${n}`, order: `V${n}` }))
    const outcome = run(aDocument(...five), 'pulse.add', { id: 'pulse-6', question: { text: 'More?' } })
    expect(codeOf(outcome)).toBe('too-many')
  })

  test('a question that was answered keeps its words and stays', () => {
    const tables = aDocument(aPulse({ answers: { phone: [0, 0, 0, 1, 0] } }))
    expect(codeOf(run(tables, 'pulse.update', { id: 'pulse-1', question: { text: 'Other' } }))).toBe('still-used')
    expect(codeOf(run(tables, 'pulse.remove', { id: 'pulse-1' }))).toBe('still-used')
  })

  test('paper counts replace each other and leave the phones alone; all zeros take them out', () => {
    const tables = aDocument(aPulse({ answers: { phone: [0, 0, 0, 1, 0] } }))
    act(tables, 'pulse.paper', { id: 'pulse-1', counts: [0, 0, 1, 2, 0] })
    act(tables, 'pulse.paper', { id: 'pulse-1', counts: [0, 0, 1, 3, 0] })
    expect(tables.pulse.get('pulse-1')?.answers).toEqual({ phone: [0, 0, 0, 1, 0], paper: [0, 0, 1, 3, 0] })
    act(tables, 'pulse.paper', { id: 'pulse-1', counts: [0, 0, 0, 0, 0] })
    expect(tables.pulse.get('pulse-1')?.answers).toEqual({ phone: [0, 0, 0, 1, 0] })
  })

  test('remarks do not stand in the order in which they came', () => {
    const orders = new Set<string>()
    for (let seed = 1; seed <= 20; seed += 1) {
      const tables = aDocument(aPulse())
      const context = aContext(seed)
      for (const text of ['a', 'b', 'c']) act(tables, 'pulse.add-remark', { id: 'pulse-1', text }, context)
      orders.add(tables.pulse.get('pulse-1')?.remarks.join('') ?? '')
    }
    expect(orders.size).toBeGreaterThan(2)
  })

  test('one of two equal remarks goes', () => {
    const tables = aDocument(aPulse({ remarks: ['Thank you', 'Thank you'] }))
    act(tables, 'pulse.remove-remark', { id: 'pulse-1', text: 'Thank you' })
    expect(tables.pulse.get('pulse-1')?.remarks).toEqual(['Thank you'])
  })
})

describe('after the session is closed', () => {
  const closed = aDocument(aSession({ state: 'closed' }), aPulse(), anIndicator(), anActivity())

  test.each([
    ['a visit is written down', () => run(closed, 'activity.add', { id: 'a2', title: 'Visit' })],
    ['a figure is measured', () => run(closed, 'indicator.measure', { id: 'indicator-1', value: 1, on: '2026-05-01' })],
    ['paper slips are counted', () => run(closed, 'pulse.paper', { id: 'pulse-1', counts: [1, 0, 0, 0, 0] })],
    ['a project begins', () => run(closed, 'project.add', { id: 'p2', title: 'Evenings' })],
  ])('%s', (_, deed) => expect(codeOf(deed())).toBeNull())

  test('questions of the pulse stay as they were asked', () => {
    expect(codeOf(run(closed, 'pulse.add', { id: 'p9', question: { text: 'x' } }))).toBe('session-is-closed')
  })
})
