import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'papaparse'
import { afterAll, describe, expect, test } from 'vitest'
import { csvField } from '../../../electron/export/csv'
import { FORMULAS } from '../../helpers/nasty-words'
import { hasPdfTools, said, soffice } from '../../helpers/office'
import { drawn, reportPort, sampleKinds } from '../../helpers/report-kinds'
import { xlsxTables } from '../../helpers/tables-in-files'
import { unzipped } from '../../helpers/unzipped'

const folder = mkdtempSync(join(tmpdir(), 'polyphony-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Every sheet as a file of its own, UTF-8, values as they are stored and not as they are shown. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

const convert = (to: string, ...files: string[]): void => {
  const profile = pathToFileURL(join(folder, 'profile')).href
  execFileSync(
    soffice ?? '',
    ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', to, '--outdir', folder, ...files],
    { stdio: 'ignore', timeout: 100_000 },
  )
}

const write = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

describe.skipIf(soffice === null)('LibreOffice opens without repair (skipped where it is not installed)', () => {
  test('the Word file of every kind, with its words and its pages', async () => {
    const port = await reportPort()
    const files: { path: string; words: string[] }[] = []
    for (const subject of sampleKinds().filter(({ formats }) => formats.includes('docx'))) {
      for (const { bytes } of await drawn(port, subject, 'docx')) {
        const xml = unzipped(bytes).get('word/document.xml') ?? ''
        const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([\p{L} ]{12,40})<\/w:t>/gu)].map(([, text = '']) =>
          text.trim(),
        )
        files.push({ path: write(`${subject.name}.docx`, bytes), words })
      }
    }
    expect(files.length).toBeGreaterThan(6)
    convert('pdf', ...files.map(({ path }) => path))
    for (const { path, words } of files) {
      const pdf = path.replace(/docx$/, 'pdf')
      expect(readFileSync(pdf).length).toBeGreaterThan(5_000)
      if (!hasPdfTools) continue
      const text = said('pdftotext', pdf, '-').replaceAll(/\s+/g, ' ')
      expect(Number(/Pages:\s+(\d+)/.exec(said('pdfinfo', pdf))?.[1])).toBeGreaterThan(0)
      const shown = words.filter((one) => text.includes(one))
      // Words that break at the end of a line are found in two pieces.
      expect(shown.length / words.length, path).toBeGreaterThan(0.7)
    }
  })

  test('the Excel file, with the same numbers in every sheet', async () => {
    const port = await reportPort()
    const session = sampleKinds().find(({ name }) => name === 'session')
    const [file] = session ? await drawn(port, session, 'xlsx') : []
    if (!file) throw new Error('no file')
    convert(AS_CSV, write('numbers.xlsx', file.bytes))
    const sheets = xlsxTables(file.bytes)
    const read = readdirSync(folder).filter((name) => /^numbers-.*\.csv$/.test(name))
    expect(read).toHaveLength(sheets.length)
    const numbersIn = (rows: readonly (readonly string[])[]): string =>
      rows
        .flat()
        .filter((cell) => /^-?\d+(\.\d+)?$/.test(cell))
        .map((cell) => String(Number(cell)))
        .join()
    const fromOffice = read
      .map((name) => numbersIn(parse<string[]>(readFileSync(join(folder, name), 'utf8')).data))
      .toSorted()
    // Days are numbers in the file and days in LibreOffice.
    const ours = sheets
      .map((rows) => numbersIn(rows.map((row) => row.map((cell) => (/^4\d{4}$/.test(cell) ? '' : cell)))))
      .toSorted()
    expect(fromOffice).toEqual(ours)
  })

  test('500 formulas in a CSV file: none is one, and numbers stay numbers', () => {
    expect(FORMULAS).toHaveLength(500)
    const rows = FORMULAS.map((text, at) => [text, String(at - 250), String(at / 8)].map(csvField).join(','))
    convert('xlsx:Calc MS Excel 2007 XML', write('formulas.csv', `\uFEFFwords,whole,part\r\n${rows.join('\r\n')}\r\n`))
    const bytes = readFileSync(join(folder, 'formulas.xlsx'))
    const sheet = unzipped(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet.match(/<f[ >]/g)).toBeNull()
    const [, ...cells] = xlsxTables(bytes)[0] ?? []
    expect(cells).toHaveLength(500)
    for (const [at, [, whole, part]] of cells.entries())
      expect([Number(whole), Number(part)]).toEqual([at - 250, at / 8])
    expect(sheet.match(/<c r="[BC]\d+"[^>]*t="s"/g)).toHaveLength(2)
  })
})
