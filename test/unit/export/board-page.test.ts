import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Axis, Board, Layout } from '@core/model/board'
import type { Card } from '@core/model/card'
import { buildBoardPrint, redactBoardPrint } from '@core/report/board-print'
import type { BoardPrint, PrintItem } from '@core/report/board-print'
import type { Profile } from '@core/report/model'
import { createReader } from '@core/report/reader'
import type { Paper } from '../../../electron/export/board-fit'
import { fitBoard, itemHeight, PAPER, PRINT } from '../../../electron/export/board-fit'
import { boardFile, boardPage } from '../../../electron/export/board-page'
import { aBoard, aCard, aCluster, aDocument, aLab, aSession, aVoice } from '../../helpers/builders'

const reader = createReader((key, params) => `${key} ${Object.values(params ?? {}).join(' ')}`, 'en')
const context = { reader, madeAt: '2026-03-02T12:00:00.000Z', fonts: null }

const axis = (id: string, count: number): Axis => ({
  id,
  label: { text: id },
  entries: Array.from({ length: count }, (_, at) => ({ id: `${id}-${at}`, label: { text: `${id} ${at}` } })),
})

const boardOf = (layout: Layout, first: number, second: number): Board =>
  aBoard({
    layout,
    axes: layout === 'matrix' || layout === 'quadrants' ? [axis('a', first), axis('b', second)] : [axis('a', first)],
  })

const printOf = (board: Board, cards: readonly Card[], profile: Profile = 'internal'): BoardPrint => {
  const view = aDocument(aSession(), aLab(), aVoice(), board, ...cards)
  const print = buildBoardPrint(view, board.id, profile)
  if (!print) throw new Error('no board')
  return redactBoardPrint(print, profile, ['Maja Novak'])
}

const idsIn = (items: readonly PrintItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'card' ? [item.card.id] : item.cards.map((card) => card.id)))

const someBoard = fc
  .record({
    layout: fc.constantFrom<Layout>('columns', 'matrix', 'quadrants', 'rings', 'rounds'),
    first: fc.integer({ min: 1, max: 12 }),
    second: fc.integer({ min: 1, max: 5 }),
    two: fc.boolean(),
  })
  .map(({ layout, first, second, two }) =>
    layout === 'quadrants' && two ? boardOf(layout, 2, 2) : boardOf(layout, first, second),
  )

const cardsOn = (board: Board, lengths: readonly number[]): Card[] =>
  lengths.map((length, at) =>
    aCard({
      id: `card-${at}`,
      order: `m${String(at).padStart(3, '0')}`,
      zone: board.axes.map((one) => one.entries[(at * 3 + length) % one.entries.length]?.id ?? ''),
      text: 'word '.repeat(1 + (length % 60)).trim(),
      voiceId: 'families',
      quote: 'role',
    }),
  )

describe('a board on paper', () => {
  test('has every card on exactly one page, none higher than the paper holds', () => {
    fc.assert(
      fc.property(
        someBoard,
        fc.array(fc.nat(300), { maxLength: 70 }),
        fc.constantFrom<Paper>('a4', 'a3'),
        (board, lengths, paper) => {
          const print = printOf(board, cardsOn(board, lengths))
          const fitted = fitBoard(print, paper, reader)
          const placed = fitted.whole
            ? [...print.zones.values()].flatMap(idsIn)
            : fitted.sheets.flatMap((sheet) =>
                sheet.rows.flatMap((row) => row.zones.flatMap((zone) => idsIn(zone.items))),
              )
          expect(placed.toSorted()).toEqual(lengths.map((_, at) => `card-${at}`).toSorted())
          const room = PAPER[paper].height - PRINT.head - PRINT.foot
          for (const sheet of fitted.sheets) {
            expect(sheet.rows.length).toBeGreaterThan(0)
            const columns = Math.max(1, sheet.columns.length)
            const width = (PAPER[paper].width - PRINT.rowLabel) / columns
            if (fitted.lanes > 1) continue
            const used = sheet.rows.reduce((sum, row) => {
              const heights = row.zones.map((zone) =>
                zone.items.reduce((height, item) => height + itemHeight(item, width, reader), 0),
              )
              return sum + Math.max(0, ...heights)
            }, 0)
            const single = sheet.rows.length === 1 && sheet.rows[0]?.zones.every((zone) => zone.items.length <= 1)
            if (!single) expect(used).toBeLessThanOrEqual(room * 1.25)
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  test('says how many are held or not released, and prints none of their words', () => {
    const board = aBoard()
    const cards = [
      aCard({ id: 'c1', text: 'Released by its author', quote: 'role' }),
      aCard({ id: 'c2', text: 'Not for others', quote: 'none' }),
      aCard({ id: 'c3', text: 'Waits for the facilitator', held: true }),
      aCard({ id: 'c4', text: 'Written alone', revealed: false }),
      aCard({ id: 'c5', text: 'Maja Novak said so', quote: 'named' }),
    ]
    const html = boardPage(printOf(board, cards, 'public'), 'a4', context)
    expect(html).toContain('Released by its author')
    for (const words of ['Not for others', 'Waits for', 'Written alone', 'Maja Novak'])
      expect(html).not.toContain(words)
    expect(html).toContain('boardPrint:held 2')
    expect(html).toContain('boardPrint:kept 1')
    expect(boardPage(printOf(board, cards, 'internal'), 'a4', context)).toContain('Not for others')
  })

  test('lets a merged card stand for its cards only as far as each of them may leave', () => {
    const board = aBoard()
    const merged = aCluster({ kind: 'merged', label: { text: 'All say this' }, cards: [] })
    const own = [
      aCard({ id: 'c1', text: 'I say it', quote: 'role', clusterId: merged.id }),
      aCard({ id: 'c2', text: 'Me too, but quietly', quote: 'none', clusterId: merged.id }),
    ]
    const view = aDocument(aSession(), aLab(), board, merged, ...own)
    const print = buildBoardPrint(view, board.id, 'public')
    if (!print) throw new Error('no board')
    const html = boardPage(redactBoardPrint(print, 'public', []), 'a4', context)
    expect(html).toContain('I say it')
    expect(html).not.toContain('All say this')
    expect(boardPage(print, 'a4', context)).toContain('All say this')
  })

  test('lets nothing that people wrote act, and asks for nothing', () => {
    const board = aBoard({ label: { text: '<script>alert(1)</script>' } })
    const html = boardPage(printOf(board, [aCard({ text: '<img src=x onerror=alert(1)>' })]), 'a4', context)
    expect(html).not.toMatch(/<script|<img src=x/)
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)/)
  })

  test('names its file after the board, in letters that every system takes', () => {
    const file = boardFile(printOf(aBoard({ label: { text: 'Težave: kje / kdo?' } }), []), 'a3', context)
    expect(file).toMatchObject({ of: 'težave-kje-kdo', suffix: '.a3.html' })
  })
})
