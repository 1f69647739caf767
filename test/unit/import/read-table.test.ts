import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readTable } from '../../../renderer/shared/import/read-table'
import { reachesTooFar } from '../../../renderer/shared/import/sheet-reach'
import { unpacked } from '../../../renderer/shared/import/unpacked'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const tableOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

describe('a table', () => {
  test.each([
    [',', 'text,voice\n"One, plan",Families\n'],
    [';', 'text;voice\n"One, plan";Families\n'],
    ['\t', 'text\tvoice\n"One, plan"\tFamilies\n'],
    ['|', 'text|voice\n"One, plan"|Families\n'],
  ])('is read with %j between its cells', async (separator, text) => {
    const read = await tableOf(utf8(text))
    expect(read).toMatchObject({ separator, encoding: 'utf-8' })
    expect(read.table).toEqual([
      ['text', 'voice'],
      ['One, plan', 'Families'],
    ])
  })

  test('keeps lines and quotes inside a cell', async () => {
    const { table } = await tableOf(utf8('\uFEFFtext,place\r\n"She said ""no"".\r\nTwice.",Maribor\r\n'))
    expect(table[1]).toEqual(['She said "no".\r\nTwice.', 'Maribor'])
  })

  test('is read in the old code pages of Slovenia and Norway, and in UTF-16', async () => {
    const slovene = Uint8Array.from([0x9e, 0xe8, 0x9a, 0x2c, 0x9a, 0x6f, 0x6c, 0x61]) // žčš,šola
    expect((await tableOf(slovene)).table).toEqual([['žčš', 'šola']])
    const norwegian = Uint8Array.from([0xe5, 0x72, 0x2c, 0xf8, 0x79, 0x65]) // år,øye
    expect(await tableOf(norwegian)).toMatchObject({ encoding: 'windows-1252', table: [['år', 'øye']] })
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('čas\tøye\n', 'utf16le')])
    expect(await tableOf(wide)).toMatchObject({ encoding: 'utf-16', table: [['čas', 'øye']] })
  })

  test('comes from the first sheet of an Excel file, and the others are named', async () => {
    const bytes = await writeXlsxFile([
      {
        data: [
          [{ value: 'text' }, { value: 'year' }],
          [
            { value: '=1+1', type: String },
            { value: 2026, type: Number },
          ],
        ],
        sheet: 'Cards',
      },
      { data: [[{ value: 'x' }]], sheet: 'Notes' },
    ]).toBuffer()
    const read = await tableOf(bytes)
    expect(read.table).toEqual([
      ['text', 'year'],
      ['=1+1', '2026'],
    ])
    expect(read.sheets).toEqual(['Cards', 'Notes'])
    const second = await readTable(bytes, { sheet: 1 })
    expect(second.ok && second.value).toMatchObject({ sheet: 1, table: [['x']] })
  })

  test('is refused by name when it is none', async () => {
    expect(await readTable(new Uint8Array(0))).toMatchObject({ ok: false, error: 'text-empty' })
    expect(await readTable(utf8('PK this is no zip'))).toMatchObject({ ok: false, error: 'not-ours' })
    expect(await readTable(Uint8Array.from([0x61, 0, 0x62, 0x63]))).toMatchObject({ ok: false, error: 'bad-encoding' })
    expect(await readTable(new Uint8Array(21 * 1024 * 1024))).toMatchObject({ ok: false, error: 'file-too-large' })
    expect(await readTable(utf8('a\n'.repeat(20_001)))).toMatchObject({ ok: false, error: 'too-many' })
  })

  test('gives days, times and numbers of an Excel file as people write them', async () => {
    const bytes = await writeXlsxFile([
      [
        { value: new Date(Date.UTC(2026, 2, 5)), type: Date, format: 'dd.mm.yyyy' },
        { value: new Date(Date.UTC(2026, 2, 5, 14, 30)), type: Date, format: 'dd.mm.yyyy hh:mm' },
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
        { value: 'a\nb', type: String },
      ],
    ]).toBuffer()
    expect((await tableOf(bytes)).table).toEqual([['2026-03-05', '2026-03-05 14:30', '0.3', 'true', 'a\nb']])
  })

  test('of a wrong separator or encoding is read again as people say', async () => {
    const text = 'One, two; three\nFour, five; six\n'
    const again = async (choices: Parameters<typeof readTable>[1]) => {
      const read = await readTable(utf8(text), choices)
      return read.ok ? read.value.table[0] : read.error
    }
    expect(await again({ separator: ',' })).toEqual(['One', ' two; three'])
    expect(await again({ separator: ';' })).toEqual(['One, two', ' three'])
    expect(await again({ separator: 'none' })).toEqual(['One, two; three'])
    const slovene = Uint8Array.from([0xe8, 0x61, 0x73])
    const wrong = await readTable(slovene, { encoding: 'windows-1252' })
    expect(wrong.ok && wrong.value.table).toEqual([['èas']])
    const right = await readTable(slovene, { encoding: 'windows-1250' })
    expect(right.ok && right.value.table).toEqual([['čas']])
    const unmarked = await tableOf(new Uint8Array(Buffer.from('text\tvoice\nčas\tFamilies\n', 'utf16le')))
    expect(unmarked).toMatchObject({ encoding: 'utf-16', separator: '\t' })
  })

  test('with a quotation mark that is never closed loses no row', async () => {
    const read = await tableOf(utf8('text,voice\n"One,Families\nTwo,Staff\n'))
    expect(read).toMatchObject({ openQuote: true })
    expect(read.table).toEqual([
      ['text', 'voice'],
      ['"One', 'Families'],
      ['Two', 'Staff'],
    ])
  })

  test('says of Excel what stands between its cells by a first line of its own', async () => {
    expect(await tableOf(utf8('sep=;\r\na,b;c\r\n'))).toMatchObject({ separator: ';', table: [['a,b', 'c']] })
  })

  test('that is a picture, an old or a locked workbook is told apart by what is in it', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const stream = (name: string): Uint8Array => Buffer.concat([Buffer.from(head), Buffer.from(name, 'utf16le')])
    const problemOf = async (bytes: Uint8Array): Promise<string> => {
      const read = await readTable(bytes)
      return read.ok ? 'read' : read.error
    }
    expect(await problemOf(stream('Workbook'))).toBe('old-excel')
    expect(await problemOf(stream('EncryptedPackage'))).toBe('locked')
    expect(await problemOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toBe('not-ours')
    expect(await problemOf(Uint8Array.from({ length: 400 }, (_, at) => 1 + (at % 250)))).toBe('not-ours')
  })

  test('of an Excel file with a cell at the far end of the sheet is not laid out', () => {
    const sheet = (cells: string): Uint8Array => utf8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)
    const far = (reference: string): string => `<row r="1"><c r="A1"><v>1</v></c></row><c r="${reference}"><v>2</v></c>`
    expect(['XFD1048576', 'ZZZZ99999999', '&#65;9'].map((place) => reachesTooFar(sheet(far(place))))).toEqual([
      true,
      true,
      true,
    ])
    expect(reachesTooFar(sheet('<row r="99999999999"/>'))).toBe(true)
    expect(reachesTooFar(sheet('<c t="a>b" r="XFD1048576"><v>1</v></c>'))).toBe(true)
    expect(reachesTooFar(sheet(far('H1048576')))).toBe(false)
    const chain = Array.from({ length: 2_000 }, (_, at) => `<c r="XFD${(at % 2) + 1}"/>`).join('')
    expect([utf8(`<calcChain>${chain}</calcChain>`), sheet(chain)].map(reachesTooFar)).toEqual([false, true])
    // Only with a format, as office programs leave them behind.
    expect(reachesTooFar(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9" s="1"/></row>'))).toBe(
      false,
    )
    expect(reachesTooFar(sheet('<row r="1048576"><c r="AZ1048576" s="1" /></row>'))).toBe(false)
  })

  test('of an Excel file is unpacked here, and only as far as there is room', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [{ value: `${at} ${'word '.repeat(40)}` }, null])
    const bytes = new Uint8Array(await writeXlsxFile([...rows, [null]]).toBuffer())
    // Larger than what the reader of spreadsheets would unpack itself.
    const plain = await unpacked(bytes)
    expect(plain.ok && plain.value.length).toBeGreaterThan(600_000)
    const { table } = await tableOf(bytes)
    expect([table.length, table[2_999]?.[0]?.slice(0, 9)]).toEqual([3_000, '2999 word'])
    expect(await unpacked(bytes, 100_000)).toEqual({ ok: false, error: 'swollen' })
    expect(await unpacked(bytes.subarray(0, bytes.length - 30))).toEqual({ ok: false, error: 'not-ours' })
    // The size it says of itself is not believed.
    const liar = Uint8Array.from(bytes)
    const view = new DataView(liar.buffer)
    for (let at = 0; at < liar.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    expect(await unpacked(liar, 100_000)).toEqual({ ok: false, error: 'swollen' })
  })

  test('keeps the numbers of rows where some are empty', async () => {
    const { table } = await tableOf(utf8('text\n\nOne\n\n\n'))
    expect(table).toEqual([['text'], [''], ['One']])
  })
})
