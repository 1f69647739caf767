import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Vote, VoteMethod } from '@core/model/vote'
import type { Role } from '@core/protocol/roles'
import { openPage } from '../facilitator-shell/open-page'
import { found } from '../outcomes/sample-page'
import { CODE, createPaperHost, paperRecords, PRINTED, TOPICS, USED, VOTE } from './paper-host'

afterEach(cleanup)

const openEntry = async (vote: Partial<Vote> = {}, role: Role = 'facilitator') => {
  const host = createPaperHost()
  const page = await openPage({
    records: paperRecords(vote),
    place: { kind: 'paper', id: VOTE },
    answers: host.answers,
    role,
  })
  const number = await screen.findByRole<HTMLInputElement>('textbox', { name: /Slip number/ })
  const voices = page.tables.voice
  const first = found([...voices.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1))[0])
  return { host, page, number, firstVoice: first.id }
}

const typed = (host: ReturnType<typeof createPaperHost>, number: number) => {
  const mark = host.ledger.of(number)?.first
  return mark?.kind === 'ballot' ? mark.ballot : mark?.kind
}
const marks = (): string[] =>
  TOPICS.map((topic, at) => screen.getByRole<HTMLInputElement>('textbox', { name: `${at + 1} ${topic}` }).value)
const taken = async (number: number) => await screen.findByText(`Slip ${number} is in.`)

describe('typing slips in', () => {
  it('takes 20 of them from the keyboard alone, the cursor back at the number each time', async () => {
    const { host, number } = await openEntry()
    await waitFor(() => expect(document.activeElement).toBe(number))
    for (let at = 0; at < 20; at += 1) {
      await userEvent.keyboard(`${PRINTED.first + at}{Enter}${(at % 5) + 1}${at % 3}101{Enter}`)
      await taken(PRINTED.first + at)
      expect(document.activeElement).toBe(number)
      expect(number.value).toBe('')
    }
    expect(host.ledger.counts().entered).toBe(20)
    expect(typed(host, 105)).toMatchObject({ values: [1, 1, null, 1] })
    await screen.findByText('20 of 30 printed slips typed in')
  })

  it('knows each voice by its key, none by 0', async () => {
    const { host, firstVoice } = await openEntry()
    await userEvent.keyboard('101{Enter}11000{Enter}')
    await taken(101)
    await userEvent.keyboard('102{Enter}01000{Enter}')
    await taken(102)
    expect(typed(host, 101)).toMatchObject({ voiceId: firstVoice })
    expect(typed(host, 102)).not.toHaveProperty('voiceId')
  })

  it('moves with Enter and arrows, and corrects on the way back', async () => {
    const { host } = await openEntry()
    await userEvent.keyboard('101{Enter}1{Enter}2{ArrowUp}1{Enter}{End}{Enter}')
    await taken(101)
    expect(typed(host, 101)).toMatchObject({ values: [null, 1, null, null] })
  })

  it('takes a blank slip and one that cannot be read by one key each', async () => {
    const { host } = await openEntry()
    await userEvent.keyboard('101{Enter}2b{Enter}')
    await taken(101)
    await userEvent.keyboard('102{Enter}x{Enter}')
    await taken(102)
    expect(typed(host, 101)).toMatchObject({ values: [null, null, null, null] })
    expect(typed(host, 102)).toBe('invalid')
    await screen.findByText('1 of them cannot be read')
  })

  it('works with the mouse alone but for the number', async () => {
    const { host, number } = await openEntry()
    await userEvent.type(number, '101')
    await userEvent.click(found(screen.getAllByRole('radio').at(-1)))
    const row = found(screen.getByRole('textbox', { name: '2 One person' }).closest('li'))
    await userEvent.click(found(row.querySelectorAll('button')[1]))
    await userEvent.click(screen.getByRole('button', { name: 'Take in this slip' }))
    await taken(101)
    expect(typed(host, 101)).toMatchObject({ values: [null, 2, null, null] })
  })

  it('brings the last slip back to be changed', async () => {
    const { host } = await openEntry()
    await userEvent.keyboard('101{Enter}12100{Enter}')
    await taken(101)
    await userEvent.click(screen.getByRole('button', { name: 'Change this one' }))
    expect(marks()).toEqual(['2', '1', '', ''])
    await userEvent.clear(screen.getByRole('textbox', { name: '1 One plan' }))
    await userEvent.click(screen.getByRole('button', { name: 'Take in the change' }))
    await waitFor(() => expect(typed(host, 101)).toMatchObject({ values: [null, 1, null, null] }))
  })

  it('takes a code for the number, and is there for helpers too', async () => {
    const { host } = await openEntry({}, 'co-facilitator')
    await userEvent.keyboard(`${CODE.toLowerCase()}{Enter}12000{Enter}`)
    await taken(105)
    expect(typed(host, 105)).toMatchObject({ values: [2, null, null, null] })
  })
})

