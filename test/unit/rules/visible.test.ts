import { describe, expect, test } from 'vitest'
import { visible } from '@core/rules/visible'
import { aCard, aDecision, aPulse, aSession, aTask } from '../../helpers/builders'

const NAMES = ['Amira', 'Bojan', 'Clara', 'Dino']

describe('what a screen of the room gets', () => {
  test('no names: of owners, scribes, those who wait to speak or those who objected', () => {
    const records = [
      aCard({ personId: 'Amira', writtenBy: 'Bojan', readBack: true }),
      aTask({
        owner: { kind: 'person', personId: 'Amira' },
        note: 'Ask Clara',
        history: [{ at: '2026-03-02T09:00:00Z', state: 'todo', note: 'Dino' }],
      }),
      aDecision({
        owner: { kind: 'person', personId: 'Amira' },
        rationale: 'Clara said so',
        objections: [{ id: 'o1', text: 'Dino does not want it', quote: 'none' }],
      }),
      aSession({ queue: [{ id: 'q1', name: 'Bojan' }] }),
      aPulse({ remarks: ['Thank you, Clara'] }),
    ]
    const shown = JSON.stringify(records.map((record) => visible(record, 'projector')))
    expect(NAMES.filter((name) => shown.includes(name))).toEqual([])
  })

  test('owners that are no person: a voice, an organisation', () => {
    for (const owner of [
      { kind: 'voice', voiceId: 'v1' },
      { kind: 'organisation', name: 'School' },
    ] as const) {
      expect(visible(aTask({ owner }), 'projector')).toMatchObject({ owner })
      expect(visible(aDecision({ owner }), 'projector')).toMatchObject({ owner })
    }
  })

  test('nothing that is held or not revealed yet', () => {
    expect(visible(aCard({ held: true }), 'projector')).toBeNull()
    expect(visible(aCard({ revealed: false }), 'projector')).toBeNull()
    expect(visible(aCard(), 'projector')).not.toBeNull()
  })
})
