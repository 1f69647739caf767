import { describe, expect, test } from 'vitest'
import { pagesThatFit } from '../../../renderer/projector/parts/use-fitting-pages'

const stack = (...heights: readonly number[]) => {
  let at = 50
  return heights.map((height) => {
    const top = at
    at += height
    return { top, bottom: at }
  })
}

describe('pages that fit', () => {
  test('keep everything on one page while there is room', () => {
    expect(pagesThatFit(stack(100, 100, 100), 300)).toEqual([{ from: 0, to: 3 }])
    expect(pagesThatFit([], 300)).toEqual([])
  })

  test('turn before the first that would be cut, and lose none', () => {
    expect(pagesThatFit(stack(100, 150, 100, 100, 40), 300)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 5 },
    ])
  })

  test('give a page of its own to one that is taller than the room', () => {
    expect(pagesThatFit(stack(100, 900, 100), 300)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ])
  })
})
