import { expect, test } from 'vitest'
import { countWords } from '@core/rules/esn'

test.each([
  ['', 0],
  ['  \n ', 0],
  ['One plan, made with the family.', 6],
  ['– 12 families – twice', 3],
  ["l'aide à domicile", 3],
  ['Črna gora\nje daleč', 4],
])('%j has %i words', (text, count) => expect(countWords(text)).toBe(count))
