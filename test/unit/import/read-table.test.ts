import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readTable } from '../../../renderer/shared/import/read-table'

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
    expect(read.otherSheets).toEqual(['Notes'])
  })

  test('is refused by name when it is none', async () => {
    expect(await readTable(new Uint8Array(0))).toMatchObject({ ok: false, error: 'text-empty' })
    expect(await readTable(utf8('PK this is no zip'))).toMatchObject({ ok: false, error: 'not-ours' })
    expect(await readTable(Uint8Array.from([0x61, 0, 0x62, 0]))).toMatchObject({ ok: false, error: 'bad-encoding' })
    expect(await readTable(new Uint8Array(21 * 1024 * 1024))).toMatchObject({ ok: false, error: 'file-too-large' })
    expect(await readTable(utf8('a\n'.repeat(20_001)))).toMatchObject({ ok: false, error: 'too-many' })
  })
})
