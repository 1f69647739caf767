import { describe, expect, test } from 'vitest'
import type { PaperMark } from '@core/protocol/vote-views'
import { sameMark } from '../../../electron/host/paper-ledger'

const says = (reason: string, values = [1]): PaperMark => ({
  kind: 'ballot',
  ballot: { values, reason },
})

describe('two readings of a slip', () => {
  test('are the same when gaps and capitals of the reason are other ones', () => {
    expect(sameMark(says('It is  too Early.'), says('it is too early.\n'))).toBe(true)
  })

  test('differ by a word, and by whether it is a ballot at all', () => {
    expect(sameMark(says('It is too early.'), says('It is too late.'))).toBe(false)
    expect(sameMark(says(''), { kind: 'invalid' })).toBe(false)
  })
})
