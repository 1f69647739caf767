import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { dialogueOf } from '@core/rules/chain'
import { aCard, aDocument, aSession } from '../../helpers/builders'
import { aDialogue, anAnswer, aStatement } from '../../helpers/dialogue'
import { openPage } from '../facilitator-shell/open-page'
import type { Page } from '../facilitator-shell/open-page'
import { found } from '../outcomes/sample-page'

afterEach(cleanup)

// The place's code is loaded when one first goes there; on a busy machine that takes longer than a test waits.
beforeAll(async () => {
  await import('../../../renderer/facilitator/dialogue/dialogue-place')
}, 60_000)

const open = async (...more: readonly AnyRecord[]): Promise<Page> => {
  const page = await openPage({
    records: [...allRecords(aDialogue(...more))],
    place: { kind: 'dialogue' },
    answers: { 'export.preview': () => ({ value: { url: 'about:blank' } }) },
  })
  await screen.findByRole('heading', { level: 1, name: 'From what was said to what is promised' })
  return page
}

const rowOf = (words: string | RegExp) => found(screen.getByRole('button', { name: words }).closest('li'))

describe('chains', () => {
  it('show what was said, reflected and answered, and where the gap is', async () => {
    await open()
    const told = rowOf(/I tell it all again/)
    expect(within(told).getByText('Four of us keep four records.')).toBeTruthy()
    expect(within(told).getByText(/Managers: no answer yet/)).toBeTruthy()
    const helped = rowOf(/Other parents helped me/)
    expect(within(helped).getByText(/Front-line staff: nobody has answered/)).toBeTruthy()
    expect(within(helped).getByRole('button', { name: 'Bring it up again' })).toBeTruthy()
    expect(screen.getByText('5 statements released, 1 kept back here')).toBeTruthy()
  })

  it('can be narrowed to those nobody answered', async () => {
    await open()
    await userEvent.click(screen.getByRole('radio', { name: 'Not answered · 2' }))
    expect(screen.queryByRole('button', { name: /I want to be asked/ })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Promised · 0' }))
    expect(screen.getByText(/Nothing has been promised yet/)).toBeTruthy()
  })

  it('are walked with the arrow keys', async () => {
    await open()
    screen.getByRole('button', { name: /I want to be asked/ }).focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('I tell it all again')
    await userEvent.keyboard('{End}{Enter}')
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true')
    expect(document.activeElement?.textContent).toContain('Other parents')
  })

  it('say what is on a board only and what nobody may quote', async () => {
    await open(aStatement({ id: 'asked', text: 'I want to be asked.', quote: 'none' }))
    const row = rowOf(/I want to be asked/)
    expect(within(row).getByText('Not to be quoted')).toBeTruthy()
    expect(within(row).getByText('On a board of this session, not released')).toBeTruthy()
  })
})

describe('answers', () => {
  it('"Ask now" puts the chain on the projector and takes the answer down', async () => {
    const page = await open()
    await userEvent.click(within(rowOf(/I tell it all again/)).getByRole('button', { name: 'Ask now' }))
    await waitFor(() =>
      expect(page.tables.session.get('session-1')?.stage).toEqual({ view: 'chain', statementId: 'told' }),
    )
    await userEvent.keyboard('One record from March on.{Enter}')
    await waitFor(() =>
      expect([...page.tables.card.values()].map(({ text }) => text)).toContain('One record from March on.'),
    )
    expect(dialogueOf(page.tables).chains.find(({ id }) => id === 'told')?.state).toBe('answered')
  })

  it('go to a board of rounds that is made when the session has none', async () => {
    const tables = aDocument(aSession({ round: 2 }), aStatement())
    const page = await openPage({ records: [...allRecords(tables)], place: { kind: 'dialogue' } })
    await userEvent.click(await screen.findByRole('button', { name: 'Ask now' }))
    await userEvent.keyboard('We see it.{Enter}')
    await waitFor(() => expect(page.tables.card.size).toBe(1))
    expect([...page.tables.board.values()].some(({ layout }) => layout === 'rounds')).toBe(true)
    expect(dialogueOf(page.tables).chains[0]?.cells[1]?.said.map(({ text }) => text)).toEqual(['We see it.'])
  })

  it('keep the words and say so when there are none', async () => {
    await open()
    await userEvent.click(within(rowOf(/I tell it all again/)).getByRole('button', { name: 'Ask now' }))
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: 'What they answer' }).getAttribute('aria-invalid')).toBe('true')
  })

  it('that came by phone are put to their statement', async () => {
    const page = await open(aCard({ id: 'by-phone', boardId: 'rounds', zone: ['r3'], text: 'We merge the records.' }))
    expect(screen.getByText(/1 answer of this round hangs on no statement yet/)).toBeTruthy()
    await userEvent.click(within(rowOf(/I tell it all again/)).getByRole('button', { name: 'Ask now' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /already given/ }), 'We merge the records.')
    await waitFor(() =>
      expect([...page.tables.link.values()]).toMatchObject([{}, {}, {}, { from: 'by-phone', to: 'records' }]),
    )
    expect(screen.queryByText(/hangs on no statement yet/)).toBeNull()
  })
})

