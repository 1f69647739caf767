import { describe, expect, it } from 'vitest'
import { likeness, lookAlikes } from '@core/rules/similar'

const alike = (...texts: string[]): string[][] => lookAlikes(texts.map((text, at) => ({ id: String(at), text })))

describe('statements that look alike', () => {
  it('are the same words whatever their capitals, accents and signs', () => {
    expect(alike('Nobody asked us!', 'nobody asked us', 'Something else')).toEqual([['0', '1']])
    expect(likeness('Šola', 'sola')).toBe(1)
  })

  it('are nearly the same words', () => {
    expect(alike('We told our story nine times.', 'We have told our story nine times')).toEqual([['0', '1']])
  })

  it('are not those that only share a few words', () => {
    expect(alike('The school does not listen', 'The office does not open on Friday', 'No', 'Now')).toEqual([])
    expect(alike('', '  ', '…')).toEqual([])
  })

  it('are found among three thousand', () => {
    const texts = Array.from(
      { length: 3_000 },
      (_, at) => `${(at * 7919).toString(36)} ${(at * 104_729).toString(36)} ${at}`,
    )
    const groups = alike(...texts, 'Nobody asked us', 'nobody asked us.')
    expect(groups).toContainEqual(['3000', '3001'])
  })
})
