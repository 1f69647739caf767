import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiff, diffOf, patch } from '@core/change/diff'
import { allRecords, tablesOf } from '@core/model/document'
import { ROLES } from '@core/protocol/roles'
import { filterDiff, filterRecords } from '@core/rules/filter-diff'
import { aCard, aContext } from '../../helpers/builders'
import { busyDocument, contentOf, deed, newGame, play } from '../../helpers/play'

describe('filterDiff', () => {
  test.each(ROLES)('what a %s gets adds up to the filtered document', (role) => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 10, maxLength: 50 }), (deeds) => {
        const game = newGame(busyDocument(), aContext(5))
        const replica = tablesOf(filterRecords(game.tables, role))
        for (const what of deeds) {
          const before = tablesOf(allRecords(game.tables))
          const diff = play(game, what)
          if (!diff) continue
          const seen = filterDiff(
            diff,
            (type, id) => before[type].get(id),
            (type, id) => game.tables[type].get(id),
            role,
          )
          expect(applyDiff(replica, seen).ok).toBe(true)
        }
        expect(contentOf(replica)).toBe(contentOf(filterRecords(game.tables, role)))
      }),
      { numRuns: 40 },
    )
  })

  test('a card that is revealed appears on the projector, one that is held again goes', () => {
    const card = aCard({ revealed: false })
    const shown = { ...card, revealed: true }
    const reveal = diffOf({ changed: [patch<'card'>(card, { revealed: true })] })
    const added = filterDiff(
      reveal,
      () => card,
      () => shown,
      'projector',
    )
    expect(added).toEqual({ added: [shown] })
    const hold = diffOf({ changed: [patch<'card'>(shown, { held: true })] })
    const removed = filterDiff(
      hold,
      () => shown,
      () => ({ ...shown, held: true }),
      'projector',
    )
    expect(removed).toEqual({ removed: [shown] })
  })
})
