import { mkdir, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createChromiumPdf } from '../../../electron/export/chromium-pdf'
import { browser } from '../../helpers/report-kinds'
import { tempDir } from '../../helpers/temp-dir'

const pageOf = (words: string): Uint8Array => new TextEncoder().encode(`<!doctype html><title>A</title><p>${words}</p>`)
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 5)) === '%PDF-'

const before = process.env['TMPDIR']
const print = createChromiumPdf(() => Promise.resolve(browser))

/** Where browsers have their folders meanwhile. */
const ownTemporary = async (): Promise<string> => {
  const folder = await tempDir()
  process.env['TMPDIR'] = folder
  return folder
}

afterEach(async () => {
  await print.close()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
})

/** A page that asks for whatever it can, and how often it was given something. */
const nosyPage = async (): Promise<{ readonly page: Uint8Array; readonly hits: () => number }> => {
  let hits = 0
  const server = createServer((_, answer) => {
    hits += 1
    answer.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const nosy = `<img src="${there}/a.png"><link rel="stylesheet" href="${there}/a.css"><iframe src="${there}"></iframe>`
  const running = `<script>document.body.innerHTML = ''; location = '${there}'</script>`
  return { page: pageOf(nosy + running), hits: () => hits }
}

test.skipIf(browser === null)(
  'keeps its browser for the next page, fetches nothing for it, and leaves nothing',
  async () => {
    const folder = await ownTemporary()
    const another = `polyphony-pdf-${process.ppid}-runs`
    // Of a program that was killed (no process has this number), and of one that is at work.
    for (const name of ['polyphony-pdf-999999999-gone', another]) await mkdir(join(folder, name))
    const beside = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name !== another)
    expect(isPdf(await print(pageOf('one')))).toBe(true)
    const [first, ...more] = await beside()
    expect(first).toContain(`-${process.pid}-`)
    expect(more).toEqual([])
    const { page, hits } = await nosyPage()
    expect(isPdf(await print(page))).toBe(true)
    expect(hits()).toBe(0)
    expect(await beside()).toEqual([first])
    await print.close()
    expect(await readdir(folder)).toEqual([another])
  },
)

test.skipIf(browser === null)(
  'stops in the middle of a page, leaves nothing, and prints what others want',
  async () => {
    const folder = await ownTemporary()
    await print(pageOf('the browser is there'))
    const long = pageOf('<table>'.concat('<tr><td>long<td>table'.repeat(100_000)))
    const stop = new AbortController()
    const stopped = print(long, stop.signal)
    const other = print(pageOf('another one'))
    stop.abort()
    await expect(stopped).rejects.toThrow(/abort/)
    expect(isPdf(await other)).toBe(true)
    await expect(print(long, stop.signal)).rejects.toThrow(/abort/)
    await print.close()
    expect(await readdir(folder)).toEqual([])
  },
)

test('a browser that does not start is no browser that is missing', async () => {
  const folder = await ownTemporary()
  const printing = async (path: string | null): Promise<unknown> =>
    await createChromiumPdf(() => Promise.resolve(path))(pageOf('x')).catch((error: unknown) => error)
  expect(await printing(null)).toMatchObject({ name: 'NoPrinter' })
  for (const path of [process.execPath, '/nowhere/chromium'])
    expect(await printing(path)).toMatchObject({ name: 'Error', message: 'the browser does not start' })
  expect(await readdir(folder)).toEqual([])
})
