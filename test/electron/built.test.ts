import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { PROTOCOL_VERSION } from '@core/protocol/version'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'out/main/index.js')
const preload = join(root, 'out/preload/index.cjs')
const run = promisify(execFile)

/** `npm test` builds first; alone, `npm run build` does. */
const built = existsSync(main) && existsSync(preload)

describe('the built desktop app', () => {
  it('is there', () => {
    expect(built, 'run "npm run build" first').toBe(true)
  })

  it('starts, shows its page under the policy, answers it and ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polyphony-built-'))
    try {
      const { stdout } = await run(
        process.execPath,
        ['--import', join(root, 'test/electron/register-fake.mjs'), main],
        {
          env: {
            ...process.env,
            POLYPHONY_DATA: join(folder, 'data'),
            POLYPHONY_APP_DATA: join(folder, 'app'),
            POLYPHONY_PROTOCOL: String(PROTOCOL_VERSION),
          },
          timeout: 20_000,
        },
      )
      const events = stdout
        .trim()
        .split('\n')
        .map(
          (line) =>
            JSON.parse(line) as {
              event: string
              status?: number
              policy?: string
              t?: string
              ok?: boolean
              role?: string
            },
        )
      const page = events.find(({ event }) => event === 'page')
      expect(page).toMatchObject({ status: 200 })
      expect(page?.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/)
      expect(events).toContainEqual({ event: 'to-page', t: 'welcome', role: 'facilitator' })
      expect(events).toContainEqual({ event: 'to-page', t: 'res', ok: true })
      expect(events.at(-1)).toEqual({ event: 'quit' })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('has a preload that asks for nothing but electron and exposes the wire only', () => {
    const required: string[] = []
    const exposed = new Map<string, { [name: string]: unknown }>()
    const listeners = new Map<string, (event: unknown, message: unknown) => void>()
    const sent: unknown[] = []
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, value: { [name: string]: unknown }) => exposed.set(name, value),
      },
      ipcRenderer: {
        send: (channel: string, message: unknown) => sent.push([channel, message]),
        on: (channel: string, listener: (event: unknown, message: unknown) => void) => listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
    }
    const require = (name: string): unknown => {
      required.push(name)
      if (name !== 'electron') throw new Error(`module not found: ${name}`)
      return electron
    }
    runInContext(readFileSync(preload, 'utf8'), createContext({ require, module: { exports: {} }, exports: {} }))
    expect(new Set(required)).toEqual(new Set(['electron']))
    expect([...exposed.keys()]).toEqual(['polyphonyWire'])
    const wire = exposed.get('polyphonyWire') as unknown as {
      send: (message: unknown) => void
      onMessage: (listener: (...heard: unknown[]) => void) => () => void
    }
    expect(Object.keys(wire).toSorted()).toEqual(['onMessage', 'send'])
    const heard: unknown[][] = []
    const off = wire.onMessage((...args) => heard.push(args))
    listeners.get('polyphony:to-page')?.({ sender: 'must not be seen' }, { t: 'pong', now: 1 })
    expect(heard).toEqual([[{ t: 'pong', now: 1 }]])
    off()
    expect(listeners.size).toBe(0)
    wire.send({ t: 'ping' })
    expect(sent).toEqual([['polyphony:to-host', { t: 'ping' }]])
  })
})
