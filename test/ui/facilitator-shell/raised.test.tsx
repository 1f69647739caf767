import { describe, expect, test } from 'vitest'
import { othersOf, raisedOf } from '../../../renderer/facilitator/home/raised'
import { sessionCard } from './home-view'

const TODAY = '2026-03-10'
const past = sessionCard({ fileId: 'past', day: '2026-03-01', state: 'closed' })
const soon = sessionCard({ fileId: 'soon', day: '2026-03-12', state: 'prepared' })
const later = sessionCard({ fileId: 'later', day: '2026-04-12', state: 'prepared' })
const running = sessionCard({ fileId: 'running', day: '2026-03-10', state: 'running' })
const cut = sessionCard({ fileId: 'cut', day: '2026-02-01', interrupted: true })

describe('what to go on with', () => {
  test.each([
    ['what is open', [past, cut, soon], 'past', 'past', 'open'],
    ['what was cut off', [past, soon, running, cut], null, 'cut', 'interrupted'],
    ['what runs', [past, soon, running], null, 'running', 'running'],
    ['the nearest meeting to come', [later, past, soon], null, 'soon', 'next'],
    [
      'the newest, when nothing is to come',
      [cut, past].map((card) => ({ ...card, interrupted: false })),
      null,
      'past',
      'recent',
    ],
  ] as const)('is %s', (_, sessions, open, fileId, reason) => {
    const raised = raisedOf(sessions, open, TODAY)
    expect([raised?.card.fileId, raised?.reason]).toEqual([fileId, reason])
  })

  test('and the others follow, newest first, without it', () => {
    const raised = raisedOf([past, soon, later], null, TODAY)
    expect(othersOf([past, soon, later], raised).map(({ fileId }) => fileId)).toEqual(['later', 'past'])
  })
})
