import { screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { patch } from '@core/change/diff'
import type { Round, Vote } from '@core/model/vote'
import { aStep, aVote } from '../../helpers/builders'
import type { Ask, Reply, ScriptedHost } from '../shared/scripted-host'
import { aRoom, closePhone, openPhone } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(closePhone)

const counts = ({ name, args }: Ask): Reply =>
  name === 'ballot.cast'
    ? { result: { rev: (args as { rev: number }).rev, counted: true } } // what the phone sent
    : name === 'slip.check'
      ? { result: { number: 17 } }
      : { result: { rev: 0, ballot: null, state: 'open' } }

const openRound = (id: string): Round => ({ id, number: 1, state: 'open' })
const first = aVote({ id: 'vote-1', order: 'a', question: 'What first?', rounds: [openRound('round-1')] })
const second = aVote({
  id: 'vote-2',
  order: 'b',
  question: 'Who comes?',
  method: { name: 'approval' },
  rounds: [openRound('round-2')],
})

const setRound = (host: ScriptedHost, vote: Vote, part: Partial<Round>): void => {
  const now = host.tables.vote.get(vote.id) ?? vote
  const change = patch<'vote'>(now, { rounds: now.rounds.map((round) => ({ ...round, ...part })) })
  if (change) host.change({ changed: [change] })
}

const open = async (...votes: Vote[]) => {
  const listening = aStep({ contribute: 'closed', question: { text: 'Now we listen' } })
  const phone = await openPhone({ records: aRoom(listening, ...votes) })
  phone.host.answerWith(counts)
  await phone.comeIn()
  return phone
}

describe('several questions at once', () => {
  test('come one after the other, and each can be changed from the list of all', async () => {
    const { host, user, press } = await open(first, second)
    await screen.findByRole('heading', { name: 'What first?' })
    await screen.findByText('Question 1 of 2')
    await press('One dot more for Option o1')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Who comes?' })
    await screen.findByText('1 handed in')
    await user.click(screen.getByRole('checkbox', { name: 'Option o2' }))
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballots' })
    await waitFor(() => expect(screen.getAllByText('Handed in')).toHaveLength(2))
    await press('Change: What first?')
    await screen.findByText('4 dots left of 5')
    await press('One dot more for Option o3')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballots' })
    expect(host.asked('ballot.cast').map(({ args }) => (args as { voteId: string }).voteId)).toEqual([
      'vote-1',
      'vote-2',
      'vote-1',
    ])
  })

  test('one can go to the second before the first', async () => {
    const { press } = await open(first, second)
    await press('All questions')
    await press('Answer: Who comes?')
    await screen.findByRole('heading', { name: 'Who comes?' })
  })
})

describe('a vote that is shut while something else runs', () => {
  test('tells once that the ballot counted', async () => {
    const { host, press } = await open(first)
    await press('One dot more for Option o1')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    setRound(host, first, { state: 'closed' })
    await screen.findByText('Your last ballot counted.')
    await press('Go on')
    await screen.findByText('Now we listen')
  })

  test('tells that what was chosen was not handed in', async () => {
    const { host, press } = await open(first)
    await press('One dot more for Option o1')
    setRound(host, first, { state: 'closed' })
    await screen.findByText(/It was closed before you handed in/)
  })

  test('tells that the change was not, and the ballot before counts', async () => {
    const { host, press } = await open(first)
    await press('One dot more for Option o1')
    await press('Hand in')
    await press(/Change my ballot/)
    await press('One dot more for Option o2')
    setRound(host, first, { state: 'closed' })
    await screen.findByText(/Your ballot from before counts/)
  })

  test('asks the host about a ballot whose receipt was lost', async () => {
    const { host, press, comeBack } = await open(first)
    host.answerWith((ask) => (ask.name === 'ballot.cast' ? 'silent' : counts(ask)))
    await press('One dot more for Option o1')
    await press('Hand in')
    await waitFor(() => expect(host.asked('ballot.cast')).toHaveLength(1))
    host.drop()
    setRound(host, first, { state: 'closed' })
    host.answerWith((ask) =>
      ask.name === 'ballot.mine' ? { result: { rev: 1, ballot: null, state: 'closed' } } : 'silent',
    )
    await comeBack()
    await screen.findByText('Your last ballot counted.')
  })
})

describe('a vote with slips', () => {
  const withCodes = aVote({ admission: 'codes', question: 'What first?', rounds: [openRound('round-1')] })
  const type = async (code: string, { user, press }: Awaited<ReturnType<typeof open>>): Promise<void> => {
    const field = await screen.findByRole('textbox', { name: 'Code on the slip' })
    await user.clear(field)
    await user.type(field, code)
    await press(/^Go on/)
  }

  test('asks for the code once, takes it in any writing, and sends it with the ballot', async () => {
    const phone = await open(withCodes)
    await type('k7q xtd', phone)
    await phone.press('One dot more for Option o1')
    await phone.press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    expect(phone.host.asked('slip.check')[0]?.args).toEqual({ voteId: 'vote-1', roundId: 'round-1', slip: 'K7QXTD' })
    expect(phone.host.asked('ballot.cast')[0]?.args).toMatchObject({ slip: 'K7QXTD' })
    await phone.press(/Change my ballot/)
    await screen.findByText(/You vote with the slip K7Q XTD/)
    setRound(phone.host, withCodes, { state: 'closed' })
    await screen.findByText(/counted|counts/)
    expect(localStorage.getItem('polyphony.mine.session-1')).not.toContain('K7QXTD')
  })

  test.each([
    [{ code: 'slip-unknown' }, 'No slip has this code. Look at it once more.'],
    [{ code: 'slip-used' }, /has voted already in another way/],
    [{ code: 'slip-void' }, /from an earlier printing/],
    [
      { code: 'slip-other-round', params: { number: 17, question: 'Who comes?', round: 1 } },
      'This is slip 17. It is for another question: “Who comes?”.',
    ],
    [
      { code: 'slip-other-round', params: { number: 17, question: 'What first?', round: 1 } },
      'This is slip 17. It is for round 1 of “What first?”.',
    ],
    [{ code: 'slow-down' }, /Too many tries/],
  ] as const)('says in words why not: %j', async (failure, words) => {
    const phone = await open(withCodes)
    phone.host.answerWith((ask) => (ask.name === 'slip.check' ? { failure } : counts(ask)))
    await type('ABC234', phone)
    expect(await screen.findAllByText(words)).not.toHaveLength(0)
    expect(screen.getByRole('textbox')).toBe(document.activeElement)
  })

  test('asks again, with what was chosen, when the slip has meanwhile voted elsewhere', async () => {
    const phone = await open(withCodes)
    await type('K7QXTD', phone)
    await phone.press('One dot more for Option o1')
    phone.host.answerWith((ask) => (ask.name === 'ballot.cast' ? { failure: { code: 'slip-used' } } : counts(ask)))
    await phone.press('Hand in')
    await screen.findByText(/has voted already in another way/)
    phone.host.answerWith(counts)
    await type('ABC234', phone)
    await screen.findByText('4 dots left of 5')
  })

  test('offers the code with which this phone came in', async () => {
    const phone = await openPhone({ secret: null, records: aRoom(withCodes) })
    phone.host.answerWith(counts)
    await phone.user.type(await screen.findByRole('textbox'), 'k7q xtd')
    await phone.press(/^Come in/)
    await phone.comeIn()
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Code on the slip' })).value).toBe('K7Q XTD')
  })
})

test('a phone that was taken out is told, and that its ballot counts', async () => {
  const { host } = await open(first)
  await screen.findByRole('heading', { name: 'What first?' })
  host.bye('removed')
  await screen.findByRole('heading', { name: 'This phone was taken out of the room.' })
})
