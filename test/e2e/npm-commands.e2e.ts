import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const link = /http:\/\/\S+#\S+/

interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  readonly until: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<number | null>
}

function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      for (const watch of watchers) watch()
    })
  }
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((done, failed) => {
      const watch = (): void => {
        if (pattern.test(text)) done(text)
      }
      watchers.add(watch)
      void ended.then((code) => failed(new Error(`It ended with ${code} and said:\n${text}`)))
      watch()
    })
  return { child, output: () => text, until, ended }
}

describe('the commands of a fresh machine', () => {
  let folder: string
  let run: Run | null = null

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'polyphony-commands-'))
  })

  afterEach(async () => {
    // Not SIGKILL: that could not be passed on, and the host would stay behind.
    run?.child.kill('SIGTERM')
    await run?.ended
    run = null
    rmSync(folder, { recursive: true, force: true })
  })

  // Everywhere else there is always a display, and a window would open.
  test.runIf(process.platform === 'linux')(
    'npm start without a display says so in one line and prints a link',
    async () => {
      const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env
      run = start('start.mjs', ['--port', '0', '--data', folder], { ...env, HOME: folder })
      const text = await run.until(link)
      expect(text.split('\n').filter((line) => line.includes('no display'))).toHaveLength(1)
      const url = link.exec(text)?.[0] ?? ''
      expect((await fetch(url)).status).toBe(200)
      run.child.kill('SIGINT')
      expect(await run.ended).toBe(0)
    },
  )

  test('npm run host keeps the host to the terminal and passes signals and the exit code', async () => {
    run = start('host.mjs', ['--port', '0', '--data', folder, '--json'], { ...process.env, HOME: folder })
    const ready: unknown = JSON.parse(
      (await run.until(/"ready".*\n/)).split('\n').find((line) => line.includes('"ready"')) ?? '',
    )
    expect(ready).toMatchObject({ event: 'ready', facilitatorUrl: expect.stringMatching(link) })
    // As in a process group, where the host gets the signal too: that is still one wish to end cleanly.
    process.kill((ready as { readonly pid: number }).pid, 'SIGTERM')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })

  test('npm run host answers a wrong option with one line and a code that is not 0', async () => {
    run = start('host.mjs', ['--nonsense'], { ...process.env, HOME: folder })
    expect(await run.ended).not.toBe(0)
    expect(run.output()).not.toMatch(/^\s+at /m)
  })
})
