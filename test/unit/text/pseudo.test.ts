import { expect, test } from 'vitest'
import { pseudo } from '@core/text/pseudo'

test('makes words longer and accented, and leaves numbers and emptiness alone', () => {
  expect(pseudo('Hand in 5')).toBe('[Hánd ín 5~~~~]')
  expect(pseudo('abcdefghij')).toHaveLength(16)
  expect(pseudo('')).toBe('')
})
