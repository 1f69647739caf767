import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnoutGroups } from '@core/rules/turnout'

test('shows only groups of k people or more, and each voice once', () => {
  const voices = fc.array(fc.nat({ max: 9 }), { maxLength: 7 })
  fc.assert(
    fc.property(voices, fc.integer({ min: 3, max: 6 }), (sizes, k) => {
      const list = sizes.map((present, i) => ({ id: `v${i}`, present }))
      const cast = new Map(list.map(({ id, present }) => [id, Math.floor(present / 2)]))
      const groups = turnoutGroups(list, cast, k)
      for (const group of groups) expect(group.present).toBeGreaterThanOrEqual(k)
      if (groups.length === 0) return
      const here = list.filter((voice) => voice.present > 0)
      expect(groups.flatMap((group) => group.voiceIds).toSorted()).toEqual(here.map(({ id }) => id).toSorted())
      expect(groups.reduce((sum, group) => sum + group.cast, 0)).toBe(
        [...cast.values()].reduce((sum, one) => sum + one, 0),
      )
    }),
  )
})

test('joins small voices', () => {
  const voices = [
    { id: 'families', present: 8 },
    { id: 'managers', present: 2 },
    { id: 'police', present: 1 },
    { id: 'absent', present: 0 },
  ]
  const cast = new Map([
    ['families', 5],
    ['police', 1],
  ])
  expect(turnoutGroups(voices, cast, 3)).toEqual([
    { voiceIds: ['families'], cast: 5, present: 8 },
    { voiceIds: ['managers', 'police'], cast: 1, present: 3 },
  ])
})
