import { expect, test } from 'vitest'
import { PASTE_LIMIT, readList, sameWords } from '../../../renderer/facilitator/board/model/paste'

const wordsOf = (text: string): string[] => readList(text).lines.map((line) => line.text)

test('one card per line, without the signs of lists', () => {
  expect(wordsOf('- one\r\n\n 2. two\n• three \n4) four\n2020 was hard')).toEqual([
    'one',
    'two',
    'three',
    'four',
    '2020 was hard',
  ])
})

test('lines over a limit are told, not cut', () => {
  const long = readList(`${'x'.repeat(2_001)}\nshort`)
  expect(long).toEqual({ lines: [{ text: 'short', twice: false }], tooLong: 1, over: 0 })
  const many = readList(Array.from({ length: PASTE_LIMIT + 3 }, (_, n) => `line ${n}`).join('\n'))
  expect(many.lines).toHaveLength(PASTE_LIMIT)
  expect(many.over).toBe(3)
})

const voices = [
  { id: 'v1', name: 'Families' },
  { id: 'v2', name: 'Front-line staff' },
]

test('a line may say whose words it is; any other colon belongs to the statement', () => {
  const list = 'families: We wait\nFront-line staff;"We write, all ""day"""\nOne thing: time\nFamilies:'
  expect(readList(list, voices).lines).toEqual([
    { text: 'We wait', voiceId: 'v1', twice: false },
    { text: 'We write, all "day"', voiceId: 'v2', twice: false },
    { text: 'One thing: time', twice: false },
    { text: 'Families:', twice: false },
  ])
})

test('what is there already, on the board or above in the list, is marked', () => {
  const { lines } = readList('\uFEFFWe  wait\nWe write\nwe WRITE', voices, new Set([sameWords('we wait')]))
  expect(lines.map((line) => line.twice)).toEqual([true, false, true])
})
