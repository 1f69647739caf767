import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiff, diffOf, patch } from '@core/change/diff'
import type { Diff } from '@core/change/diff'
import type { Card } from '@core/model/card'
import { tablesOf } from '@core/model/document'
import { ROLES } from '@core/protocol/roles'
import { filterDiff, filterRecords } from '@core/rules/filter-diff'
import { aCard, aContext, aDocument } from '../../helpers/builders'
import { busyDocument, contentOf, deed, newGame, play } from '../../helpers/play'

describe('filterDiff', () => {
  test.each(ROLES)('what a %s gets adds up to the filtered document', (role) => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 10, maxLength: 50 }), (deeds) => {
        const game = newGame(busyDocument(), aContext(5))
        const replica = tablesOf(filterRecords(game.tables, role))
        for (const what of deeds) {
          const diff = play(game, what)
          if (!diff) continue
          const seen = filterDiff(diff, game.tables, role)
          expect(applyDiff(replica, seen).ok).toBe(true)
        }
        expect(contentOf(replica)).toBe(contentOf(filterRecords(game.tables, role)))
      }),
      { numRuns: 40 },
    )
  })

  test('a card that is revealed appears on the projector, one that is held again goes', () => {
    const tables = aDocument(aCard({ revealed: false }))
    const card = (): Card => tables.card.get('card-1') ?? aCard()
    const changed = (fields: Partial<Card>): Diff => {
      const diff = diffOf({ changed: [patch<'card'>(card(), fields)] })
      applyDiff(tables, diff)
      return filterDiff(diff, tables, 'projector')
    }
    expect(changed({ revealed: true })).toEqual({ added: [aCard()] })
    expect(changed({ held: true })).toEqual({ removed: [aCard()] })
  })
})
