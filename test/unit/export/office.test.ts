import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { Profile, ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { exportDocx } from '../../../electron/export/docx'
import type { ExportContext } from '../../../electron/export/export-file'
import { officeText } from '../../../electron/export/office-text'
import { createPictureMaker } from '../../../electron/export/picture'
import { exportXlsx } from '../../../electron/export/xlsx'
import { aCard } from '../../helpers/builders'
import { drawn, reportPort, sampleKinds } from '../../helpers/report-kinds'
import { closedSession, englishReader, figuresOf, viewOf } from '../../helpers/report'
import { unzipped } from '../../helpers/unzipped'

const FONTS = resolve(import.meta.dirname, '../../../resources/fonts')
const pictures = createPictureMaker(FONTS)
const faces = {
  regular: readFileSync(resolve(FONTS, 'atkinson-hyperlegible-next-400.ttf')),
  bold: readFileSync(resolve(FONTS, 'atkinson-hyperlegible-next-700.ttf')),
}
const context = (): ExportContext => ({ reader: englishReader(), madeAt: '2026-11-22T10:00:00.000Z', fonts: null })

const modelOf = (records: readonly AnyRecord[] = closedSession(), profile: Profile = 'internal'): ReportModel => {
  const view = viewOf(records)
  return redact(buildSessionReport(view), profile, knownNames(view))
}

const partsOf = async (work: Promise<readonly { readonly bytes: Uint8Array }[]>): Promise<Map<string, string>> =>
  unzipped((await work)[0]?.bytes ?? new Uint8Array())

const xlsx = (model: ReportModel) => partsOf(exportXlsx(model, context()))
const docx = (model: ReportModel) => partsOf(exportDocx(model, context(), pictures, faces))

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u
const NASTY = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '<b>&amp;</b>', ']]>', '{=1}', '\t=1', '\uFF1D1']

describe('text for Office', () => {
  test('keeps what XML allows and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = officeText(text)
        expect(clean).not.toMatch(FORBIDDEN)
        expect(clean).not.toMatch(HALF)
      }),
    )
    expect(officeText('Å šola 👩‍👧 \n\t')).toBe('Å šola 👩‍👧 \n\t')
  })
})

describe('xlsx', () => {
  test('has every figure of the tables as a number', async () => {
    const model = modelOf()
    const files = await xlsx(model)
    const sheets = [...files]
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .map(([, xml]) => xml)
      .join('')
    const numbers = new Set(
      [...sheets.matchAll(/<c [^>]*?(?:t="n")?[^>]*?><v>(-?[\d.]+)<\/v>/g)].map(([, value]) => Number(value)),
    )
    const inTables = model.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.b === 'table' ? block.rows.flat() : []))
    const figures = inTables.flatMap((cell) => (cell.t === 'figure' && cell.value !== null ? [cell.value] : []))
    expect(figures.length).toBeGreaterThan(20)
    for (const value of figures) expect(numbers).toContain(Math.round(value * 1000) / 1000)
  })

  test('writes nothing that could be run, whatever people wrote', async () => {
    const records = closedSession().map((record, index): AnyRecord => {
      const text = NASTY[index % NASTY.length] ?? ''
      if (record.type === 'card') return { ...record, text, quote: 'role' }
      if (record.type === 'task') return { ...record, text }
      if (record.type === 'session') return { ...record, title: `[x]:*?/\\'${text}` }
      return record
    })
    const files = await xlsx(modelOf(records))
    const all = [...files.values()].join('\n')
    expect(all).not.toMatch(/<f[ >]/)
    expect(all).not.toMatch(/TargetMode="External"/)
    for (const [, name] of (files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)) {
      expect(name?.length).toBeLessThanOrEqual(60)
      expect(name).not.toMatch(/[\\/?*[\]:]/)
    }
  })

  test('comes out of a printer as pages: the width of the paper, head rows on each, numbered', async () => {
    const files = await xlsx(modelOf())
    const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    for (const [name, xml] of sheets) {
      expect(xml, name).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
      expect(xml, name).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"\/>/)
      expect(xml, name).toMatch(/<oddHeader>&amp;L[^<]+<\/oddHeader><oddFooter>[^<]*&amp;P \/ &amp;N/)
    }
    const repeated = files.get('xl/workbook.xml')?.match(/name="_xlnm.Print_Titles"/g) ?? []
    expect(repeated).toHaveLength(sheets.length - 1)
    expect([...files.values()].join('')).not.toMatch(/report:/)
  })

  test('cuts what one cell cannot hold, and says so', async () => {
    const long = 'wörd '.repeat(8_000)
    const files = await xlsx(modelOf([...closedSession(), aCard({ text: long, quote: 'role', boardId: 'board-1' })]))
    const strings = files.get('xl/sharedStrings.xml') ?? ''
    for (const [, text = ''] of strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g))
      expect(text.length).toBeLessThanOrEqual(40_000)
  })
})

