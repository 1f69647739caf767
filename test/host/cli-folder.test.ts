import { spawn } from 'node:child_process'
import { readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { DATASET, DATASET_TABLES } from '@core/dataset/schema'
import { builtCli, removeBuiltCli, runCli } from '../helpers/built-cli'
import { baseline, sixCountries, smallSession, writeSessionFile, writeSmallSessions } from '../helpers/compare-files'
import { tempDir } from '../helpers/temp-dir'

afterAll(removeBuiltCli)

/** npm test writes sixty sessions, the long run two thousand: in the same memory. */
const MANY = process.env['POLYPHONY_LONG'] ? 2_000 : 60
/** Megabytes of the heap: far less than all sessions together would take. */
const HEAP = 128
const LONG = 300_000

const oneLine = /^polyphony: [^\n]+\n$/

/** Ten files that no session comes out of, each in its own way. */
const writeDamaged = async (folder: string): Promise<string[]> => {
  const whole = await readFile(await writeSessionFile(await tempDir(), 'whole', smallSession(7)))
  const text = whole.toString()
  const damaged: readonly (string | Buffer)[] = [
    '',
    '{',
    '[]',
    'null',
    '{"format":"other"}',
    text.replace(/"formatVersion":\s*\d+/, '"formatVersion":99'),
    text.slice(0, text.length / 2),
    text.replaceAll('"type":"session"', '"type":"cat"'),
    whole.subarray(0, 40),
    Buffer.from([0xff, 0xfe, 0x00, 0x01]),
  ]
  const names: string[] = []
  for (const [index, content] of damaged.entries()) {
    const name = `damaged-${index}.polyphony.json`
    await writeFile(join(folder, name), content)
    names.push(name)
  }
  return names
}

/** Lines and fields of a CSV with quoted fields. */
const csvRows = (text: string): string[] => text.replace('\uFEFF', '').trim().split('\r\n')

describe('polyphony compare', () => {
  test.each([
    [['compare', 'nowhere', '--format', 'html', '--out', 'x'], 'nowhere'],
    [['compare', 'resources', '--format', 'html', '--out', 'x', '--lang', 'xx'], ''],
  ])('refuses %j in one clear line', async (args, named) => {
    const { code, stdout, stderr } = await runCli(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(named)
  })

  test('writes the comparison of six files and names what it left out', async () => {
    const [folder, out] = [await tempDir(), await tempDir()]
    for (const { country, records } of sixCountries()) await writeSessionFile(folder, `in/${country}`, records)
    const [latvia] = sixCountries()
    await writeSessionFile(folder, 'copy of Latvia', latvia?.records ?? [])
    const args = ['compare', folder, '--format', 'md,csv,json,xlsx', '--out', out]
    const whole = await runCli([...args, '--json'])
    expect(whole.code).toBe(0)
    expect(whole.stderr).toContain('Latvia.polyphony.json was left out')
    const { files, ...said } = JSON.parse(whole.stdout) as { files: string[]; sessions: number }
    expect(said).toEqual({ event: 'compared', folder: out, sessions: 6, leftOut: 0, doubles: 1 })
    expect((await readdir(out)).toSorted()).toEqual(files.toSorted())
    const text = await readFile(join(out, 'polyphony.compare.public.en.md'), 'utf8')
    expect(text).toContain('5 of 6 places name Organisation of services and Collaboration between services.')
    expect(text).toContain('Of all that were asked, Latvia alone does not name Collaboration between services.')
    const again = await runCli(args)
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('--force')
    const damaged = await writeDamaged(folder)
    const rest = await runCli([...args, '--force', '--by', 'lab', '--profile', 'internal'])
    expect(rest.code).toBe(1)
    for (const name of damaged) expect(rest.stderr).toContain(`${name} cannot be opened`)
  })

  test('of nothing but damaged files it writes nothing', async () => {
    const [folder, out] = [await tempDir(), await tempDir()]
    await writeDamaged(folder)
    const { code, stderr } = await runCli(['compare', folder, '--format', 'html', '--out', join(out, 'x')])
    expect(code).toBe(2)
    expect(stderr.split('\n').filter((line) => line.includes('cannot be opened'))).toHaveLength(10)
    expect(await readdir(out)).toEqual([])
  })
})

describe('polyphony dataset', () => {
  test('writes what can be read, once each, and names the rest', async () => {
    const [folder, out] = [await tempDir(), join(await tempDir(), 'set')]
    await writeSmallSessions(folder, 5)
    await writeSessionFile(folder, 'older', smallSession(1).slice(0, -1), 0)
    await writeSessionFile(folder, 'newer', smallSession(1), 9)
    // The newest state of meeting 2 is damaged: the one before is better than none.
    const spoilt = await writeSessionFile(folder, 'spoilt', smallSession(2), 9)
    await truncate(spoilt, 600)
    const damaged = await writeDamaged(folder)
    const { code, stdout, stderr } = await runCli(['dataset', folder, '--out', out, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      sessions: 5,
      leftOut: 11,
      rows: { sessions: 5, cards: 15, tasks: 5 },
    })
    for (const name of [...damaged, 'spoilt']) expect(stderr).toContain(name)
    expect(stderr.match(/cannot be opened/g)).toHaveLength(11)
    expect(stderr.match(/was left out/g)).toHaveLength(2)
    expect((await readdir(out)).toSorted()).toEqual(
      [...DATASET_TABLES.flatMap((table) => [`${table}.csv`, `${table}.parquet`]), 'schema.json'].toSorted(),
    )
    for (const table of DATASET_TABLES) {
      const [head = '', ...rows] = csvRows(await readFile(join(out, `${table}.csv`), 'utf8'))
      expect(head.split(',')).toEqual(DATASET[table].map(({ name }) => name))
      const bytes = await readFile(join(out, `${table}.parquet`))
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
      expect(await parquetReadObjects({ file })).toHaveLength(rows.length)
    }
  })

  test('says where it cannot write, and is at an end', async () => {
    const [folder, out] = [await tempDir(), await tempDir()]
    await writeSmallSessions(folder, 1)
    await writeFile(join(out, 'taken'), '')
    const below = process.platform === 'linux' ? '/proc/nowhere' : join(out, 'taken', 'below')
    for (const place of [join(out, 'taken'), below]) {
      const { code, stdout, stderr } = await runCli(['dataset', folder, '--out', place])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(oneLine)
      expect(stderr).toContain(place)
    }
  })

  test('of nothing but damaged files it leaves nothing behind', async () => {
    const [folder, out] = [await tempDir(), await tempDir()]
    await writeDamaged(folder)
    const { code, stderr } = await runCli(['dataset', folder, '--out', out])
    expect(code).toBe(2)
    expect(stderr.match(/cannot be opened/g)).toHaveLength(10)
    expect(await readdir(out)).toEqual([])
  })

  test('neither ids nor titles nor names of files are in it', async () => {
    const [folder, out] = [await tempDir(), join(await tempDir(), 'set')]
    await writeSmallSessions(folder, 3)
    expect((await runCli(['dataset', folder, '--out', out])).code).toBe(0)
    for (const name of await readdir(out)) {
      const text = (await readFile(join(out, name))).toString('latin1')
      for (const secret of ['session-1', 'lab-1', 'Meeting 1', 'Lab 1', 'polyphony.json']) {
        expect(`${name} ${text.includes(secret)}`).toBe(`${name} false`)
      }
    }
  })

  test(
    `${MANY} sessions take no more memory than a few`,
    async () => {
      const [folder, out] = [await tempDir(), join(await tempDir(), 'set')]
      const records = baseline()
      for (let number = 1; number <= MANY; number += 1) {
        const own = records.map((one): AnyRecord =>
          one.type === 'session' ? { ...one, id: `session-${number}` } : one,
        )
        await writeSessionFile(folder, `${number}`, own)
      }
      const cards = records.filter(({ type }) => type === 'card').length
      const args = [`--max-old-space-size=${HEAP}`, await builtCli(), 'dataset', folder, '--out', out, '--json']
      const child = spawn(process.execPath, args)
      let stdout = ''
      child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
      const code = await new Promise((resolve) => child.on('close', resolve))
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ sessions: MANY, rows: { cards: MANY * cards } })
    },
    LONG,
  )
})
