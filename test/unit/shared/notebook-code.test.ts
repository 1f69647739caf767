import { expect, test } from 'vitest'
import { newNotebookCode } from '../../../renderer/shared/lib/notebook-code'

test('a notebook’s code can be read out, and no sign is likelier than another', () => {
  const codes = Array.from({ length: 2_000 }, () => newNotebookCode())
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}$/)
  expect(new Set(codes).size).toBe(codes.length)
  const counts = new Map<string, number>()
  for (const sign of codes.join('').replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const mean = (codes.length * 8) / counts.size
  for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(mean * 0.3)
})
