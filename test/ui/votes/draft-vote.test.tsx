import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Vote } from '@core/model/vote'
import { aLab, aSession, aVoice, aVote } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import { found } from '../outcomes/sample-page'

afterEach(cleanup)

const people = [
  aVoice({ present: 6 }),
  aVoice({ id: 'staff', order: 'k', label: { text: 'Front-line staff' }, slot: 2, present: 4 }),
]

const openDraft = async (fields: Partial<Vote> = {}, voices = people) => {
  const page = await openPage({
    records: [aSession(), aLab(), ...voices, aVote(fields)],
    place: { kind: 'vote', id: 'vote-1' },
    answers: { 'vote.open': () => ({ value: { seq: 1 } }) },
  })
  await screen.findByRole('heading', { name: 'How people vote' })
  return { ...page, vote: () => found(page.tables.vote.get('vote-1')) }
}

const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name })
const tick = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })

describe('the way to vote', () => {
  it('shows the sentence that people read, and the ballot in small', async () => {
    const { vote } = await openDraft()
    expect(screen.getAllByText(/3 at most on one line/).length).toBeGreaterThan(1)
    await userEvent.click(radio(/^Consent/))
    await waitFor(() => expect(vote().method).toEqual({ name: 'consent' }))
    const preview = screen.getByRole('img', { name: /The ballot on a phone/ })
    expect(within(preview).getAllByText('Stand aside')).toHaveLength(3)
  })

  it('has its own settings, and only its own', async () => {
    const { vote } = await openDraft()
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Dots against' }), '2')
    await waitFor(() => expect(vote().method).toEqual({ name: 'dots', budget: 5, cap: 3, negative: 2 }))
    await userEvent.click(radio(/^Approval/))
    await userEvent.type(await screen.findByRole('spinbutton', { name: 'At most this many' }), '2')
    await waitFor(() => expect(vote().method).toEqual({ name: 'approval', most: 2 }))
    expect(screen.queryByRole('spinbutton', { name: 'Dots against' })).toBeNull()
  })

  it('opens a rating of one topic, but no dot vote', async () => {
    const page = await openDraft({ options: [{ id: 'o1', text: 'One plan' }] })
    const button = screen.getByRole('button', { name: 'Open the vote' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(radio(/^Rating/))
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull())
    await userEvent.click(button)
    await waitFor(() => expect(page.asked.some(({ name }) => name === 'vote.open')).toBe(true))
    expect(page.vote().channels).toEqual(['phone', 'kiosk', 'paper'])
  })
})

describe('raised hands', () => {
  it('are offered only where a person says one thing, and make the vote open for all to see', async () => {
    const { vote } = await openDraft()
    expect(tick(/^Hands/).getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(tick(/^Hands/))
    expect(vote().channels).not.toContain('hands')
    await userEvent.click(radio(/^Approval/))
    await waitFor(() => expect(tick(/^Hands/).getAttribute('aria-disabled')).toBeNull())
    await userEvent.click(tick(/^Hands/))
    await waitFor(() => expect(vote()).toMatchObject({ channels: ['phone', 'kiosk', 'paper', 'hands'], secret: false }))
    expect(screen.getByText('This vote is open for all to see.')).toBeTruthy()
    await userEvent.click(radio(/^Ranking/))
    await waitFor(() => expect(vote()).toMatchObject({ channels: ['phone', 'kiosk', 'paper'], secret: true }))
  })

  it('leave at least one way to vote', async () => {
    const { vote } = await openDraft({ channels: ['phone'] })
    await userEvent.click(tick(/^Phones/))
    expect(vote().channels).toEqual(['phone'])
    expect(screen.getByText(/At least one way must stay/)).toBeTruthy()
  })
})

describe('slips', () => {
  it('must be printed before a vote with codes opens', async () => {
    await openDraft()
    const button = screen.getByRole('button', { name: 'Open the vote' })
    expect(button.getAttribute('aria-disabled')).toBeNull()
    await userEvent.click(radio(/^Everybody with a slip/))
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'))
    expect(button.title).toBe('Everybody needs a slip: print them before you open.')
  })

  it('that are printed keep what stands on them, until somebody means to change it', async () => {
    const rounds = [{ id: 'round-1', number: 1, state: 'draft' as const, slips: [{ first: 1, count: 12 }] }]
    const { vote } = await openDraft({ rounds })
    expect(screen.getByText('12 slips are printed.', { selector: 'b' })).toBeTruthy()
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: 'What stands on the ballot' }).disabled).toBe(true)
    expect(tick(/^Keep the ballots/).disabled).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Change it and print anew' }))
    await userEvent.click(radio(/^Ranking/))
    await waitFor(() => expect(vote().rounds[0]?.slips).toEqual([{ first: 1, count: 12, void: true }]))
    expect(await screen.findByText(/12 slips say something else/)).toBeTruthy()
  })
})

describe('what is said before it opens', () => {
  it('warns that few people give no result by voice', async () => {
    await openDraft({}, [aVoice({ present: 4 })])
    expect(screen.getByText(/Only 4 people are here. Under five, only the overall result is shown/)).toBeTruthy()
  })

  it('keeps quorum, limits and whether ballots are kept', async () => {
    const { vote } = await openDraft()
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Quorum in per cent' }), '50')
    await userEvent.click(tick(/^Keep the ballots/))
    await waitFor(() => expect(vote()).toMatchObject({ quorum: 50, keepBallots: true }))
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Quorum in per cent' }))
    await waitFor(() => expect(vote().quorum).toBeUndefined())
  })
})
