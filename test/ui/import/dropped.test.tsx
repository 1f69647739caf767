import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MergePlan } from '@core/protocol/report-views'
import { allRecords } from '@core/model/document'
import { aDocument } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'

const PLAN: MergePlan = {
  title: 'Group B',
  day: '2026-03-02',
  cards: 12,
  boards: { matched: 1, added: 1 },
  voices: { matched: 2, added: 0 },
  people: { matched: 0, added: 0 },
  votes: 1,
  decisions: 2,
  tasks: 0,
  other: 3,
  same: 5,
  entries: 0,
  renamed: 1,
  doubled: [{ type: 'task', words: { text: 'Ring the school' } }],
  held: 0,
  sameSession: true,
  follows: false,
  matches: [{ type: 'voice', there: { text: 'Parents' }, here: { text: 'Families' } }],
  fresh: [{ type: 'board', label: { text: 'Ideas' } }],
  left: [{ what: 'notebook', count: 2 }],
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ok: true, fileId: 'copy-1' }))))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const drop = (name: string, type = 'application/json'): void => {
  const files = [new File(['{}'], name, { type })]
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } })
}

const session = () => [...allRecords(aDocument())]
const deedsOf = (page: { readonly asked: readonly { readonly name: string }[] }): string[] =>
  page.asked.map(({ name }) => name).filter((name) => name !== 'home.view' && name !== 'trash.list')

describe('a file dropped on the window', () => {
  test('opens on the home page', async () => {
    const page = await openPage({
      answers: { 'session.open': () => ({ value: { fileId: 'copy-1', sessionId: 's' } }) },
    })
    await screen.findByText('No session yet')
    drop('Group B.polyphony.json')
    await waitFor(() => expect(deedsOf(page)).toContain('session.open'))
  })

  test.each([
    ['table.csv', 'text/csv', /A table or a list goes onto a board/],
    ['photo.png', 'image/png', /A picture goes onto a card/],
    ['letter.pdf', 'application/pdf', /Drop a session file to open it/],
  ])('says what to do with %s', async (name, type, words) => {
    const page = await openPage()
    await screen.findByText('No session yet')
    drop(name, type)
    const dialog = await screen.findByRole('dialog', { name: 'This is no session file' })
    expect(within(dialog).getByText(words)).toBeTruthy()
    expect(deedsOf(page)).toEqual([])
  })

  test('over an open session is asked about; merged, it says before and after what came in', async () => {
    const page = await openPage({
      records: session(),
      answers: {
        'session.merge-plan': () => ({ value: PLAN }),
        'session.merge': () => ({ value: PLAN }),
        'session.trash': () => ({ value: null }),
      },
    })
    const user = userEvent.setup()
    await screen.findAllByRole('button')
    drop('Group B.polyphony.json')
    const asked = await screen.findByRole('dialog', { name: 'What is this file for?' })
    expect(deedsOf(page)).toEqual([])
    await user.click(within(asked).getByRole('button', { name: 'Merge it with this session' }))
    const dialog = await screen.findByRole('dialog', { name: 'Merge the file of a parallel group' })
    expect(await within(dialog).findByText(/would be merged into this session/)).toBeTruthy()
    for (const words of [
      '12 cards',
      '2 decisions, with new numbers',
      'Ring the school',
      'the board “Ideas”, which is not here',
      '“Parents” there is “Families” here',
      '2 notebook entries stay in the other file: they belong to their families',
    ])
      expect(within(dialog).getByText(words)).toBeTruthy()
    expect(within(dialog).getByText(/copies that went on apart/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
    expect(await within(dialog).findByText('“Group B” was merged into this session.')).toBeTruthy()
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1) ?? dialog)
    // The copy that was read must not lie among the sessions as a second meeting.
    await waitFor(() => expect(page.asked.at(-1)).toEqual({ name: 'session.trash', args: { fileId: 'copy-1' } }))
  })

  test('that cannot be merged says why, and that nothing was changed', async () => {
    await openPage({
      records: session(),
      answers: { 'session.merge-plan': () => ({ code: 'other-vote-open', params: { count: 1 } }) },
    })
    await screen.findAllByRole('button')
    drop('Group B.polyphony.json')
    await userEvent.click(await screen.findByRole('button', { name: 'Merge it with this session' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /still open.*Nothing was changed.*Close the vote there/,
    )
  })

  test('of a session that was cut off says what is missing, and keeps no copy that does not open', async () => {
    const page = await openPage({
      answers: { 'session.open': () => ({ code: 'journal-missing' }), 'session.trash': () => ({ value: null }) },
    })
    await screen.findByText('No session yet')
    drop('2026-03-02 Cut off.polyphony.json')
    const dialog = await screen.findByRole('dialog', { name: 'This file did not open' })
    expect(within(dialog).getByText(/hidden folder “\.2026-03-02 Cut off\.polyphony”/)).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Open what is safe' })).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(page.asked.at(-1)).toEqual({ name: 'session.trash', args: { fileId: 'copy-1' } }))
  })
  const answering = (answers: { readonly [name: string]: object }): void => {
    vi.stubGlobal('fetch', (_to: string, { body }: { readonly body: File }) =>
      Promise.resolve(new Response(JSON.stringify(answers[body.name]))),
    )
  }

  test('with others is told before and after what becomes of each', async () => {
    answering({
      'a.polyphony.json': { ok: true, fileId: 'new-a' },
      'b.polyphony.json': { ok: true, fileId: 'old-b', known: 'same' },
      'c.polyphony.json': { ok: true, fileId: 'new-c', known: 'other', other: 'old-c', cutOff: true },
      'd.polyphony.json': { ok: false, failure: { code: 'newer-format' } },
    })
    const page = await openPage({ answers: { 'session.open': () => ({ value: { fileId: 'old-b', sessionId: 's' } }) } })
    await screen.findByText('No session yet')
    const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.polyphony.json`)
    const files = [...names, 'list.csv'].map((name) => new File(['{}'], name))
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } })
    const dialog = await screen.findByRole('dialog', { name: '5 files' })
    expect(within(dialog).getByText(/^Copies of 4 session files would be put/)).toBeTruthy()
    expect(deedsOf(page)).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Put 4 among my sessions' }))
    await within(dialog).findByText('This is what became of 4 session files.')
    const fates = within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '')
    for (const [at, words] of [
      /now\.Open it$/,
      /already, just like this/,
      /other content\. It was cut off/,
      /newer version/,
      /no session file/,
    ].entries())
      expect(fates[at]).toMatch(words)
    await userEvent.click(within(dialog).getAllByRole('button', { name: 'Open it' })[1] ?? dialog)
    await waitFor(() => expect(page.asked.at(-1)).toEqual({ name: 'session.open', args: { fileId: 'old-b' } }))
  })

  test('that is another state of a known session is asked about, and its copy goes when the other is meant', async () => {
    answering({ 'a.polyphony.json': { ok: true, fileId: 'new-a', known: 'other', other: 'old-a' } })
    const page = await openPage({
      answers: {
        'session.open': () => ({ value: { fileId: 'old-a', sessionId: 's' } }),
        'session.trash': () => ({ value: null }),
      },
    })
    await screen.findByText('No session yet')
    drop('a.polyphony.json')
    await userEvent.click(await screen.findByRole('button', { name: 'Open the one that is here' }))
    await waitFor(() => expect(deedsOf(page)).toEqual(['session.trash', 'session.open']))
    const deeds = page.asked.filter(({ name }) => name.startsWith('session.'))
    expect(deeds.map(({ args }) => args)).toEqual([{ fileId: 'new-a' }, { fileId: 'old-a' }])
  })
})
