import { screen, waitFor } from '@testing-library/dom'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { VoteMethod } from '@core/model/vote'
import { aStep, aVote } from '../../helpers/builders'
import type { Ask, Reply } from '../shared/scripted-host'
import { aRoom, closePhone, openPhone } from './open-phone'

beforeEach(() => localStorage.clear())
afterEach(() => {
  closePhone()
  vi.unstubAllGlobals()
})

const step = aStep({ kind: 'vote', voteId: 'vote-1', contribute: 'closed' })

const counts = ({ name, args }: Ask): Reply =>
  name === 'ballot.cast'
    ? { result: { rev: (args as { rev: number }).rev, counted: true } } // what the phone sent
    : { result: { rev: 0, ballot: null, state: 'open' } }

const vote = async (method: VoteMethod) => {
  const open = aVote({ method, rounds: [{ id: 'round-1', number: 1, state: 'open' }] })
  const phone = await openPhone({ records: aRoom(step, open) })
  phone.host.answerWith(counts)
  await phone.comeIn()
  await screen.findByRole('heading', { name: 'What comes first?' })
  await screen.findByRole('button', { name: 'Hand in' })
  return {
    ...phone,
    handedIn: async (): Promise<unknown> => {
      await phone.press('Hand in')
      await screen.findByRole('heading', { name: 'Your ballot counts.' })
      return phone.host.asked('ballot.cast').at(-1)?.args
    },
  }
}

const ballot = (values: readonly unknown[], more: object = {}) =>
  expect.objectContaining({ ballot: { voiceId: 'families', values, ...more } }) as unknown

const radio = (group: string, name: string | RegExp): HTMLElement => {
  const found = [...screen.getByRole('radiogroup', { name: group }).querySelectorAll('label')].find((label) => {
    const input = label.querySelector('input')
    return new RegExp(name).test(input?.getAttribute('aria-label') ?? label.textContent)
  })
  if (!found) throw new Error(`no ${String(name)} in ${group}`)
  return found.querySelector('input') ?? found
}

describe('each way of voting says how it goes and hands in what was chosen', () => {
  test('dots against: below none, with words, and back', async () => {
    const { press, handedIn } = await vote({ name: 'dots', budget: 5, cap: 3, negative: 1 })
    await screen.findByText(/You also have 1 dot against/)
    await press('One dot against Option o1')
    await screen.findByText('1 dot against it')
    await screen.findByText('0 against left')
    await press('One dot against Option o2')
    expect(screen.getAllByText(/All your dots against are given/)).not.toHaveLength(0)
    await press('One dot against less for Option o1')
    await press('One dot against Option o2')
    await press('One dot more for Option o3')
    expect(await handedIn()).toEqual(ballot([0, -1, 1]))
  })

  test('approval: as many as the vote says, and why not more', async () => {
    const { user, handedIn } = await vote({ name: 'approval', most: 2 })
    const tick = async (name: string): Promise<void> => user.click(screen.getByRole('checkbox', { name }))
    await tick('Option o1')
    await tick('Option o2')
    await tick('Option o3')
    expect(screen.getAllByText('2 lines at most. Take one away first.')).not.toHaveLength(0)
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Option o3' }).checked).toBe(false)
    await tick('Option o1')
    await tick('Option o3')
    expect(await handedIn()).toEqual(ballot([0, 1, 1]))
  })

  test('rating: by keyboard, and a line can be left out again', async () => {
    const { user, press, handedIn } = await vote({ name: 'rating' })
    await user.click(radio('Option o1', '4 of 5'))
    await user.click(radio('Option o2', '2 of 5'))
    await press('Leave out: Option o2')
    expect(document.activeElement).toBe(radio('Option o2', '1 of 5'))
    expect(await handedIn()).toEqual(ballot([4, null, null]))
  })

  test('ranking: by buttons alone, the focus goes with the line', async () => {
    const { user, press, handedIn } = await vote({ name: 'ranking' })
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    screen.getByRole('button', { name: /^Option o2 ?Place 1$/ }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Option o3 ?Place 2$/ })),
    )
    await user.keyboard('{Enter}')
    await press('Move up: Option o3')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move up: Option o3' })))
    await press('Move up: Option o3')
    expect(screen.getAllByText('It is the first already.')).not.toHaveLength(0)
    await press(/^Option o1 ?Place 3$/)
    await press('Take the place away from Option o2')
    expect(await handedIn()).toEqual(ballot([2, null, 1]))
  })

  test('ranking: no more places than the vote has', async () => {
    const { press, user } = await vote({ name: 'ranking', places: 1 })
    await press(/^Option o2 ?Place 1$/)
    const rest = screen.getByRole('button', { name: 'Option o1' })
    expect(rest.getAttribute('aria-disabled')).toBe('true')
    await user.click(rest)
    expect(screen.getAllByText(/1 place is all there is/)).not.toHaveLength(0)
  })

  test('effort and effect: half a pair is asked for', async () => {
    const { host, user, press, handedIn } = await vote({ name: 'effort-effect' })
    await user.click(radio('Effort: Option o1', '2 of 5'))
    await press('Hand in')
    expect(screen.getAllByText(/“Option o1” has one figure/)).not.toHaveLength(0)
    expect(host.asked('ballot.cast')).toEqual([])
    await user.click(radio('Effect: Option o1', '5 of 5'))
    expect(await handedIn()).toEqual(ballot([[2, 5], null, null]))
  })

  test('consent: a reason goes along with an objection, and not with support', async () => {
    const { phone, user, press, handedIn } = await vote({ name: 'consent' })
    await user.click(radio('Option o1', '^Support'))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(radio('Option o2', '^Object'))
    await user.type(screen.getByRole('textbox', { name: /^Why do you stand aside/ }), 'We have no time.')
    expect(await handedIn()).toEqual(ballot([0, 2, null], { reason: 'We have no time.' }))
    await press(/Change my ballot/)
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('We have no time.')
    await user.click(radio('Option o2', '^Support'))
    expect(await handedIn()).toEqual(ballot([0, 0, null]))
    expect(phone.mine.ballots['round-1']?.rev).toBe(2)
  })

  test('share 100: in steps, with what is left, and never more', async () => {
    const { press, handedIn } = await vote({ name: 'share-100' })
    for (let i = 0; i < 9; i += 1) await press('10 more for Option o1')
    await press('5 more for Option o2')
    expect(screen.getAllByText('5 points left of 100')).not.toHaveLength(0)
    await press('10 more for Option o3')
    expect(screen.getAllByText('All 100 points given')).not.toHaveLength(0)
    await press('5 more for Option o3')
    expect(screen.getAllByText(/All 100 points are given/)).not.toHaveLength(0)
    await press('10 less for Option o1')
    expect(await handedIn()).toEqual(ballot([80, 5, 5]))
  })

  test('an empty ballot is handed in only on purpose', async () => {
    const { host, press } = await vote({ name: 'approval' })
    await press('Hand in')
    expect(screen.getAllByText('Choose something first, or hand in an empty ballot.')).not.toHaveLength(0)
    expect(host.asked('ballot.cast')).toEqual([])
    await press('Hand in an empty ballot')
    await screen.findByRole('heading', { name: 'Your ballot counts.' })
    expect(host.asked('ballot.cast')[0]?.args).toEqual(ballot([0, 0, 0]))
  })
})

