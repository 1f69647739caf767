import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Vote } from '@core/model/vote'
import type { PaperView } from '@core/protocol/vote-views'
import type { Turnout } from '@core/protocol/views'
import { runAction } from '../../../renderer/facilitator/app/actions'
import { nav } from '../../../renderer/facilitator/app/nav'
import { aLab, aSession, aVoice, aVote } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import { found } from '../outcomes/sample-page'
import { room } from '../projector/open-projector'

afterEach(cleanup)

const people = [
  aVoice({ present: 6 }),
  aVoice({ id: 'staff', order: 'k', label: { text: 'Front-line staff' }, slot: 2, present: 4 }),
]
const open = [{ id: 'round-1', number: 1, state: 'open' as const, openedAt: '2026-03-02T10:00:00.000Z' }]
const turnout: Turnout = {
  voteId: 'vote-1',
  roundId: 'round-1',
  cast: 7,
  present: 10,
  channels: { phone: 4, kiosk: 1, paper: 2, hands: 0 },
  groups: [
    { voiceIds: ['families'], cast: 5, present: 6 },
    { voiceIds: ['staff'], cast: 2, present: 4 },
  ],
  paper: { printed: 12, entered: 2, twice: 1, differing: 1 },
}

type Answers = NonNullable<Parameters<typeof openPage>[0]>['answers']

const openVote = async (fields: Partial<Vote> = {}, answers: Answers = {}, more: readonly Vote[] = []) => {
  const page = await openPage({
    records: [aSession(), aLab(), ...people, aVote({ rounds: open, ...fields }), ...more],
    place: { kind: 'vote', id: 'vote-1' },
    answers: answers ?? {},
  })
  await screen.findByRole('heading', { name: 'How the ballots come in' })
  page.push('room.changed', room)
  page.push('vote.turnout', turnout)
  await screen.findByText('7', { selector: '.turnout-figure > b' })
  return { ...page, vote: () => found(page.tables.vote.get('vote-1')) }
}

const cardOf = (name: string) => within(found(screen.getByRole('heading', { name, level: 3 }).closest('li')))

describe('an open vote', () => {
  it('has a card for each of its channels, with its count and its deed', async () => {
    await openVote()
    expect(cardOf('Phones').getByText('4')).toBeTruthy()
    expect(cardOf('Phones').getByRole('button', { name: 'Show the code' })).toBeTruthy()
    expect(cardOf('Tablet').getByRole('button', { name: 'On another device' })).toBeTruthy()
    expect(cardOf('Paper').getByText('12 printed, 2 typed in. 1 checked a second time.')).toBeTruthy()
    expect(cardOf('Paper').getByText('1 slip differs between first and second typing.')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Hands', level: 3 })).toBeNull()
    await userEvent.click(cardOf('Paper').getByRole('button', { name: 'Type in slips' }))
    expect(nav.place()).toEqual({ kind: 'paper', id: 'vote-1' })
  })

  it('names the others that are open too', async () => {
    await openVote({}, {}, [aVote({ id: 'vote-2', order: 'k', question: 'And for whom?', rounds: open })])
    await userEvent.click(screen.getByRole('button', { name: 'And for whom?' }))
    expect(nav.place()).toEqual({ kind: 'vote', id: 'vote-2' })
  })

  it('says how many make the quorum', async () => {
    await openVote({ quorum: 75 })
    expect(screen.getByText('Quorum: 8 people.')).toBeTruthy()
  })

  it('is shut, not closed, while paper waits to be typed in', async () => {
    const rounds = [{ ...found(open[0]), slips: [{ first: 1, count: 12 }] }]
    const page = await openVote({ rounds }, { 'vote.count': () => ({ value: { seq: 1 } }) })
    act(() => void runAction('vote.close'))
    await userEvent.click(await screen.findByRole('button', { name: 'Shut it' }))
    await waitFor(() => expect(page.asked.some(({ name }) => name === 'vote.count')).toBe(true))
    expect(page.asked.some(({ name }) => name === 'vote.close')).toBe(false)
  })

  it('is closed at once without slips', async () => {
    const page = await openVote({}, { 'vote.close': () => ({ value: { seq: 1 } }) })
    act(() => void runAction('vote.close'))
    await userEvent.click(await screen.findByRole('button', { name: 'Close and count' }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'vote.close', args: { id: 'vote-1' } }))
  })
})

