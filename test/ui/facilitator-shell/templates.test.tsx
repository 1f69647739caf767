import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { TemplateCard } from '@core/protocol/views'
import { homeView } from './home-view'
import { openPage } from './open-page'

afterEach(cleanup)

const KEYS = [
  'firstMeeting',
  'challengeMap',
  'bikvaUsers',
  'bikvaStaff',
  'bikvaManagers',
  'bikvaPolicymakers',
  'followUp',
  'projectReview',
  'stakeholderMap',
  'homeVisit',
  'ideas',
  'questions',
  'baseline',
]
const card = (key: string): TemplateCard => ({
  id: key,
  key,
  minutes: 120,
  steps: 6,
  picture: 'matrix',
  ...(key.startsWith('bikva') ? { round: Math.max(1, KEYS.indexOf(key) - 1) } : {}),
})
const empty: TemplateCard = { id: 'empty', key: 'empty', minutes: 0, steps: 0, picture: 'empty' }
const own: TemplateCard = { id: 'own.ours', key: '', name: 'Our own way', minutes: 90, steps: 4, picture: 'columns' }

const openHome = (templates: readonly TemplateCard[]) =>
  openPage({
    answers: {
      'home.view': () => ({ value: homeView({ templates }) }),
      'template.remove': () => ({ value: null }),
    },
  })

describe('templates on the home page', () => {
  test('show first what a lab begins with, and all when asked', async () => {
    await openHome([...KEYS.map(card), empty])
    const section = await screen.findByRole('region', { name: 'Start from a template' })
    const names = (): number => within(section).getAllByRole('listitem').length
    expect(names()).toBe(10)
    expect(within(section).queryByRole('button', { name: /BIKVA 2/ })).toBeNull()
    expect(within(section).getByRole('button', { name: /Empty session/ })).toBeDefined()
    await userEvent.click(within(section).getByRole('button', { name: 'All 14 templates' }))
    expect(names()).toBe(14)
    expect(within(section).getByRole('button', { name: /BIKVA 2/ })).toBeDefined()
  })

  test('of one’s own have their own name, and go only when that was confirmed', async () => {
    const page = await openHome([card('ideas'), empty, own])
    expect(await screen.findByText('Yours')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove: Our own way' }))
    expect(page.asked.some(({ name }) => name === 'template.remove')).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
    await waitFor(() => {
      expect(page.asked.find(({ name }) => name === 'template.remove')?.args).toEqual({ templateId: 'own.ours' })
    })
  })

  test('stand apart in the list of the new session, with what the chosen one is about', async () => {
    await openHome([card('ideas'), empty, own])
    await userEvent.click(await screen.findByRole('button', { name: /Ideas to try out/ }))
    const select = await screen.findByLabelText('Template')
    expect(within(select).getByRole('group', { name: 'Yours' })).toBeDefined()
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('6 steps, 2 h')).toBeDefined()
    await userEvent.selectOptions(select, 'own.ours')
    expect(within(dialog).getByText('4 steps, 1 h 30')).toBeDefined()
  })
})
