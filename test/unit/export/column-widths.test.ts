import { describe, expect, test } from 'vitest'
import { columnWidths } from '../../../electron/export/column-widths'

const LINE = 100
const DAY = '17\u00A0November\u00A02026'
const LONG = 'we talked about this for a long time '.repeat(8).trim()
const lettersOf = (head: readonly string[], rows: readonly (readonly string[])[]): number[] =>
  columnWidths(head, rows, LINE).shares.map((share) => share * LINE)

describe('columns of a table', () => {
  test('tear no day and no word, however long the others are', () => {
    const [task, owner, due, state] = lettersOf(
      ['Task', 'Owner', 'By when', 'State'],
      [[LONG, 'Policymakers', DAY, 'doing, 4 of 12']],
    )
    expect(due).toBeGreaterThanOrEqual(DAY.length)
    expect(owner).toBeGreaterThanOrEqual('Policymakers'.length)
    expect(state).toBeGreaterThanOrEqual('doing,'.length)
    expect(task).toBeGreaterThan(LINE / 3)
  })

  test('leave what is over to what is read, not to figures or times', () => {
    const [at = 0, what = 0] = lettersOf(['Time', 'What happened'], [['09:00', 'The session began.']])
    expect(what).toBeGreaterThan(at * 4)
    const [, one = 0, two = 0] = lettersOf(['Place', 'Structural', 'Individual, family'], [['Latvia', '1', '2']])
    expect(two).toBeLessThan(one * 2)
  })

  test('fill the table, and say when words do not fit beside each other', () => {
    const { shares, crowded } = columnWidths(['A', 'B'], [['x', LONG]], LINE)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(crowded).toBe(false)
    const many = Array.from({ length: 9 }, () => 'Organisation')
    expect(columnWidths(many, [many], LINE).crowded).toBe(true)
  })
})
