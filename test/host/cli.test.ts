import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { readOptions } from '../../electron/host/cli/options'
import { createSay } from '../../electron/host/cli/say'
import { removeBuiltCli, runCli, startServe } from '../helpers/built-cli'
import { writeSessionFile } from '../helpers/compare-files'
import { must } from '../helpers/must'
import { familyLab } from '../helpers/report-kinds'
import { NEW_SESSION, ROOT, startSession, startTestHost } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

afterAll(removeBuiltCli)

const say = createSay(ROOT)

const oneLine = /^polyphony: [^\n]+\n$/

/** A finished session file and a folder to write to. */
const prepared = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const card = { id: 'card-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'Nobody asked us.' }
  must(await facilitator.request('card.add', card))
  await host.stop()
  const lab = join(host.folder, 'data', NEW_SESSION.labName)
  const [name = ''] = (await readdir(lab)).filter((file) => file.endsWith('.polyphony.json'))
  return { file: join(lab, name), out: join(host.folder, 'out'), folder: host.folder }
}

describe('polyphony', () => {
  test.each([['--help'], ['serve', '--help'], []])('helps: %j', async (...args) => {
    const { code, stdout } = await runCli(args)
    expect(code).toBe(0)
    expect(stdout).toContain('polyphony serve [--data DIR] [--port N] [--sample] [--json]')
  })

  test('names its version', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  test.each([
    [['dance'], 'dance'],
    [['serve', '--loud'], '--loud'],
    [['serve', '--port', 'many'], 'many'],
    [['serve', '--port', '70000'], '70000'],
    [['serve', 'extra'], 'extra'],
    [['export', 'a.json', '--out', 'x'], '--format'],
    [['export', 'a.json', '--format', 'html,rtf', '--out', 'x'], 'rtf'],
    [['export', 'a.json', '--format', 'html', '--out', 'x', '--profile', 'secret'], 'secret'],
    [['export', '--format', 'html', '--out', 'x'], 'file'],
    [['export', 'a.json', '--format', 'html,csv', '--out', 'x', '--kind', 'families'], 'families has no csv'],
    [['check'], 'file'],
    [['compare', '--format', 'html', '--out', 'x'], 'folder'],
    [['compare', 'a', 'b', '--format', 'html', '--out', 'x'], 'folder'],
    [['compare', 'a', '--out', 'x'], '--format'],
    [['compare', 'a', '--format', 'html'], '--out'],
    [['compare', 'a', '--format', 'gif', '--out', 'x'], 'gif'],
    [['compare', 'a', '--format', 'html', '--out', 'x', '--by', 'moon'], 'moon'],
  ])('refuses %j in one clear line', (args, named) => {
    const read = readOptions(args)
    const words = read.ok ? '' : say.words(read.error.key, read.error.params)
    expect(words).toContain(named)
    expect(words).not.toMatch(/\n|errors:|\{/)
  })

  test.each([
    [['dance'], 'dance'],
    [['check', 'resources'], 'not made by Polyphony. The file was left as it is.'],
    [['export', 'missing.json', '--format', 'html', '--out', 'x'], 'missing.json'],
  ])('ends after %j with the code 2 and one line', async (args, named) => {
    const { code, stdout, stderr } = await runCli(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(named)
  })

  test('serve takes the next port where the one asked for is taken', async () => {
    const { ready } = await startServe(await tempDir())
    const { port } = new URL(ready.facilitatorUrl)
    const second = await startServe(await tempDir(), ['--port', port])
    const next = Number(new URL(second.ready.facilitatorUrl).port)
    expect(next).toBeGreaterThan(Number(port))
    expect(next).toBeLessThan(Number(port) + 10)
  })

  test('serve without --json prints the link', async () => {
    const { ready } = await startServe(await tempDir(), ['--sample'])
    expect(ready).toMatchObject({ event: 'ready', pid: expect.any(Number) as number })
    expect(ready.facilitatorUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/)
  })
})

describe('polyphony check', () => {
  test('0: in order', async () => {
    const { file } = await prepared()
    expect(await runCli(['check', file])).toMatchObject({ code: 0, stderr: '' })
    const { stdout } = await runCli(['check', file, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'valid', notices: [] })
  })

  test('1: opens after recovery, and what happened is said', async () => {
    const { file } = await prepared()
    await writeFile(file, (await readFile(file, 'utf8')).replace('Nobody asked us.', 'Somebody asked us.'))
    const { code, stdout } = await runCli(['check', file])
    expect(code).toBe(1)
    expect(stdout).toContain('Another program changed this file')
  })

  test('1: a session that a program has open, which is said', async () => {
    const host = await startTestHost()
    await startSession(host)
    const lab = join(host.folder, 'data', NEW_SESSION.labName)
    const [name = ''] = (await readdir(lab)).filter((file) => file.endsWith('.polyphony.json'))
    const { code, stdout } = await runCli(['check', join(lab, name)])
    expect(code).toBe(1)
    expect(stdout).toContain('A program has this session open')
  })

  test.each([
    ['', 'not-json'],
    ['{"format":"other"}', 'not-ours'],
    ['[[[[[', 'not-json'],
  ])('2: %j cannot be opened', async (text, failure) => {
    const file = join(await tempDir(), 'a.polyphony.json')
    await writeFile(file, text)
    const { code, stdout } = await runCli(['check', file, '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'unreadable', failure: { code: failure } })
  })
})

const dayOf = (records: readonly AnyRecord[] | undefined): string =>
  records?.find((record) => record.type === 'session')?.day ?? 'no day'

describe('polyphony export', () => {
  test('writes each format once and replaces nothing without --force', async () => {
    const { file, out } = await prepared()
    const args = ['export', file, '--format', 'html,json,md,csv', '--out', out, '--profile', 'internal', '--json']
    const first = await runCli(args)
    expect(first.stderr).toBe('')
    const { files } = JSON.parse(first.stdout) as { files: string[] }
    expect((await readdir(out)).toSorted()).toEqual(files.toSorted())
    expect(files).toContain('2026-03-02 First meeting.internal.en.html')
    const second = await runCli(args)
    expect(second.code).toBe(2)
    expect(second.stderr).toMatch(oneLine)
    expect((await runCli([...args, '--force'])).code).toBe(0)
  })

  test('reaches over the lab in the folder of the file, and names what it leaves out', async () => {
    const folder = await tempDir()
    const [first, second] = familyLab()
    await writeSessionFile(folder, 'first', first ?? [], 4)
    const file = await writeSessionFile(folder, 'second', second ?? [], 9)
    await copyFile(file, join(folder, 'second (copy).polyphony.json'))
    await writeFile(join(folder, 'broken.polyphony.json'), '{"format"')
    const out = join(folder, 'out')
    const args = ['--kind', 'lab', '--profile', 'internal', '--format', 'json', '--out', out, '--json']
    const ran = await runCli(['export', file, ...args])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toEqual({ event: 'exported', folder: out, files: ['second.lab.internal.en.json'] })
    const left = ran.stderr.trim().split('\n')
    expect(left.map((line) => /[\w() ]+(?=\.polyphony\.json)/.exec(line)?.[0])).toEqual(['broken', 'second (copy)'])
    const text = await readFile(join(out, 'second.lab.internal.en.json'), 'utf8')
    expect(text).toContain('broken.polyphony.json')
    for (const day of [first, second].map(dayOf)) expect(text).toContain(day)
  })

  test('what cannot be written is said, and the others are written', async () => {
    const { file, out } = await prepared()
    // As a program that holds the file: what has the name cannot be replaced by a file.
    await mkdir(join(out, '2026-03-02 First meeting.public.en.md'), { recursive: true })
    const args = ['export', file, '--format', 'pdf,md,json', '--out', out, '--force']
    const { code, stdout, stderr } = await runCli(args, { POLYPHONY_CHROMIUM: '/nowhere' })
    expect(code).toBe(1)
    expect(stdout).toBe(`${join(out, '2026-03-02 First meeting.public.en.json')}\n`)
    expect(stderr).toMatch(/^polyphony: pdf: .+\npolyphony: “2026-03-02 First meeting\.public\.en\.md” could not .+\n$/)
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('a folder that cannot be made is said', async () => {
    const { file, folder } = await prepared()
    await writeFile(join(folder, 'taken'), 'mine')
    // Nothing can be made in the second, and Node's own way to make folders never ends there.
    for (const out of [join(folder, 'taken'), ...(process.platform === 'linux' ? ['/proc/polyphony'] : [])]) {
      const stderr = `polyphony: the folder ${out} cannot be written to; choose another one\n`
      expect(await runCli(['export', file, '--format', 'md', '--out', out])).toEqual({ code: 2, stdout: '', stderr })
    }
    expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('mine')
  })

  test('knows the languages there are', async () => {
    const { file, out } = await prepared()
    const { code, stderr } = await runCli(['export', file, '--format', 'md', '--out', out, '--lang', 'xx'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'polyphony: there are no words for the language xx; choose en\n',
    })
  })

  test('says when the file lacks changes', async () => {
    const host = await startTestHost()
    await startSession(host)
    const lab = join(host.folder, 'data', NEW_SESSION.labName)
    const [name = ''] = (await readdir(lab)).filter((file) => file.endsWith('.polyphony.json'))
    const alone = join(await tempDir(), name)
    await copyFile(join(lab, name), alone)
    const out = await tempDir()
    const { code, stderr } = await runCli(['export', alone, '--format', 'md', '--out', out])
    expect(code).toBe(1)
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain('the report lacks changes')
    expect(await readdir(out)).toHaveLength(1)
  })

  test('changes nothing about the session', async () => {
    const { file, out } = await prepared()
    const before = await readFile(file)
    await mkdir(out)
    await runCli(['export', file, '--format', 'json', '--out', out])
    expect(await readFile(file)).toEqual(before)
  })
})
