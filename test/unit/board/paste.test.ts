import { expect, test } from 'vitest'
import { PASTE_LIMIT, readList } from '../../../renderer/facilitator/board/model/paste'

test('one card per line, without the signs of lists', () => {
  expect(readList('- one\r\n\n 2. two\n• three \n4) four\n2020 was hard').lines).toEqual([
    'one',
    'two',
    'three',
    'four',
    '2020 was hard',
  ])
})

test('lines over a limit are told, not cut', () => {
  const long = readList(`${'x'.repeat(2_001)}\nshort`)
  expect(long).toEqual({ lines: ['short'], tooLong: 1, over: 0 })
  const many = readList(Array.from({ length: PASTE_LIMIT + 3 }, (_, n) => `line ${n}`).join('\n'))
  expect(many.lines).toHaveLength(PASTE_LIMIT)
  expect(many.over).toBe(3)
})
