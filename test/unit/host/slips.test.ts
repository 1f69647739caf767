import { describe, expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import { createSlips, slipProblem } from '../../../electron/host/slips'
import { smallDocument } from '../../helpers/sample-records'
import { voteWithSlips } from '../../helpers/slips'

const slipsOver = (votes: readonly Vote[], secret: string | null = 'a-secret-of-this-room') => {
  const session = [...smallDocument()].find(({ type }) => type === 'session')
  const tables = tablesOf([...(session ? [session] : []), ...votes] as AnyRecord[])
  return createSlips({ secret: () => secret, view: () => tables })
}

const open = voteWithSlips('vote-1', 'round-1', [{ first: 1, count: 500 }], 'open')

describe('the code of a slip', () => {
  test('has six characters that nobody mixes up, and no two are alike', () => {
    const codes = slipsOver([open]).codesFor(1, 500)
    expect(new Set(codes).size).toBe(500)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}$/)
  })

  test('is the same after a restart, and another with another secret', () => {
    expect(slipsOver([open]).codesFor(1, 20)).toEqual(slipsOver([open]).codesFor(1, 20))
    expect(slipsOver([open]).codeOf(1)).not.toBe(slipsOver([open], 'the-secret-of-another').codeOf(1))
  })

  test('may be typed as people type', () => {
    const slips = slipsOver([open])
    const code = slips.codeOf(17) ?? ''
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace(' ', ''),
      ` ${code.replace(' ', '-')} `,
      code.replace(' ', '. '),
    ])
      expect(slips.byCode(typed)).toMatchObject({ number: 17, roundId: 'round-1' })
    expect(slips.byCode('17')).toBeNull()
  })

  test('opens nothing in a vote that took over the numbers of a removed one', () => {
    const before = slipsOver([open])
    const after = slipsOver([voteWithSlips('vote-2', 'round-2', [{ first: 1, count: 500 }], 'open')])
    const old = before.codesFor(1, 500).filter((code) => after.byCode(code) !== null)
    expect(old).toEqual([])
  })

  test('does not change when more are printed', () => {
    const more = voteWithSlips(
      'vote-1',
      'round-1',
      [
        { first: 1, count: 500 },
        { first: 501, count: 500 },
      ],
      'open',
    )
    expect(slipsOver([more]).codesFor(1, 500)).toEqual(slipsOver([open]).codesFor(1, 500))
  })
})

describe('a number', () => {
  test('may have zeros before it, for whoever types slips in', () => {
    const slips = slipsOver([open])
    for (const typed of ['17', '017', '#17', ' 0017 ']) expect(slips.byNumberOrCode(typed)?.number).toBe(17)
    for (const typed of ['0', '501', '17a', '']) expect(slips.byNumberOrCode(typed)).toBeNull()
    expect(slips.byNumberOrCode(slips.codeOf(3) ?? '')?.number).toBe(3)
  })

  test('of nothing that was printed has no code', () => {
    expect(slipsOver([open]).codeOf(501)).toBeNull()
    expect(slipsOver([open], null).codeOf(1)).toBeNull()
  })
})

test('a slip of another round and one of changed topics say so', () => {
  const slips = slipsOver([
    voteWithSlips(
      'vote-1',
      'round-1',
      [
        { first: 1, count: 3, void: true },
        { first: 4, count: 2 },
      ],
      'draft',
    ),
  ])
  const slip = (number: number) => slips.byNumberOrCode(String(number))
  const [stale, good] = [slip(1), slip(4)]
  if (!stale || !good) throw new Error('no slips')
  expect(slipProblem(stale, 'round-1')).toEqual({ code: 'slip-void', params: { number: 1 } })
  expect(slipProblem(good, 'round-1')).toBeNull()
  expect(slipProblem(good, 'round-2')).toEqual({
    code: 'slip-other-round',
    params: { number: 4, question: 'Question of vote-1', round: 1 },
  })
})

test('a slip opens the room as long as its vote is to come or open', () => {
  const states = (['draft', 'open', 'counting', 'closed'] as const).map((state) => {
    const slips = slipsOver([voteWithSlips('vote-1', 'round-1', [{ first: 1, count: 3 }], state)])
    return slips.isCurrent(slips.codeOf(2) ?? '')
  })
  expect(states).toEqual([true, true, false, false])
  const stale = slipsOver([voteWithSlips('vote-1', 'round-1', [{ first: 1, count: 3, void: true }], 'draft')])
  expect(stale.isCurrent(stale.codeOf(2) ?? '')).toBe(false)
  expect(stale.isCurrent('1')).toBe(false)
})