test('what is chosen, the reason too, is there after a reload', async () => {
  const { host, user } = await vote({ name: 'consent' })
  await user.click(radio('Option o2', '^Stand aside'))
  await user.type(screen.getByRole('textbox'), 'Too early.')
  await openPhone({ secret: null, host })
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('Too early.')
  expect((radio('Option o2', '^Stand aside') as HTMLInputElement).checked).toBe(true)
})

test('a ballot that the host does not take stays, with words and without blame', async () => {
  const { host, press } = await vote({ name: 'dots', budget: 5, cap: 3 })
  host.answerWith((ask) => (ask.name === 'ballot.cast' ? { failure: { code: 'wrong-ballot' } } : counts(ask)))
  await press('One dot more for Option o1')
  await press('Hand in')
  await screen.findByText(/Your ballot was not taken/)
  await screen.findByText('4 dots left of 5')
})

test('what the disk could not take is sent again by itself', async () => {
  const { host, clock, press } = await vote({ name: 'dots', budget: 5, cap: 3 })
  host.answerWith((ask) => (ask.name === 'ballot.cast' ? { failure: { code: 'storage-stalled' } } : counts(ask)))
  await press('One dot more for Option o1')
  await press('Hand in')
  await screen.findByRole('heading', { name: 'Your ballot is on its way.' })
  host.answerWith(counts)
  clock.pass(5_000)
  await screen.findByRole('heading', { name: 'Your ballot counts.' })
  expect(new Set(host.asked('ballot.cast').map(({ args }) => JSON.stringify(args))).size).toBe(1)
})

test('a picture is fetched once and has no words of its own; without it the words stand alone', async () => {
  // Here nothing is ever in sight.
  vi.stubGlobal('IntersectionObserver', undefined)
  const options = [
    { id: 'a', text: 'Plan', imageId: 'image-1' },
    { id: 'b', text: 'Person', imageId: 'image-2' },
  ]
  const open = aVote({ options, rounds: [{ id: 'round-1', number: 1, state: 'open' }] })
  const { host, comeIn } = await openPhone({ records: aRoom(step, open) })
  host.answerWith((ask) =>
    ask.name !== 'image.get'
      ? counts(ask)
      : (ask.args as { id: string }).id === 'image-1'
        ? { result: { mime: 'image/png', data: 'AAAA', width: 1, height: 1 } }
        : { failure: { code: 'not-found' } },
  )
  await comeIn()
  await screen.findByText('Plan')
  await waitFor(() => expect(document.querySelector('.option-picture img')?.getAttribute('alt')).toBe(''))
  await waitFor(() => expect(document.querySelectorAll('.option-picture')).toHaveLength(1))
  expect(document.querySelector('img')?.getAttribute('src')).toBe('data:image/png;base64,AAAA')
  expect(host.asked('image.get')).toHaveLength(2)
})