describe('closing with slips that differ', () => {
  const mark = { kind: 'invalid' } as const
  const paper: PaperView = {
    voteId: 'vote-1',
    roundId: 'round-1',
    printed: 20,
    entered: [17],
    twice: [17],
    differing: [{ number: 17, first: mark, second: mark }],
    invalid: [],
    log: [],
  }
  const closing = async () => {
    const page = await openVote(
      { rounds: [{ ...found(open[0]), state: 'counting' }] },
      {
        'vote.close': (args) =>
          (args as { accept?: boolean }).accept === true // the test answers what the page sends
            ? { value: { seq: 1 } }
            : { code: 'paper-differs', params: { count: 1 } },
        'paper.view': () => ({ value: paper }),
      },
    )
    await userEvent.click(screen.getByRole('button', { name: 'Close and show the result' }))
    await screen.findByRole('dialog', { name: '1 slip differs' })
    return page
  }

  it('names them and leads back to them', async () => {
    await closing()
    expect(await screen.findByText('Slip 17')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Look at it again' }))
    expect(nav.place()).toEqual({ kind: 'paper', id: 'vote-1' })
  })

  it('counts them as first typed when that is said', async () => {
    const page = await closing()
    await userEvent.click(screen.getByRole('button', { name: 'Close, count as typed first' }))
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'vote.close', args: { id: 'vote-1', accept: true } }))
  })
})

describe('counting hands', () => {
  const byHand = { channels: ['phone', 'hands'], secret: false } as const
  const counting = async (method: Vote['method']) => {
    const page = await openVote({ ...byHand, channels: [...byHand.channels], method })
    await userEvent.click(cardOf('Hands').getByRole('button', { name: 'Count hands' }))
    await screen.findByRole('dialog', { name: 'Count hands' })
    return page
  }
  const field = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name })
  const handsOf = (vote: Vote) => vote.rounds[0]?.hands

  it('is done with figures, arrows and + and -', async () => {
    const { vote } = await counting({ name: 'dots', budget: 1, cap: 1 })
    await userEvent.type(field('Families'), '4')
    await userEvent.type(field('Front-line staff'), '{ArrowUp}+{ArrowUp}-')
    await waitFor(() =>
      expect(handsOf(vote())).toEqual([
        { voiceId: 'families', optionId: 'o1', stance: 0, count: 4 },
        { voiceId: 'staff', optionId: 'o1', stance: 0, count: 2 },
      ]),
    )
    expect(screen.getByText('6 people vote by hand.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Next topic' }))
    expect(field('Families').value).toBe('0')
    await userEvent.click(screen.getByRole('button', { name: 'One more: Families' }))
    await waitFor(() => expect(screen.getByText('7 people vote by hand.')).toBeTruthy())
  })

  it('says when there are more hands than people', async () => {
    await counting({ name: 'dots', budget: 1, cap: 1 })
    await userEvent.type(field('Front-line staff'), '5')
    expect(await screen.findByText(/Front-line staff: 5 hands, but 4 people/)).toBeTruthy()
  })

  it('asks for the three answers of a consent vote', async () => {
    const { vote } = await counting({ name: 'consent' })
    await userEvent.type(field('Families, Support'), '3')
    await userEvent.type(field('Families, Object'), '1')
    await waitFor(() => expect(handsOf(vote())).toHaveLength(2))
    expect(handsOf(vote())?.map(({ stance, count }) => [stance, count])).toEqual([
      [0, 3],
      [2, 1],
    ])
    expect(screen.getByText('4 people vote by hand.')).toBeTruthy()
  })

  it('asks in an approval vote how many people they are', async () => {
    const { vote } = await counting({ name: 'approval' })
    await userEvent.type(field('Families'), '4')
    await userEvent.type(field('People by hand: Families'), '5')
    await waitFor(() => expect(vote().rounds[0]?.handsPeople).toEqual([{ voiceId: 'families', people: 5 }]))
    expect(screen.getByText('5 people vote by hand.')).toBeTruthy()
  })
})