const METHODS: readonly (readonly [VoteMethod, keys: string, values: readonly unknown[]])[] = [
  [{ name: 'dots', budget: 5, cap: 3, negative: 2 }, '2-100{Enter}', [2, -1, null, null]],
  [{ name: 'dots', budget: 40, cap: 40 }, '12{Enter}{Enter}5{Enter}{Enter}{Enter}', [12, null, 5, null]],
  [{ name: 'approval' }, '1{Enter}01{Enter}', [1, null, null, 1]],
  [{ name: 'rating' }, '5{Enter}13{Enter}', [5, null, 1, 3]],
  [{ name: 'ranking' }, '2{Enter}13{Enter}', [2, null, 1, 3]],
  [{ name: 'effort-effect' }, '12{Enter}{Enter}5400{Enter}', [[1, 2], null, [5, 4], null]],
  [{ name: 'consent' }, '1{Enter}11{Enter}', [0, null, 0, 0]],
  [{ name: 'share-100' }, '60{Enter}{Enter}40{Enter}{Enter}{Enter}', [60, null, 40, null]],
]

describe('each method', () => {
  it.each(METHODS)('%o is typed as it stands on the paper', async (method, keys, values) => {
    const { host } = await openEntry({ method })
    await userEvent.keyboard(`101{Enter}1${keys}`)
    await taken(101)
    expect(typed(host, 101)).toMatchObject({ values })
  })

  it('asks for the reason where somebody objects', async () => {
    const { host } = await openEntry({ method: { name: 'consent' } })
    await userEvent.keyboard('101{Enter}11310')
    await userEvent.type(await screen.findByRole('textbox', { name: /Reason/ }), 'It costs too much')
    await userEvent.click(screen.getByRole('button', { name: 'Take in this slip' }))
    await taken(101)
    expect(typed(host, 101)).toMatchObject({ values: [0, 2, 0, null], reason: 'It costs too much' })
  })
})

describe('a refusal', () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['a number that no slip has', '999', /No slip of this session has this number/],
    ['a slip of another vote', '203', /Slip 203 belongs to “Another question”, round 1/],
    ['a void slip', '92', /Slip 92 was printed before the topics were changed/],
  ]
  it.each(refusals)('says of %s what it is, before anything else is typed', async (_, number, words) => {
    const { page, number: field } = await openEntry()
    await userEvent.keyboard(`${number}{Enter}`)
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe(number)
    expect(page.asked.some(({ name }) => name === 'paper.enter')).toBe(false)
  })

  it('for a slip used on a phone keeps all that was typed', async () => {
    const { number } = await openEntry()
    await userEvent.keyboard(`${USED}{Enter}12100{Enter}`)
    expect((await screen.findByRole('alert')).textContent).toMatch(/used on a phone or the tablet/)
    expect(marks()).toEqual(['2', '1', '0', '0'])
    expect(number.value).toBe(String(USED))
    expect(document.activeElement).toBe(number)
  })

  it('leaves the marks in the fields for another number', async () => {
    const { host, number } = await openEntry()
    await userEvent.keyboard(`${USED}{Enter}12100{Enter}`)
    await screen.findByRole('alert')
    await userEvent.clear(number)
    await userEvent.keyboard('102{Enter}')
    expect(marks()).toEqual(['2', '1', '0', '0'])
    await userEvent.keyboard('1{End}{Enter}')
    await taken(102)
    expect(typed(host, 102)).toMatchObject({ values: [2, 1, null, null] })
  })

  it('of a figure too many leads nowhere else', async () => {
    const { page } = await openEntry()
    await userEvent.keyboard('101{Enter}1{End}3456')
    expect(screen.getByRole('form', { name: 'One slip' })).toBeTruthy()
    expect(page.asked.some(({ name }) => name === 'paper.enter')).toBe(false)
  })

  it('for a number typed twice offers to change it, or to take it out', async () => {
    const { host } = await openEntry()
    await userEvent.keyboard('101{Enter}12100{Enter}')
    await taken(101)
    await screen.findByText('1 of 30 printed slips typed in')
    await userEvent.keyboard('101{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/typed in already/)
    await userEvent.click(screen.getByRole('button', { name: 'Type it in anew' }))
    await userEvent.keyboard('20030{Enter}')
    await waitFor(() => expect(typed(host, 101)).toMatchObject({ values: [null, null, 3, null] }))
    await userEvent.keyboard('101{Enter}')
    await userEvent.click(await screen.findByRole('button', { name: 'Take it out again' }))
    await screen.findByText('0 of 30 printed slips typed in')
    expect(host.ledger.of(101)).toBeNull()
  })

  it('for too many marks says so at the field, loses nothing, and can go in as not to be read', async () => {
    const { host } = await openEntry()
    await userEvent.keyboard('101{Enter}13300{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/5 at most/)
    expect(marks()).toEqual(['3', '3', '0', '0'])
    await userEvent.click(screen.getByRole('button', { name: /cannot be read”/ }))
    await userEvent.keyboard('{Enter}')
    await taken(101)
    expect(typed(host, 101)).toBe('invalid')
  })

  it('for too many on one line, a place twice or left out, and half a pair names the line', async () => {
    const lines: readonly (readonly [VoteMethod, string, RegExp, string])[] = [
      [{ name: 'dots', budget: 5, cap: 3 }, '0400{Enter}', /3 at most/, '2 One person'],
      [{ name: 'ranking' }, '1100{Enter}', /Place 1 stands on two lines/, '2 One person'],
      [{ name: 'ranking' }, '1300{Enter}', /Place 2 is left out/, '2 One person'],
      [{ name: 'rating' }, '7000{Enter}', /5 is the most/, '1 One plan'],
      [{ name: 'effort-effect' }, '10000000{Enter}', /belong together/, '1 One plan: Effect'],
    ]
    for (const [method, keys, words, field] of lines) {
      const { page } = await openEntry({ method })
      await userEvent.keyboard(`101{Enter}1${keys}`)
      expect((await screen.findByRole('alert')).textContent).toMatch(words)
      const cell = screen.getByRole('textbox', { name: field })
      expect(cell.getAttribute('aria-invalid')).toBe('true')
      expect(document.activeElement).toBe(cell)
      expect(page.asked.some(({ name }) => name === 'paper.enter')).toBe(false)
      cleanup()
    }
  })
})

