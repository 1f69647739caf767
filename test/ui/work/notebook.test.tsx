import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { allRecords } from '@core/model/document'
import type { NotebookEntry } from '@core/protocol/views'
import { aDocument } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import '../outcomes/sample-page'

afterEach(cleanup)

const entry: NotebookEntry = { id: 'n1', text: 'We laughed today', on: '2026-05-01', shared: false, readOnly: false }

const open = async (entries: readonly NotebookEntry[]) => {
  const page = await openPage({
    records: [...allRecords(aDocument())],
    place: { kind: 'notebook' },
    answers: { 'notebook.open': () => ({ value: { entries } }), 'notebook.write': () => ({ value: { id: 'n2' } }) },
  })
  await screen.findByRole('heading', { level: 1 })
  return page
}

it('opens with the code of its owner and leaves nothing behind when closed', async () => {
  await open([entry])
  await userEvent.type(await screen.findByLabelText('Your code'), 'MAPLE-47')
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(await screen.findByText('We laughed today')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Close the notebook' }))
  await waitFor(() => expect(screen.queryByText('We laughed today')).toBeNull())
  expect(document.body.textContent).not.toContain('MAPLE-47')
  expect(screen.getByLabelText('Your code')).toHaveProperty('value', '')
})

it('makes a code that nobody could guess, and shows it once', async () => {
  const page = await open([])
  await userEvent.click(await screen.findByRole('button', { name: 'I have none yet' }))
  const code = (await screen.findByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)).textContent
  await userEvent.click(screen.getByRole('button', { name: 'I have written it down' }))
  await waitFor(() => expect(page.asked.find(({ name }) => name === 'notebook.open')?.args).toEqual({ code }))
  expect(document.body.textContent).not.toContain(code)
})

it('keeps an entry under the code', async () => {
  const page = await open([])
  await userEvent.type(await screen.findByLabelText('Your code'), 'MAPLE-47')
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  await userEvent.type(await screen.findByLabelText('In your words'), 'A good day')
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }))
  await waitFor(() =>
    expect(page.asked.find(({ name }) => name === 'notebook.write')?.args).toMatchObject({
      code: 'MAPLE-47',
      text: 'A good day',
    }),
  )
})

it('stays closed when an answer was still on its way', async () => {
  let closeIn: (() => void) | null = null
  await openPage({
    records: [...allRecords(aDocument())],
    place: { kind: 'notebook' },
    answers: {
      'notebook.open': () => ({ value: { entries: [entry] } }),
      'notebook.share': () => {
        closeIn?.()
        return { value: {} }
      },
    },
  })
  await userEvent.type(await screen.findByLabelText('Your code'), 'MAPLE-47')
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  await screen.findByText('We laughed today')
  const close = screen.getByRole('button', { name: 'Close the notebook' })
  closeIn = () => close.click()
  await userEvent.click(screen.getByRole('button', { name: /share/i }))
  expect(await screen.findByLabelText('Your code')).toHaveProperty('value', '')
  await userEvent.click(screen.getByRole('button', { name: 'I have none yet' }))
  expect(screen.queryByText('We laughed today')).toBeNull()
})