describe('docx', () => {
  test('has real headings, header rows, a language, a title and alternative text', async () => {
    const files = await docx(modelOf())
    const document = files.get('word/document.xml') ?? ''
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/)
    expect(document).toMatch(/<w:tblHeader\/>/)
    const marks = [...document.matchAll(/<w:bookmarkStart w:name="(part_\d+)"/g)].map(([, name]) => name)
    const contents = [...document.matchAll(/w:anchor="(part_\d+)".*?PAGEREF (part_\d+)/g)]
    expect(marks.length).toBeGreaterThan(5)
    expect(contents.map(([, link]) => link)).toEqual(marks)
    expect(contents.map(([, , number]) => number)).toEqual(marks)
    for (const [drawing] of document.matchAll(/<wp:docPr [^>]*>/g)) expect(drawing).toMatch(/descr="[^"]+"/)
    expect(files.get('word/styles.xml')).toMatch(/<w:lang w:val="en-GB"/)
    expect(files.get('docProps/core.xml')).toMatch(/<dc:title>[^<]+<\/dc:title>/)
  })

  test('names objections, and rules every line to write on', async () => {
    const document = (await docx(modelOf())).get('word/document.xml') ?? ''
    expect(document).toMatch(/>Objections<\/w:t>.*?"QuoteWords"/)
    const guide = sampleKinds().find(({ name }) => name === 'guide')
    const [file] = guide ? await drawn(await reportPort(), guide, 'docx') : []
    const sheets = unzipped(file?.bytes ?? new Uint8Array()).get('word/document.xml') ?? ''
    const spaces = sheets.match(/Space for your answer/g)?.length ?? 0
    expect(spaces).toBeGreaterThan(1)
    // Word joins lines with the same edge into one box, unless there is an edge between them.
    expect(sheets.match(/<w:between /g)?.length).toBe(spaces * 4)
  })

  test('shows every figure of its tables', async () => {
    const model = modelOf()
    const text = (await docx(model)).get('word/document.xml') ?? ''
    const { reader } = context()
    const cells = model.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.b === 'table' ? block.rows.flat() : []))
    for (const cell of cells) if (cell.t === 'figure') expect(text).toContain(`>${reader.figure(cell)}<`)
    expect(figuresOf(model).size).toBeGreaterThan(20)
  })

  test('reaches for nothing outside and stays well-formed with any signs', async () => {
    const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
    const records = closedSession().map((record): AnyRecord =>
      record.type === 'card' ? { ...record, text: `x${all}\uD800<y>&`, quote: 'role' } : record,
    )
    const files = await docx(modelOf(records, 'public'))
    for (const xml of files.values()) expect(xml).not.toMatch(/TargetMode="External"/)
    const document = files.get('word/document.xml') ?? ''
    expect(document).not.toMatch(FORBIDDEN)
    expect(document).not.toMatch(HALF)
    expect(document).toContain('&lt;y&gt;&amp;')
  })
})

describe('pictures', () => {
  test('are drawn once and have the size of the drawing', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="5" y="20">Šola</text></svg>'
    const first = await pictures(svg)
    expect([...first.png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
    expect(first).toMatchObject({ width: 120, height: 40 })
    expect(await pictures(svg)).toBe(first)
    await expect(pictures('<nothing')).rejects.toThrow()
  })
})
