import { expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import { createSlips } from '../../../electron/host/slips'
import { createVoters } from '../../../electron/host/voters'
import { createHandTimers } from '../../helpers/hand-timers'
import { voteWithSlips } from '../../helpers/slips'
import { smallDocument } from '../../helpers/sample-records'
import { seededRandom } from '../../helpers/sim-disk'

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GUESSES = 1_000_000
const SLIPS = 500

test('a million guesses of a code from ten addresses are slowed, and none gets in', { timeout: 120_000 }, () => {
  const time = createHandTimers()
  const vote = voteWithSlips('vote-1', 'round-1', [{ first: 1, count: SLIPS }], 'open')
  const tables = tablesOf([...smallDocument().filter(({ type }) => type === 'session'), vote])
  const slips = createSlips({ secret: () => 'the-secret-of-this-room', view: () => tables })
  const voters = createVoters({ secret: () => 'the-secret-of-this-room', slips, now: time.clock.now })
  const phone = (device: string, address: string) => ({ device, channel: 'phone', address }) as const
  const early = phone('early', '10.0.0.1')
  const right = slips.codeOf(1) ?? ''
  expect(voters.slipOf('round-1', right, early)).toMatchObject({ ok: true, value: { number: 1 } })

  const random = seededRandom(7)
  const guess = (): string => Array.from({ length: 6 }, () => ALPHABET[Math.floor(random() * 31)] ?? '').join('')
  const answers = { 'slip-unknown': 0, 'slow-down': 0, in: 0 }
  for (let count = 0; count < GUESSES; count += 1) {
    // Each address sends as much as a phone may: ten messages a second.
    if (count % 100 === 0) time.pass(1_000)
    const answer = voters.slipOf('round-1', guess(), phone(`guesser-${count % 10}`, `10.0.0.${count % 10}`))
    if (answer.ok) answers.in += 1
    else if (answer.error.code === 'slip-unknown') answers['slip-unknown'] += 1
    else answers['slow-down'] += 1
  }
  const seconds = GUESSES / 100
  expect(answers.in).toBe(0)
  // For all addresses together: a hundred at once, then two a second.
  expect(answers['slip-unknown']).toBeLessThanOrEqual(100 + 2 * seconds)
  expect(answers['slow-down'] + answers['slip-unknown']).toBe(GUESSES)
  // Who was right before is not slowed by it, even behind the same address.
  expect(voters.slipOf('round-1', right, early)).toMatchObject({ ok: true })
  time.pass(60_000)
  expect(voters.slipOf('round-1', slips.codeOf(2) ?? '', phone('late', '10.0.0.1'))).toMatchObject({ ok: true })
})
