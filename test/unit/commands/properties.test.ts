import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDiff, invertDiff, touched } from '@core/change/diff'
import { commands } from '@core/commands/table'
import { allRecords, tablesOf } from '@core/model/document'
import { recordSchemas } from '@core/model/registry'
import { brokenRecords } from '@core/rules/integrity'
import { aContext } from '../../helpers/builders'
import type { Deed } from '../../helpers/play'
import { busyDocument, contentOf, deed, newGame, play } from '../../helpers/play'

const deeds = fc.array(deed, { minLength: 20, maxLength: 60 })

const start = () => newGame(busyDocument(), aContext(3))

test('whatever happens, the document stays sound and every change can be taken back exactly', () => {
  let accepted = 0
  fc.assert(
    fc.property(deeds, (list: Deed[]) => {
      const game = start()
      for (const what of list) {
        const before = contentOf(game.tables)
        const copy = tablesOf(allRecords(game.tables))
        const diff = play(game, what)
        if (!diff) {
          expect(contentOf(game.tables)).toBe(before)
          continue
        }
        accepted += 1
        for (const { type, id } of touched(diff)) {
          const record = game.tables[type].get(id)
          if (record) expect([what, recordSchemas[type].safeParse(record).error]).toEqual([what, undefined])
        }
        expect([what, brokenRecords(game.tables)]).toEqual([what, []])
        expect(applyDiff(copy, diff).ok && applyDiff(copy, invertDiff(diff)).ok).toBe(true)
        expect(contentOf(copy)).toBe(before)
      }
    }),
    { numRuns: 150 },
  )
  // The generator must not drift into commands that are all refused.
  expect(accepted).toBeGreaterThan(1_000)
})

test('undoing everything gives the document back as it was', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const game = start()
      const before = contentOf(game.tables)
      // Alone at the table: nobody else's changes are in the way.
      for (const what of list) {
        if (what.kind === 'command' && commands[what.command.name].undoable) play(game, what)
      }
      while (game.history.undo.length > 0) expect(play(game, { kind: 'undo' })).not.toBeNull()
      expect(contentOf(game.tables)).toBe(before)
      const redos = game.history.redo.length
      for (let i = 0; i < redos; i += 1) expect(play(game, { kind: 'redo' })).not.toBeNull()
    }),
    { numRuns: 100 },
  )
})