describe('deeds', () => {
  it('bring a statement up again as an open question, once', async () => {
    const page = await open()
    const button = within(rowOf(/Other parents helped me/)).getByRole('button', { name: 'Bring it up again' })
    await userEvent.click(button)
    await waitFor(() =>
      expect([...page.tables.question.values()]).toMatchObject([{ origin: { type: 'statement', id: 'helped' } }]),
    )
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })

  it('never make an open question of words that nobody may quote', async () => {
    const page = await open(aStatement({ id: 'helped', text: 'Words in confidence.', quote: 'none' }))
    await userEvent.click(within(rowOf(/Words in confidence/)).getByRole('button', { name: 'Bring it up again' }))
    await waitFor(() => expect(page.tables.question.size).toBe(1))
    expect(JSON.stringify([...page.tables.question.values()])).not.toContain('confidence')
  })

  it('record a promise that rests on the chain', async () => {
    const page = await open()
    await userEvent.click(screen.getByRole('button', { name: /I tell it all again/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Record a promise' }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'What was decided' }), 'One record.')
    await userEvent.click(screen.getByRole('button', { name: 'Record it' }))
    await waitFor(() => expect(dialogueOf(page.tables).counts.promised).toBe(1))
    expect(within(rowOf(/I tell it all again/)).getByRole('button', { name: 'One record.' })).toBeTruthy()
  })

  it('release with consent, nothing chosen beforehand, and keep back again', async () => {
    const page = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Choose what travels on' }))
    const release = screen.getByRole('button', { name: 'Release' })
    expect(release.getAttribute('aria-disabled')).toBe('true')
    const consent = screen.getByRole('combobox', { name: /May this travel on: We turn the form/ })
    await userEvent.selectOptions(consent, 'I asked, and they agreed')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How it may be quoted' }), 'Not to be quoted')
    await userEvent.click(screen.getByRole('button', { name: 'Release 1 statement' }))
    const copy = () => [...page.tables.statement.values()].find(({ origin }) => origin.cardId === 'turned')
    await waitFor(() => expect(copy()).toMatchObject({ releasedBy: 'facilitator', quote: 'none', round: 3 }))
    await userEvent.click(await screen.findByRole('button', { name: 'Keep it back' }))
    await waitFor(() => expect(copy()).toBeUndefined())
    expect(page.tables.card.has('turned')).toBe(true)
  })

  it('name the rounds anew and say which one this is', async () => {
    const page = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Rounds' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Two rounds' }))
    await waitFor(() => expect(page.tables.lab.get('lab-1')?.rounds).toHaveLength(2))
    const first = screen.getByRole('textbox', { name: 'Name of round 1' })
    await userEvent.clear(first)
    await userEvent.type(first, 'Families{Tab}')
    await waitFor(() => expect(page.tables.lab.get('lab-1')?.rounds?.[0]?.label).toEqual({ text: 'Families' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'This session is' }), 'Round 1: Families')
    await waitFor(() => expect(page.tables.session.get('session-1')?.round).toBe(1))
  })

  it('are in the palette, too', async () => {
    await open()
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('combobox', { name: /./ }), 'guide for the next')
    await userEvent.click(await screen.findByRole('option', { name: /Guide for the next round/ }))
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  it('make the guide for the next round', async () => {
    const page = await open()
    await userEvent.click(screen.getByRole('button', { name: 'Guide for round 4' }))
    expect(await screen.findByTitle('The guide as it will be printed')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Write the guide' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'export.run')?.args).toMatchObject({
        profile: 'participants',
        formats: ['html'],
        what: { kind: 'guide', round: 4 },
      }),
    )
  })
})

it('says the next step when nothing was released, and goes to the cards', async () => {
  await openPage({ records: [...allRecords(aDocument(aCard()))], place: { kind: 'dialogue' } })
  expect(await screen.findByRole('heading', { name: 'Nothing has been released yet' })).toBeTruthy()
  await userEvent.click(found(screen.getAllByRole('button', { name: 'Choose what travels on' })[0]))
  expect(screen.getByRole('combobox', { name: /May this travel on/ })).toBeTruthy()
})

it('holds 200 statements', async () => {
  const many = Array.from({ length: 200 }, (_, index) => [
    aStatement({ id: `many-${index}`, text: `Statement ${index}` }),
    aStatement({ id: `reply-${index}`, round: 2, text: `Reply ${index}` }),
    anAnswer(`reply-${index}`, `many-${index}`),
  ]).flat()
  await open(...many)
  expect(screen.getByRole('radio', { name: 'All · 203' })).toBeTruthy()
  expect(screen.getByText('Reply 199')).toBeTruthy()
})
