import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { MemoryHost } from '../../../scripts/bench/board/memory-host'
import { runAction } from '../../../renderer/facilitator/app/actions'
import { labelText } from '../../../renderer/shared/i18n/label'
import { openBoard } from '../board/open-board'

afterEach(cleanup)

const open = async (cards = 0): Promise<{ readonly host: MemoryHost; readonly dialog: HTMLElement }> => {
  const host = await openBoard({ cards })
  await waitFor(() => expect(runAction('board.import')).toBe(true))
  return { host, dialog: await screen.findByRole('dialog', { name: 'Bring in a table' }) }
}

const give = (dialog: HTMLElement, file: File): void => {
  const field = dialog.querySelector('input[type="file"]')
  if (!field) throw new Error('no field for a file')
  fireEvent.change(field, { target: { files: [file] } })
}

const csv = (text: string, name = 'survey.csv'): File => new File([text], name, { type: 'text/csv' })
const says = (dialog: HTMLElement): string => within(dialog).getAllByRole('status').at(-1)?.textContent ?? ''
const plain = (label: { readonly key: string } | { readonly text: string }): string => labelText((key) => key, label)

describe('a table that comes in', () => {
  test('is shown with what its columns hold, corrected, and added as one change that can be undone', async () => {
    const { host, dialog } = await open()
    const user = userEvent.setup()
    const board = host.tables.board.get('board-1')
    const entry = plain(board?.axes[0]?.entries[1]?.label ?? { text: '' })
    give(
      dialog,
      csv(`Statement;Where;Voice\nNobody asks us.;${entry};Strangers\nIt takes too long.;Nowhere;Strangers\n`),
    )
    const columns = await within(dialog).findAllByRole('combobox', { name: /^What the column/ })
    expect(columns.map((one) => (one as HTMLSelectElement).value)).toEqual(['text', 'ignore', 'voice'])
    await user.selectOptions(columns[1] ?? dialog, 'first')
    expect(says(dialog)).toBe('2 cards come in.')
    // What is not known is named once, with the number of rows, and can be settled.
    const stranger = within(dialog).getByRole('combobox', { name: 'Voice “Strangers”, in 2 rows' })
    const voice = [...host.tables.voice.values()][0]
    await user.selectOptions(stranger, voice?.id ?? '')
    expect(within(dialog).getByRole('combobox', { name: '“Nowhere”, in 1 row' })).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Bring in 2 cards' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const cards = [...host.tables.card.values()]
    expect(cards.map(({ text, voiceId, source }) => [text, voiceId, source])).toEqual([
      ['Nobody asks us.', voice?.id, 'import'],
      ['It takes too long.', voice?.id, 'import'],
    ])
    expect(cards.map(({ zone }) => zone[0])).toEqual([board?.axes[0]?.entries[1]?.id, board?.axes[0]?.entries[0]?.id])
  })

  test('brings new voices and columns for the names that are not known, taken back with the cards', async () => {
    const { host, dialog } = await open()
    const user = userEvent.setup()
    const before = { voices: host.tables.voice.size, board: structuredClone(host.tables.board.get('board-1')) }
    const theme = plain(before.board?.axes[0]?.label ?? { text: '' })
    give(dialog, csv(`text;voice;${theme}\nOne.;👵 סבתות;Housing\nTwo.;Riders;housing\nThree.;Riders;\n`))
    await user.click(await within(dialog).findByRole('checkbox', { name: /^Make new voices/ }))
    expect(says(dialog)).toMatch(/^3 cards come in. 2 new voices come with them. 1 new column/)
    await user.selectOptions(within(dialog).getByRole('combobox', { name: /^Voice “👵/ }), 'No voice')
    expect(says(dialog)).toContain('1 new voice comes with them.')
    await user.click(within(dialog).getByRole('button', { name: 'Bring in 3 cards' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const cards = [...host.tables.card.values()]
    const entry = host.tables.board.get('board-1')?.axes[0]?.entries.at(-1)
    expect(plain(entry?.label ?? { text: '' })).toBe('Housing')
    expect(cards.map(({ zone }) => zone[0] === entry?.id)).toEqual([true, true, false])
    expect(host.tables.voice.get(cards[1]?.voiceId ?? '')?.label).toEqual({ text: 'Riders' })
    expect(cards[0]?.voiceId).toBeUndefined()
    expect(host.tables.voice.size).toBe(before.voices + 1)
  })

  test('names by row what is left out, and says why', async () => {
    const { dialog } = await open()
    give(dialog, csv(`text,place\nOne,Oslo\n${'x'.repeat(10_000)},Oslo\n,Oslo\none ,Oslo\n`))
    expect(await within(dialog).findByText(/1 row is longer than a card can be/)).toBeTruthy()
    expect(within(dialog).getByText(/1 row has no words for a card/)).toBeTruthy()
    expect(within(dialog).getByText('1 row says what an earlier row or a card on the board says')).toBeTruthy()
    expect(within(dialog).getByText('Row 4: Oslo')).toBeTruthy()
    expect(says(dialog)).toBe('1 card comes in. 3 rows are left out.')
  })

  test('is read again in another encoding or with another separator when it looks wrong', async () => {
    const { dialog } = await open()
    const user = userEvent.setup()
    const bytes = Uint8Array.from([0x74, 0x65, 0x78, 0x74, 0x0a, 0xe9, 0x6c, 0xe6, 0xe8]) // in windows-1250: élćč
    give(dialog, new File([bytes], 'old.csv', { type: 'text/csv' }))
    const encoding = await within(dialog).findByRole('combobox', { name: 'Letters are read as' })
    await user.selectOptions(encoding, 'windows-1252')
    await waitFor(() => expect(dialog.querySelector('tbody td')?.textContent).toBe('élæè'))
    await user.selectOptions(encoding, 'windows-1250')
    await waitFor(() => expect(dialog.querySelector('tbody td')?.textContent).toBe('élćč'))
  })

  test('of an Excel file can come from another sheet; held back it waits', async () => {
    const { host, dialog } = await open()
    const user = userEvent.setup()
    const bytes = await writeXlsxFile([
      { data: [[{ value: '' }]], sheet: 'Cover' },
      { data: [[{ value: 'text' }], [{ value: '=SUM(A1)', type: String }]], sheet: 'Cards' },
    ]).toBuffer()
    give(dialog, new File([new Uint8Array(bytes)], 'cards.xlsx'))
    expect(await within(dialog).findByText('This sheet is empty. Choose another one.')).toBeTruthy()
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Sheet, of 2' }), 'Cards')
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Hold them back until I show them' }))
    await user.click(await within(dialog).findByRole('button', { name: 'Bring in 1 card' }))
    await waitFor(() => expect(host.tables.card.size).toBe(1))
    expect([...host.tables.card.values()][0]).toMatchObject({ text: '=SUM(A1)', held: true })
  })

  test('that is none is refused in words, and another can be taken', async () => {
    const { dialog } = await open()
    give(dialog, new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])], 'letter.odt'))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('no table that can be read')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Another table' }))
    give(dialog, csv(''))
    expect((await within(dialog).findByRole('alert')).textContent).toBe('There is nothing in this table.')
  })
})
