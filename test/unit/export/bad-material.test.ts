import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { aCard } from '../../helpers/builders'
import { hasPdfTools } from '../../helpers/office'
import { PNG, pngWithChunk } from '../../helpers/pictures'
import type { Subject } from '../../helpers/report-kinds'
import { browser, drawn, everyKind, familyLab, readText, reportPort } from '../../helpers/report-kinds'
import { xlsxTables } from '../../helpers/tables-in-files'
import { unzippedBytes } from '../../helpers/unzipped'

const port = await reportPort()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const dataUrl = (bytes: Uint8Array, mime = 'image/png'): string => `data:${mime};base64,${base64(bytes)}`

const [sample = []] = familyLab()
const board = sample.find((record) => record.type === 'board')
if (board?.type !== 'board') throw new Error('the sample has a board')

describe('a picture that cannot be decoded', () => {
  const broken = [
    dataUrl(new TextEncoder().encode('MZ this is a program')),
    dataUrl(PNG.subarray(0, PNG.length - 20)),
    dataUrl(PNG.subarray(0, 20), 'image/jpeg'),
    'data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=',
    'nothing at all',
  ]
  const logos = [
    ...broken.map((url, at) => ({ name: `Broken logo ${at}`, dataUrl: url })),
    { name: 'Whole logo', dataUrl: dataUrl(pngWithChunk('tEXt', 'Author Camera-Owner')) },
  ]
  const withLogos = sample.map((record): AnyRecord => (record.type === 'lab' ? { ...record, logos } : record))

  test('stands as its name, and no camera’s note goes with the others', async () => {
    const [subject] = everyKind([withLogos])
    if (!subject) throw new Error('no report')
    // The PDF is printed from the page; the others show no logos.
    for (const format of ['html', 'docx', 'json'] as const) {
      const [file] = await drawn(port, subject, format, 'internal')
      const parts = format === 'docx' && file ? [...unzippedBytes(file.bytes).values()] : [file?.bytes ?? []]
      const text = parts.map((part) => Buffer.from(part).toString('latin1')).join('')
      for (const { name } of logos) expect([name, text.includes(name)], format).toEqual([name, true])
      for (const url of broken) expect(text.includes(url), format).toBe(false)
      expect(text.includes(base64(new TextEncoder().encode('Camera-Owner')).slice(0, 12)), format).toBe(false)
      expect(text.includes('Camera-Owner'), format).toBe(false)
    }
  })

  test('on a card leaves the words of the card, in print and as a picture', async () => {
    const images = broken.map((_, at): AnyRecord => ({
      type: 'image',
      id: `image-${at}`,
      mime: 'image/png',
      data: base64(new TextEncoder().encode(`no picture ${at}`)),
      width: 40,
      height: 30,
    }))
    const cards = images.map(({ id }, at) =>
      aCard({
        id: `card-${id}`,
        boardId: board.id,
        zone: board.axes.map(({ entries }) => entries[0]?.id ?? ''),
        text: `Words beside picture ${at}`,
        quote: 'role',
        imageId: id,
      }),
    )
    const [session] = everyKind([[...sample, ...images, ...cards]])
    if (!session) throw new Error('no report')
    const what = { kind: 'board', boardId: board.id, paper: 'a4' } as const
    const subject: Subject = { ...session, ask: { ...session.ask, what }, formats: ['html', 'pdf'] }
    const [page] = await drawn(port, subject, 'html')
    const html = page ? readText(page) : ''
    expect(html).toContain('Words beside picture 0')
    expect(html).not.toContain('data:image/png')
    const ask = { ...subject.ask, profile: 'public', lang: 'en', base: 'report' } as const
    const svg = await port.picture(session.view, ask, { as: 'svg' })
    expect(svg?.data).toContain('Words beside picture 0')
    expect(svg?.data).not.toContain('<image')
    const png = await port.picture(session.view, ask, { as: 'png' })
    expect(
      Buffer.from(png?.data ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})

describe('a table of 5,000 rows', () => {
  const ROWS = 5_000
  const cards = Array.from({ length: ROWS }, (_, at) =>
    aCard({
      id: `many-${at}`,
      quote: 'role',
      boardId: board.id,
      zone: board.axes.map(({ entries }) => entries[at % entries.length]?.id ?? ''),
      text: `Statement ${at} of many: the letter came six weeks too late.`,
    }),
  )
  const rowsIn = (text: string): number => new Set(text.match(/Statement \d+ of many/g)).size

  test('has all of them in the tables for programs', async () => {
    const [subject] = everyKind([[...sample, ...cards]])
    if (!subject) throw new Error('no report')
    for (const format of ['csv', 'md', 'json'] as const) {
      const files = await drawn(port, subject, format)
      expect(rowsIn(files.map(readText).join('')), format).toBe(ROWS)
    }
    const [book] = await drawn(port, subject, 'xlsx')
    const sheets = book ? xlsxTables(book.bytes) : []
    expect(Math.max(...sheets.map(({ length }) => length))).toBeGreaterThan(ROWS)
  })

  // Half a minute where the machine is busy.
  test.skipIf(!process.env['POLYPHONY_LONG'])('and on pages, which stay tagged', async () => {
    const [subject] = everyKind([[...sample, ...cards]])
    if (!subject) throw new Error('no report')
    const [page] = await drawn(port, subject, 'html')
    expect(rowsIn(page ? readText(page) : '')).toBe(ROWS)
    const [word] = await drawn(port, subject, 'docx')
    const xml = word ? unzippedBytes(word.bytes).get('word/document.xml') : undefined
    expect(rowsIn(xml?.toString() ?? '')).toBe(ROWS)
    if (browser === null || !hasPdfTools) return
    const [pdf] = await drawn(port, subject, 'pdf')
    expect(
      Buffer.from(pdf?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})

test('a session without votes has every kind of report', async () => {
  const noVotes = everyKind([sample.filter(({ type }) => type !== 'vote')])
  for (const subject of noVotes) {
    const [file, more] = await drawn(port, subject, 'md')
    expect([subject.name, file !== undefined, more]).toEqual([subject.name, true, undefined])
    const says = /No vote (was|has been) closed/.test(file ? readText(file) : '')
    // The others leave out what there was none of.
    expect([subject.name, says]).toEqual([subject.name, subject.name === 'minutes' || subject.name === 'brief'])
  }
})
