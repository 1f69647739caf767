import { describe, expect, test } from 'vitest'
import { levelsInRoom } from '@core/rules/levels'

describe('levelsInRoom', () => {
  test('names the levels that nobody in the room speaks for', () => {
    const voices = [{ level: 'micro', present: 4 }, { level: 'meso', present: 0 }, { present: 3 }] as const
    expect(levelsInRoom(voices)).toEqual({ here: ['micro'], missing: ['meso', 'macro'], known: true })
  })

  test('says nothing where nobody was counted or no level is set', () => {
    expect(levelsInRoom([{ level: 'micro', present: 0 }])).toEqual({ here: [], missing: [], known: false })
    expect(levelsInRoom([{ present: 5 }])).toEqual({ here: [], missing: [], known: false })
  })
})
