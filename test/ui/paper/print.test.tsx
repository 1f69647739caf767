import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Vote } from '@core/model/vote'
import { openPage } from '../facilitator-shell/open-page'
import { paperRecords, VOTE } from './paper-host'

afterEach(cleanup)

const DRAFT: Partial<Vote> = { rounds: [{ id: 'round-paper', number: 1, state: 'draft' }] }
const FAILED = { code: 'slips-full', params: { limit: 500 } } as const

const openDialog = async (vote: Partial<Vote> = DRAFT, refuse = false) => {
  const page = await openPage({
    records: paperRecords(vote),
    place: { kind: 'vote', id: VOTE },
    answers: {
      'export.preview': () => ({ value: { url: 'about:blank' } }),
      'export.run': () => ({ value: { jobId: 'job-1' } }),
      'slips.add': (args) =>
        refuse ? FAILED : { value: { first: 301, count: (args as { readonly count: number }).count } }, // the page's own request
    },
  })
  const [button] = await screen.findAllByRole('button', { name: 'Print slips' }, { timeout: 20_000 })
  if (!button) throw new Error('no button')
  await userEvent.click(button)
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByRole('spinbutton', { name: /English/ })
  const asked = (name: string) => page.asked.filter((one) => one.name === name).map((one) => one.args)
  return { page, dialog, asked }
}

describe('printing slips', () => {
  it('wants a slip for each person and a tenth more, and reserves nothing for looking', async () => {
    const { page, dialog, asked } = await openDialog()
    const present = [...page.tables.voice.values()].reduce((sum, voice) => sum + voice.present, 0)
    const wanted = Math.ceil(present * 1.1)
    expect(dialog.getByRole<HTMLInputElement>('spinbutton', { name: /English/ }).value).toBe(String(wanted))
    await waitFor(() => expect(asked('export.preview').length).toBeGreaterThan(0))
    expect(asked('export.preview').at(-1)).toMatchObject({
      what: { kind: 'ballots', first: 206, count: 8, perPage: 4 },
    })
    expect(asked('slips.add')).toEqual([])
  })

  it('reserves the numbers once, with a count for each language, and saves them', async () => {
    const { dialog, asked } = await openDialog()
    await userEvent.clear(dialog.getByRole('spinbutton', { name: /English/ }))
    await userEvent.type(dialog.getByRole('spinbutton', { name: /English/ }), '6')
    await userEvent.type(dialog.getByRole('spinbutton', { name: /Sloven.*not yet reviewed/ }), '4')
    await userEvent.click(dialog.getByRole('button', { name: 'Save as a file' }))
    await dialog.findByText('Numbers 301 to 310 are kept for these 10 slips.')
    expect(asked('slips.add')).toEqual([{ voteId: VOTE, count: 10 }])
    const what = { kind: 'ballots', first: 301, count: 10, langs: ['en', 'sl'], counts: [6, 4] }
    expect(asked('export.run')).toMatchObject([{ formats: ['html'], what }])
    await waitFor(() => {
      expect(dialog.getByRole('button', { name: 'Save as a file' }).getAttribute('aria-disabled')).toBeNull()
    })
    await userEvent.click(dialog.getByRole('button', { name: 'Save as a file' }))
    await waitFor(() => expect(asked('export.run')).toHaveLength(2))
    expect(asked('slips.add')).toHaveLength(1)
  })

  it('says why it was refused, and keeps what was chosen', async () => {
    const { dialog } = await openDialog(DRAFT, true)
    await userEvent.click(dialog.getByRole('button', { name: 'Save as a file' }))
    expect((await dialog.findByRole('alert')).textContent).not.toBe('')
    expect(dialog.getByRole('spinbutton', { name: /English/ })).toBeTruthy()
  })

  it('prints an earlier series again without new numbers, and crosses out what is void', async () => {
    const slips = [
      { first: 91, count: 5, void: true },
      { first: 101, count: 30 },
    ]
    const { dialog, asked } = await openDialog({ rounds: [{ id: 'round-paper', number: 1, state: 'draft', slips }] })
    expect(dialog.getByText('Slips 91 to 95').tagName).toBe('S')
    await userEvent.click(dialog.getByRole('button', { name: /^Print again/ }))
    const last = await dialog.findByLabelText('To number')
    await userEvent.clear(last)
    await userEvent.type(last, '103')
    await userEvent.tab()
    await waitFor(() =>
      expect(asked('export.preview').at(-1)).toMatchObject({ what: { first: 101, count: 3, langs: ['en'] } }),
    )
    expect(asked('slips.add')).toEqual([])
  })
})
