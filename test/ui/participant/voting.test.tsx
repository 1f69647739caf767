import { screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Round, RoundResult, Vote } from '@core/model/vote'
import { patch } from '@core/change/diff'
import { aStep, aVote } from '../../helpers/builders'
import type { Ask, Reply, ScriptedHost } from '../shared/scripted-host'
import { aRoom, closePhone, openPhone } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(closePhone)

const step = aStep({ kind: 'vote', voteId: 'vote-1', contribute: 'closed' })
const openVote = aVote({ rounds: [{ id: 'round-1', number: 1, state: 'open' }] })
const voting = () => openPhone({ records: aRoom(step, openVote) })

const counts = ({ name, args }: Ask): Reply =>
  name === 'ballot.cast'
    ? { result: { rev: (args as { rev: number }).rev, counted: true } } // what the phone sent
    : { result: { rev: 0, ballot: null, state: 'open' } }

const kept = (): string =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.getItem(localStorage.key(index) ?? '')).join()

const changeVote = (host: ScriptedHost, fields: { round?: Partial<Round>; vote?: Partial<Vote> }): void => {
  const vote = host.tables.vote.get('vote-1') ?? openVote
  const rounds = vote.rounds.map((round) => ({ ...round, ...fields.round }))
  const change = patch<'vote'>(vote, { ...fields.vote, rounds })
  if (change) host.change({ changed: [change] })
}

const result: RoundResult = {
  cast: 8,
  blank: 0,
  invalid: 0,
  present: 16,
  channels: { phone: 8, kiosk: 0, paper: 0, hands: 0 },
  overall: { ballots: 8, rows: [[10], [20], [10]] },
  groups: [
    { id: 'g1', voiceIds: ['families'], unstated: false, present: 9, tally: { ballots: 4, rows: [[2], [15], [3]] } },
    { id: 'g2', voiceIds: ['staff'], unstated: false, present: 7, tally: { ballots: 4, rows: [[8], [5], [7]] } },
  ],
  publicGroups: [[0, 1]],
}

