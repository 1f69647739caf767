import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { lanesOf, roundTicks } from '../../../renderer/shared/charts/lanes'
import { openPage } from '../facilitator-shell/open-page'
import { found, sampleRecords } from '../outcomes/sample-page'

afterEach(cleanup)

const openClosedVote = async () => {
  const records = sampleRecords()
  const vote = found(records.find((record) => record.type === 'vote'))
  const page = await openPage({ records, place: { kind: 'vote', id: vote.id } })
  await screen.findByRole('heading', { name: 'Ranking' })
  return page
}

describe('the result of a vote', () => {
  it('has one column for joined voices and none for a part of them', async () => {
    await openClosedVote()
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent?.trim())
    expect(heads).toContain('Managers and Policymakers')
    expect(heads).not.toContain('Managers')
    expect(heads).not.toContain('Policymakers')
  })

  it('gives the gaps as a table too', async () => {
    await openClosedVote()
    await userEvent.click(screen.getByRole('button', { name: 'As a table' }))
    expect(screen.getByRole('columnheader', { name: 'gap' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'As a chart' })).toBeTruthy()
  })

  it('goes to the room only when it is shown', async () => {
    const page = await openClosedVote()
    await userEvent.click(screen.getByRole('button', { name: 'Show on the projector' }))
    await waitFor(() => expect([...page.tables.vote.values()][0]?.resultShown).toBe(true))
    await waitFor(() => expect([...page.tables.session.values()][0]?.stage.view).toBe('result'))
  })

  it('leads to a decision that rests on the vote', async () => {
    const page = await openClosedVote()
    const before = page.tables.decision.size
    await userEvent.click(screen.getByRole('button', { name: 'Record a decision' }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'What was decided' }), 'One plan for each family.')
    await userEvent.click(screen.getByRole('button', { name: 'Record it' }))
    await waitFor(() => expect(page.tables.decision.size).toBe(before + 1))
    expect([...page.tables.decision.values()].at(-1)?.evidence[0]?.type).toBe('vote')
  })
})

describe('a new vote', () => {
  it('opens only with two topics, for phones, tablet and paper', async () => {
    const page = await openPage({
      records: sampleRecords(),
      place: { kind: 'votes' },
      answers: { 'vote.open': () => ({ value: { seq: 1 } }) },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'New vote' }))
    const field = await screen.findByRole('textbox', { name: 'Write a topic' })
    expect(screen.getByRole('button', { name: 'Open the vote' }).getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(field, 'More time{Enter}Fewer forms{Enter}')
    const list = found(screen.getByRole('heading', { name: 'Topics on the ballot' }).closest('section'))
    await waitFor(() => expect(within(list).getAllByRole('textbox', { name: /^Topic/ })).toHaveLength(2))
    await userEvent.click(screen.getByRole('button', { name: 'Open the vote' }))
    await waitFor(() => expect(page.asked.some(({ name }) => name === 'vote.open')).toBe(true))
    expect([...page.tables.vote.values()].at(-1)?.channels).toEqual(['phone', 'kiosk', 'paper'])
  })
})

describe('the chart of gaps', () => {
  it('puts marks that would hide each other into lanes of their own', () => {
    expect(lanesOf([0, 100, 200], 14)).toEqual([0, 0, 0])
    expect(lanesOf([10, 12, 14, 60], 14)).toEqual([0, 1, -1, 0])
  })

  it('has round values that reach the greatest share', () => {
    expect(roundTicks(34)).toEqual([0, 10, 20, 30, 40])
    expect(found(roundTicks(100).at(-1))).toBe(100)
    expect(roundTicks(0.4).length).toBeGreaterThan(1)
  })
})
