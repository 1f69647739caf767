import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { VoteMethod } from '@core/model/vote'
import { aLab, aSession } from '../../helpers/builders'
import { METHODS, TOPICS, closedVote, fiveVoices } from '../../helpers/results'
import { openPage } from '../facilitator-shell/open-page'
import { found } from '../outcomes/sample-page'

afterEach(cleanup)

const methodOf = (name: string): VoteMethod => found(METHODS.find((method) => method.name === name))

const openResult = async (name: string, topics: readonly string[] = TOPICS) => {
  const vote = closedVote(methodOf(name), { topics })
  const records: AnyRecord[] = [aSession(), aLab(), ...fiveVoices(), vote]
  const page = await openPage({ records, place: { kind: 'vote', id: vote.id } })
  // The first test loads the page, on machines that do other things meanwhile.
  await screen.findByRole('heading', { name: 'How it was counted' }, { timeout: 20_000 })
  return page
}

const choose = async (picture: string): Promise<void> => {
  const choice = screen.getByRole('radiogroup', { name: 'What to look at' })
  await userEvent.click(within(choice).getByRole('radio', { name: picture }))
}

const PICTURES: readonly (readonly [string, readonly string[]])[] = [
  ['dots', ['Ranking', 'Heat map']],
  ['rating', ['Ranking', 'Answers', 'Heat map']],
  ['ranking', ['Ranking', 'Pairs', 'Heat map']],
  ['effort-effect', ['Effort and effect', 'Ranking', 'Heat map']],
  ['share-100', ['Ranking', 'Heat map']],
]

describe('the pictures of a closed vote', () => {
  it.each(PICTURES)('by %s are those that make sense for it', async (name, pictures) => {
    await openResult(name)
    const choice = screen.getByRole('radiogroup', { name: 'What to look at' })
    const labels = within(choice)
      .getAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent)
    expect(labels).toEqual(pictures)
  })

  it('show answers from 1 to 5 as a chart with its sentence, and as a table', async () => {
    await openResult('rating')
    await choose('Answers')
    const heading = await screen.findByRole('heading', { name: /^Answers lie furthest apart on/ })
    const section = found(heading.closest('section'))
    expect(await within(section).findByRole('img', { name: found(heading.textContent) })).toBeTruthy()
    await userEvent.click(within(section).getByRole('button', { name: 'As a table' }))
    const heads = within(section)
      .getAllByRole('columnheader')
      .map((head) => head.textContent)
    expect(heads.slice(-3)).toEqual(['Mean', 'Median', 'Spread'])
    expect(within(section).getAllByRole('rowheader')).toHaveLength(TOPICS.length)
  })

  it('show support and objections with the reasons word for word', async () => {
    await openResult('consent', TOPICS.slice(0, 3))
    const reasons = await screen.findByRole('heading', { name: 'Why people stood aside or objected' })
    expect(within(found(reasons.parentElement)).getAllByRole('listitem').length).toBeGreaterThan(0)
    expect(screen.getByText('Stand aside')).toBeTruthy()
  })

  it('show every pair of topics, and the heat map with a cell for every voice', async () => {
    await openResult('ranking')
    await choose('Pairs')
    expect(screen.getAllByRole('rowheader').length).toBeGreaterThanOrEqual(TOPICS.length)
    await choose('Heat map')
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent?.trim())
    expect(heads).toContain('Managers and Policymakers')
    expect(heads).not.toContain('Managers')
  })

  it('show effort by effect of everyone and of one voice', async () => {
    await openResult('effort-effect')
    const whose = await screen.findByRole('radiogroup', { name: 'Whose answers' })
    await userEvent.click(within(whose).getByRole('radio', { name: 'Families' }))
    expect(await screen.findByRole('img', { name: /effect for little effort/ })).toBeTruthy()
  })
})

describe('beside every result', () => {
  it('stand the readings by voice, and how it was counted', async () => {
    await openResult('dots')
    for (const name of ['Where we agree', 'Where we differ', 'What one voice sees that others do not', 'Minority view'])
      expect(screen.getByRole('heading', { name })).toBeTruthy()
    const terms = screen.getAllByRole('term').map((term) => term.textContent)
    expect(terms).toEqual(expect.arrayContaining(['How they came', 'Quorum', 'What figures are of', 'Ties']))
    expect(screen.getByText(/19 by phone, 4 on the tablet,? and 3 on paper/)).toBeTruthy()
  })

  it('a consent is recorded as a decision in one action, with its objections', async () => {
    const page = await openResult('consent', TOPICS.slice(2, 3))
    await userEvent.click(screen.getByRole('button', { name: 'Record as decision' }))
    await waitFor(() => expect(page.tables.decision.size).toBe(1))
    const [decision] = [...page.tables.decision.values()]
    const vote = found([...page.tables.vote.values()][0])
    expect(decision?.wording).toBe(TOPICS[2])
    expect(decision?.evidence).toEqual([{ type: 'vote', id: vote.id }])
    expect(decision?.objections.map(({ text }) => text).toSorted()).toEqual(
      (vote.rounds[0]?.result?.reasons ?? []).toSorted(),
    )
  })
})

it.each(METHODS.map(({ name }) => name))(
  'a result by %s has a name for every picture, place and choice',
  async (name) => {
    await openResult(name)
    const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const role of ['img', 'radiogroup', 'group'])
      expect(screen.queryAllByRole(role, { name: /\S/ })).toHaveLength(screen.queryAllByRole(role).length)
    for (const table of screen.queryAllByRole('table')) {
      expect(within(table).getAllByRole('columnheader').length).toBeGreaterThan(0)
      expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(0)
    }
  },
)
