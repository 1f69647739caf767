import { describe, expect, test } from 'vitest'
import { visible } from '@core/rules/visible'
import { aCard, aDecision, aPulse, aSession, aTask, aVote } from '../../helpers/builders'

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

  test('no single ballots, no slips, and no raised hands, also when the result is shown', () => {
    const result = {
      cast: 1,
      blank: 0,
      invalid: 0,
      present: 1,
      channels: { phone: 1, kiosk: 0, paper: 0, hands: 0 },
      overall: { ballots: 1, rows: [[1], [0], [0]] },
      groups: [],
      publicGroups: [],
      kept: [{ values: [1, 0, 0] }],
    }
    const hands = [{ voiceId: null, optionId: 'o1', stance: 0, count: 4 }]
    const rounds = [
      { id: 'r1', number: 1, state: 'closed' as const, result },
      { id: 'r2', number: 2, state: 'open' as const, hands, slips: [{ first: 1, count: 9 }] },
    ]
    const vote = aVote({ rounds, resultShown: true })
    for (const role of ['participant', 'kiosk', 'projector'] as const) {
      const { kept: _kept, ...shown } = result
      expect(visible(vote, role)?.rounds).toEqual([
        { ...rounds[0], result: shown },
        { id: 'r2', number: 2, state: 'open' },
      ])
      expect(visible({ ...vote, resultShown: false }, role)?.rounds[0]).not.toHaveProperty('result')
    }
    expect(visible(vote, 'facilitator')).toEqual(vote)
  })

  test('nothing that is held or not revealed yet', () => {
    expect(visible(aCard({ held: true }), 'projector')).toBeNull()
    expect(visible(aCard({ revealed: false }), 'projector')).toBeNull()
    expect(visible(aCard(), 'projector')).not.toBeNull()
  })
})