describe('the second typing', () => {
  const typeAll = async (second: Readonly<Record<number, string>>): Promise<void> => {
    for (let number = 101; number < 107; number += 1) {
      await userEvent.keyboard(`${number}{Enter}${second[number] ?? '12100'}{Enter}`)
      await taken(number)
    }
  }

  it('shows nothing of the first, and finds every planted difference', async () => {
    const { host, number } = await openEntry()
    await typeAll({ 104: 'x' })
    await userEvent.click(screen.getByRole('radio', { name: 'Second typing' }))
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /Slip number/ })
    expect(number.isConnected).toBe(false)
    await userEvent.click(field)
    await userEvent.keyboard('101{Enter}')
    expect(marks()).toEqual(['', '', '', ''])
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.keyboard('12100{Enter}')
    await taken(101)
    // Another dot, another voice, read after all, and blank: each is found; nothing is said before the end.
    const planted: Readonly<Record<number, string>> = { 102: '12200', 103: '22100', 104: '12100', 105: 'b' }
    for (const slip of [102, 103, 104, 105, 106]) {
      await userEvent.keyboard(`${slip}{Enter}${planted[slip] ?? '12100'}{Enter}`)
      await taken(slip)
      expect(document.body.textContent).not.toMatch(/in two ways|not the same/)
      const side = screen.getByRole('complementary', { name: 'How far it is' })
      expect(side.textContent).not.toMatch(/differ/)
    }
    await userEvent.click(screen.getByRole('radio', { name: 'Compare' }))
    await screen.findByText('4 slips of 6 were read in two ways.')
    for (const slip of [102, 103, 104, 105]) expect(screen.getByRole('region', { name: `Slip ${slip}` })).toBeTruthy()
    const dots = within(screen.getByRole('region', { name: 'Slip 102' }))
    expect(dots.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'LineFirst typingSecond typing',
      '2 One person12',
    ])

    await userEvent.click(dots.getByRole('button', { name: /^The second is right/ }))
    await waitFor(() => expect(typed(host, 102)).toMatchObject({ values: [2, 2, null, null] }))
    await userEvent.click(screen.getByRole('button', { name: 'Type it in once more: Slip 103' }))
    await userEvent.keyboard('31000{Enter}')
    await screen.findByText('2 slips of 6 were read in two ways.')
    expect(typed(host, 103)).toMatchObject({ values: [1, null, null, null] })
  })

  it('says of a slip that was missing the first time that it counts now', async () => {
    const { host } = await openEntry()
    await userEvent.click(screen.getByRole('radio', { name: 'Second typing' }))
    await userEvent.click(await screen.findByRole('textbox', { name: /Slip number/ }))
    await userEvent.keyboard('101{Enter}12100{Enter}')
    await screen.findByText(/missing from the first typing/)
    expect(host.ledger.counts()).toMatchObject({ entered: 1, twice: 0 })
  })
})

describe('the log', () => {
  it('says who did what with which slip, and nothing of what stands on it', async () => {
    await openEntry()
    await userEvent.keyboard('101{Enter}12100{Enter}')
    await taken(101)
    await userEvent.click(screen.getByRole('radio', { name: 'Log' }))
    const rows = await screen.findAllByRole('row')
    expect(rows).toHaveLength(2)
    expect(rows[1]?.textContent).toMatch(/101typed infacilitator$/)
  })
})

describe('a vote that is not under way', () => {
  it('says so and takes nothing', async () => {
    const host = createPaperHost()
    const rounds = [{ id: 'round-paper', number: 1, state: 'draft' as const }]
    await openPage({ records: paperRecords({ rounds }), place: { kind: 'paper', id: VOTE }, answers: host.answers })
    await screen.findByText('The vote is not open yet')
    expect(screen.queryByRole('textbox', { name: /Slip number/ })).toBeNull()
  })
})