describe('a ballot from a phone', () => {
  test('comes before the own cards when the vote opens', async () => {
    const closed = aVote({ rounds: [{ id: 'round-1', number: 1, state: 'draft' }] })
    const contributing = aStep({ boardId: 'board-1', contribute: 'open' })
    const { host, press, comeIn, user } = await openPhone({ records: aRoom(contributing, closed) })
    host.answerWith(({ name }) => ({ result: name === 'card.submit' ? { id: 'x', held: false } : null }))
    await comeIn()
    await user.type(await screen.findByLabelText('Your words'), 'Nobody asked us.')
    await press(/^Send/)
    await press('1 card from this phone')
    await screen.findByRole('heading', { name: 'Your cards' })
    changeVote(host, { round: { state: 'open' } })
    await screen.findByRole('heading', { name: 'What comes first?' })
  })

  test('keeps to budget and cap and says why', async () => {
    const { press, comeIn, user } = await voting()
    await comeIn()
    await screen.findByRole('heading', { name: 'What comes first?' })
    for (let i = 0; i < 3; i += 1) await press('One dot more for Option o1')
    const more = screen.getByRole('button', { name: 'One dot more for Option o1' })
    expect(more.getAttribute('aria-disabled')).toBe('true')
    await user.click(more)
    expect(screen.getAllByText('3 dots at most on one line.')).not.toHaveLength(0)
    for (let i = 0; i < 2; i += 1) await press('One dot more for Option o2')
    expect(screen.getAllByText('All 5 dots given')).not.toHaveLength(0)
    await press('One dot more for Option o3')
    expect(screen.getAllByText('All your dots are given. Take one away elsewhere first.')).not.toHaveLength(0)
    await press('One dot less for Option o1')
    expect(screen.getAllByText('1 dot left of 5')).not.toHaveLength(0)
  })

  test('counts only when the host has said so', async () => {
    const { host, press, comeIn } = await voting()
    host.answerWith((ask) => (ask.name === 'ballot.cast' ? 'silent' : counts(ask)))
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballot is on its way.' })
    host.answerWith(counts)
    host.send({ t: 'res', id: host.asked('ballot.cast')[0]?.id ?? 0, ok: true, result: { rev: 1, counted: true } })
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    expect(host.asked('ballot.cast')[0]?.args).toEqual({
      voteId: 'vote-1',
      roundId: 'round-1',
      rev: 1,
      ballot: { voiceId: 'families', values: [0, 1, 0] },
    })
  })

  test('has the same revision when it is sent again, through lost answers and a reload', async () => {
    const { host, press, comeIn, comeBack } = await voting()
    host.answerWith((ask) => (ask.name === 'ballot.cast' ? 'silent' : counts(ask)))
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    await waitFor(() => expect(host.asked('ballot.cast')).toHaveLength(1))
    host.drop()
    await comeBack()
    await waitFor(() => expect(host.asked('ballot.cast')).toHaveLength(2))
    host.answerWith(counts)
    await openPhone({ secret: null, host })
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    const sent = host.asked('ballot.cast').map((ask) => ask.args)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map((args) => JSON.stringify(args))).size).toBe(1)
  })

  test('can be changed, with a higher revision, or kept as it was', async () => {
    const { host, phone, press, comeIn } = await voting()
    host.answerWith(counts)
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    await press(/Change my ballot/)
    await press('One dot more for Option o3')
    await press('Keep it as it was')
    expect(phone.mine.ballots['round-1']).toMatchObject({ values: [0, 1, 0], state: 'counted', rev: 1 })
    await press(/Change my ballot/)
    await press('One dot more for Option o3')
    await press('Hand in')
    await vi.waitFor(() => expect(phone.mine.ballots['round-1']?.counted).toEqual([0, 1, 1]))
    expect(host.asked('ballot.cast').map((ask) => (ask.args as { rev: number }).rev)).toEqual([1, 2])
  })

  test('is taken over from the host when this phone has forgotten it', async () => {
    const { host, phone, comeIn } = await openPhone({ records: aRoom(step) })
    await comeIn()
    host.change({ added: [openVote] })
    host.answerWith(() => ({ result: { rev: 4, ballot: { values: [2, 0, 1] }, state: 'open' } }))
    host.drop()
    host.back()
    phone.client?.retry()
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    expect(phone.mine.ballots['round-1']).toMatchObject({ rev: 4, counted: [2, 0, 1] })
  })

  test('says that it may have been too late', async () => {
    const { host, press, comeIn } = await voting()
    host.answerWith((ask) => (ask.name === 'ballot.cast' ? { failure: { code: 'vote-closed' } } : counts(ask)))
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    changeVote(host, { round: { state: 'closed' } })
    await screen.findByText(/may have come too late/)
  })

  test('tells at the close whether it counted, and forgets what was chosen', async () => {
    const { host, phone, press, comeIn } = await voting()
    host.answerWith(counts)
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    changeVote(host, { round: { state: 'closed' } })
    await screen.findByText('Your last ballot counted.')
    expect(kept()).not.toContain('[0,1,0]')
    expect(phone.mine.ballots['round-1']?.values).toEqual([])
  })

  test('counts when its answer comes after the news of the close', async () => {
    const { host, press, comeIn } = await voting()
    host.answerWith((ask) => (ask.name === 'ballot.cast' ? 'silent' : counts(ask)))
    await comeIn()
    await press('One dot more for Option o2')
    await press('Hand in')
    await waitFor(() => expect(host.asked('ballot.cast')).toHaveLength(1))
    changeVote(host, { round: { state: 'closed' } })
    await screen.findByText(/may have come too late/)
    host.send({ t: 'res', id: host.asked('ballot.cast')[0]?.id ?? 0, ok: true, result: { rev: 1, counted: true } })
    await screen.findByText('Your last ballot counted.')
  })

  test('says when there was none', async () => {
    const { host, comeIn } = await voting()
    await comeIn()
    changeVote(host, { round: { state: 'counting' } })
    await screen.findByText('No ballot came from this phone.')
  })

  test('counts down to the announced end', async () => {
    const { host, clock, comeIn } = await voting()
    await comeIn()
    const closesAt = new Date(clock.timers.now() + (host.hellos.length > 0 ? 20_000 : 0)).toISOString()
    changeVote(host, { round: { closesAt } })
    expect((await screen.findByRole('timer')).textContent).toMatch(/^The vote closes in (20|19) seconds\.$/)
  })

  test('shows the result with one’s own voice first and the others on demand', async () => {
    const { host, press, comeIn } = await voting()
    await comeIn()
    changeVote(host, { round: { state: 'closed', result }, vote: { resultShown: true } })
    await screen.findByRole('heading', { name: 'Families put “Option o2” first.' })
    expect(screen.getByText('Families (you)')).toBeTruthy()
    expect(screen.queryByText('Front-line staff')).toBeNull()
    await press('See the other voices')
    await screen.findByText('Front-line staff')
  })
})
