import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Given } from '../helpers/e2e/drivers/bring-in'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { ROOT } from '../helpers/e2e/host-process'
import { inspect } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const SMALL = join(ROOT, 'test', 'fixtures', 'documents', '1-small.polyphony.json')
const CSV = [
  'Wer?;Was wurde gesagt;Thema;Notiz',
  'Families;Nobody called us back for six weeks.;Legislation;a',
  'Grandparents;We were never on the list.;Legislation;b',
  'Managers;The budget ends in June.;Somewhere else;c',
  ';;Legislation;d',
].join('\n')

const file = (name: string, mimeType: string, buffer: Buffer): Given => ({ name, mimeType, buffer })

describe('what comes in from elsewhere', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>

  const sessionFiles = async (): Promise<string[]> => {
    const { dataDir } = stage.host()
    const names = await readdir(dataDir, { recursive: true })
    return names.filter((name) => name.endsWith('.polyphony.json')).map((name) => join(dataDir, name))
  }
  const given = async (path: string): Promise<Given> => file(basename(path), 'application/json', await readFile(path))

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
    await facilitator.shell.openBoard('Challenge map')
  })

  test('a CSV with columns of its own becomes cards, and goes again as one', async () => {
    const { bringIn, board, page, shell } = facilitator
    await bringIn.openTable()
    await inspect(page, 'table, choosing')
    await bringIn.chooseTable(file('list.csv', 'text/csv', Buffer.from(CSV)))
    await bringIn.hasHeadings()
    await bringIn.say('Was wurde gesagt', 'The words of the card')
    await bringIn.say('Wer?', 'Voice')
    await bringIn.say('Thema', 'Theme')
    await bringIn.say('Notiz', 'Leave out')
    await bringIn.table.getByText('1 row has no words for a card and is left out').waitFor()
    await bringIn.settle(/Grandparents/, 'Families')
    await inspect(page, 'table, columns')
    await bringIn.take(3)
    await board.card('We were never on the list.').waitFor()
    await board.inZone('Legislation, .*', 'Nobody called us back for six weeks.')
    await shell.isSaved()
    await shell.undo()
    await board.card('We were never on the list.').waitFor({ state: 'detached' })
    await board.card('The budget ends in June.').waitFor({ state: 'detached' })
  })

  test('a sheet of Excel too, and a file that is none is told', async () => {
    const { bringIn, board } = facilitator
    await bringIn.openTable()
    await bringIn.chooseTable(file('old.xls', 'application/vnd.ms-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1])))
    await bringIn.table.getByRole('alert').waitFor()
    await bringIn.table.getByRole('button', { name: 'Another table' }).click()
    const rows = [
      ['Text', 'Voice'],
      ['From a sheet of Excel.', 'Families'],
      ['And another one.', ''],
    ]
    const sheet = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer()
    await bringIn.chooseTable(file('list.xlsx', 'application/zip', sheet))
    expect(await bringIn.holds('Text')).toBe('The words of the card')
    await bringIn.take(2)
    await board.card('From a sheet of Excel.').waitFor()
  })

  test('a session file that is dropped over a session is asked about, and its copy merged', async () => {
    const { bringIn, board, page, shell } = facilitator
    await shell.isSaved()
    const [path = ''] = (await sessionFiles()).filter((name) => name.includes('First meeting'))
    const before = await readFile(path)
    await bringIn.drop(await given(path))
    await bringIn.dropped.waitFor()
    await inspect(page, 'dropped')
    await bringIn.dropped.getByRole('button', { name: 'Merge it with this session' }).click()
    await bringIn.merge.getByText('would be merged into this session. Nothing has changed yet.').waitFor()
    await inspect(page, 'merge, planned')
    await bringIn.merge.getByRole('button', { name: 'Merge', exact: true }).click()
    await bringIn.merge.getByText('was merged into this session.').waitFor()
    await inspect(page, 'merge, done', ['light'])
    await bringIn.merge.getByRole('button', { name: 'Undo' }).click()
    await bringIn.merge.waitFor({ state: 'detached' })
    await board.card('From a sheet of Excel.').waitFor()
    expect(await readFile(path)).toEqual(before)
  })

  test('a session file that is dropped on the first page opens', async () => {
    const { bringIn, home, page, shell } = facilitator
    await shell.leaveToHome()
    await home.isShown()
    const count = (await sessionFiles()).length
    await bringIn.drop(file('notes.docx', 'application/msword', Buffer.from('no session')))
    await bringIn.foreign.waitFor()
    await inspect(page, 'dropped, no session file', ['light'])
    await bringIn.foreign.getByRole('button', { name: 'Close' }).last().click()
    await bringIn.drop(await given(SMALL))
    await bringIn.dropped.getByRole('button', { name: 'Open it' }).click()
    await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    expect((await sessionFiles()).length).toBe(count + 1)
  })
})
