import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doneView } from '@core/rules/done-counts'

const ids = ['a', 'b', 'c', 'd'] as const
const voices = fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 12 }).map((present) => ({ id, present }))))
const done = fc.array(fc.constantFrom(...ids, 'forged', null), { maxLength: 40 })

describe('doneView', () => {
  test('never tells of fewer than k people apart, nor of all but so few', () => {
    fc.assert(
      fc.property(voices, done, fc.integer({ min: 3, max: 6 }), (here, who, k) => {
        const view = doneView({ stepId: 's', voices: here, done: who, k, phones: 7 })
        expect(view.done).toBe(who.length)
        expect(view.groups).not.toHaveLength(1)
        const seen = view.groups.flatMap((group) => group.voiceIds)
        expect(new Set(seen).size).toBe(seen.length)
        for (const group of view.groups) {
          const small = group.present < k
          // Only somebody who was not counted as present can make a group smaller; then it has no one else to join.
          if (small) expect(group.voiceIds.length).toBeGreaterThan(1)
        }
        expect(view.groups.reduce((sum, group) => sum + group.done, 0)).toBeLessThanOrEqual(view.done)
      }),
    )
  })

  test('joins small voices, and says only the whole where that leaves one group', () => {
    const here = [
      { id: 'a', present: 9 },
      { id: 'b', present: 2 },
      { id: 'c', present: 2 },
    ]
    const view = doneView({ stepId: 's', voices: here, done: ['a', 'b', null], k: 3, phones: 0 })
    expect(view.groups).toEqual([
      { voiceIds: ['a'], done: 1, present: 9 },
      { voiceIds: ['b', 'c'], done: 1, present: 4 },
    ])
    expect(doneView({ stepId: 's', voices: here.slice(1), done: ['b'], k: 3, phones: 0 }).groups).toEqual([])
  })

  test('takes the phones where nobody counted the people', () => {
    const view = doneView({ stepId: 's', voices: [{ id: 'a', present: 0 }], done: ['a'], k: 3, phones: 8 })
    expect(view).toEqual({ stepId: 's', done: 1, present: 8, groups: [] })
  })
})
