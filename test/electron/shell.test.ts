import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { App } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostMessage } from '@core/protocol/envelope'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import { ACTIONS } from '@core/actions/catalog'
import { boot } from '../../electron/main/boot'
import { app, told, ipcMain, seen } from './fake-electron'

const folder = await mkdtemp(join(tmpdir(), 'polyphony-shell-'))
const realApp = app as unknown as App // the members used are checked in fake-electron.ts

beforeAll(async () => {
  process.env['POLYPHONY_DATA'] = join(folder, 'data')
  process.env['POLYPHONY_APP_DATA'] = join(folder, 'app')
  await boot(realApp)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const window = () => {
  const first = seen.windows[0]
  if (!first) throw new Error('no window')
  return first
}

const hello = { t: 'hello', v: PROTOCOL_VERSION, role: 'facilitator', proof: { kind: 'window' } }

/** The next messages the page gets, until one fits. */
const heard = (fits: (message: HostMessage) => boolean): Promise<HostMessage> =>
  new Promise((resolve) => {
    const look = (): void => {
      const found = window().webContents.sent.find(({ message }) => fits(message as HostMessage))
      if (!found) return void window().webContents.once('test-sent', look)
      resolve(found.message as HostMessage)
    }
    look()
  })

describe('windows', () => {
  it('spells out every safe preference and loads our own page', () => {
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect(window().url).toBe('app://bundle/index.html')
    expect(window().options.webPreferences?.preload).toMatch(/preload[/\\]index\.cjs$/)
    expect(seen.sandboxed).toBe(true)
  })

  it('opens no window for a page and lets none leave', () => {
    expect(window().webContents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const outside = { url: 'https://example.org/', stopped: false, preventDefault: () => (outside.stopped = true) }
      const inside = {
        url: 'app://bundle/projector.html',
        stopped: false,
        preventDefault: () => (inside.stopped = true),
      }
      window().webContents.emit(event, outside)
      window().webContents.emit(event, inside)
      expect([event, outside.stopped, inside.stopped]).toEqual([event, true, false])
    }
  })
})

describe('the session of the pages', () => {
  it('grants the clipboard for writing and full screen to our page, and nothing else to anybody', () => {
    const ask = (permission: string, url: string): boolean => {
      let granted = false
      told.permission?.({ getURL: () => url }, permission, (allowed) => (granted = allowed))
      return granted
    }
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'local-network',
      'midi',
      'openExternal',
      'hid',
    ]) {
      expect(ask(permission, 'app://bundle/index.html')).toBe(false)
      expect(told.check?.(null, permission, 'app://bundle')).toBe(false)
    }
    expect(ask('fullscreen', 'app://bundle/index.html')).toBe(true)
    expect(ask('fullscreen', 'app://bundle.example.org/')).toBe(false)
    expect(told.device?.()).toBe(false)
  })

  it('lets no request out', () => {
    const cancelled = (url: string): boolean => {
      let cancel = false
      told.beforeRequest?.({ url }, (answer) => (cancel = answer.cancel === true))
      return cancel
    }
    expect(
      ['https://example.org/', 'http://127.0.0.1:1/', 'ws://127.0.0.1/', 'file:///etc/passwd'].map(cancelled),
    ).toEqual([true, true, true, true])
    expect(['app://bundle/x.js', 'data:,x', 'blob:app://bundle/1'].map(cancelled)).toEqual([false, false, false])
  })

  it('answers listed files only, with a policy on every page', async () => {
    const get = (url: string, method = 'GET') => told.handlers.get('app')?.(new Request(url, { method }))
    const statuses = await Promise.all(
      [
        'app://bundle/../package.json',
        'app://bundle/%2e%2e/package.json',
        'app://other/index.html',
        'app://bundle/nothing',
      ].map(async (url) => (await get(url))?.status),
    )
    expect(statuses).toEqual([404, 404, 404, 404])
    expect((await get('app://bundle/index.html', 'PUT'))?.status).toBe(405)
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })
})

describe('ipc', () => {
  it('answers the main frame of a window we made', async () => {
    const { webContents } = window()
    ipcMain.emit('polyphony:to-host', { sender: webContents, senderFrame: webContents.mainFrame }, hello)
    expect(await heard((message) => message.t === 'welcome')).toMatchObject({
      role: 'facilitator',
      capabilities: { nativeDialogs: true, showFiles: true },
    })
    ipcMain.emit(
      'polyphony:to-host',
      { sender: webContents, senderFrame: webContents.mainFrame },
      { t: 'req', id: 1, name: 'home.view', args: {} },
    )
    expect(await heard((message) => message.t === 'res' && message.id === 1)).toMatchObject({ ok: true })
  })

  it('does not hear other frames, other windows, foreign addresses or messages without an end', () => {
    const { webContents } = window()
    const before = webContents.sent.length
    const cyclic: { t: string; self?: unknown } = { t: 'req' }
    cyclic.self = cyclic
    const request = { t: 'req', id: 2, name: 'home.view', args: {} }
    const senders = [
      { event: { sender: webContents, senderFrame: { url: 'app://bundle/index.html' } }, message: request },
      { event: { sender: webContents, senderFrame: null }, message: request },
      {
        event: { sender: { id: 99, mainFrame: webContents.mainFrame }, senderFrame: webContents.mainFrame },
        message: request,
      },
      { event: { sender: webContents, senderFrame: webContents.mainFrame }, message: cyclic },
      {
        event: { sender: webContents, senderFrame: webContents.mainFrame },
        message: { ...request, args: { text: 'x'.repeat(1024 * 1024) } },
      },
    ]
    for (const { event, message } of senders) ipcMain.emit('polyphony:to-host', event, message)
    expect(webContents.sent.slice(before)).toEqual([])
  })
})

describe('menu', () => {
  it('holds every action of the list once, and runs it in the page', async () => {
    const items = (seen.menu ?? []).flatMap((group) => (Array.isArray(group.submenu) ? group.submenu : []))
    const ids = items.flatMap((item) => item.id ?? [])
    expect(ids.toSorted()).toEqual(ACTIONS.map((action) => action.id).toSorted())
    for (const item of items) if (item.id) expect(item.label).not.toMatch(/^actions:/)
    const undo = items.find((item) => item.id === 'edit.undo')
    undo?.click?.({} as never, undefined, {}) // the arguments are not used
    expect(await heard((message) => message.t === 'push' && message.name === 'action.run')).toMatchObject({
      data: { action: 'edit.undo' },
    })
  })
})

describe('files and the end', () => {
  it('says in the page why a file did not open', async () => {
    const file = join(folder, 'broken.polyphony.json')
    await writeFile(file, 'not json')
    app.emit('second-instance', {}, ['polyphony', file])
    expect(await heard((message) => message.t === 'push' && message.name === 'open.failed')).toMatchObject({
      data: { failure: { code: 'not-json' } },
    })
  })

  it('opens what the open dialog picks, and keeps it where the save dialog says', async () => {
    const { webContents } = window()
    const ask = async (id: number, name: string, args: object = {}): Promise<HostMessage> => {
      const request = { t: 'req', id, name, args }
      ipcMain.emit('polyphony:to-host', { sender: webContents, senderFrame: webContents.mainFrame }, request)
      return heard((message) => message.t === 'res' && message.id === id)
    }
    const original = join(folder, 'picked.polyphony.json')
    await copyFile(resolve(import.meta.dirname, '../../resources/samples/baseline/1.polyphony.json'), original)
    expect(await ask(10, 'session.open-dialog')).toMatchObject({ failure: { code: 'dialog-cancelled' } })
    seen.picked = original
    expect(await ask(11, 'session.open-dialog')).toMatchObject({ ok: true })
    expect(await ask(12, 'session.save-elsewhere')).toMatchObject({ failure: { code: 'dialog-cancelled' } })
    seen.saveTo = join(folder, 'kept elsewhere')
    expect(await ask(13, 'session.save-elsewhere')).toMatchObject({ ok: true })
    expect(await readFile(join(folder, 'kept elsewhere.polyphony.json'), 'utf8')).toContain('"polyphony-session"')
    seen.picked = folder
    expect(await ask(15, 'folder.pick')).toMatchObject({ result: { folder } })
    // Nothing was written yet: whatever the page names, nothing is opened.
    expect(await ask(16, 'file.open', { jobId: 'job-1', file: original })).toMatchObject({ ok: false })
    expect(seen.opened).toEqual([])
    expect(await ask(14, 'session.leave')).toMatchObject({ ok: true })
  })

  it('shows the projector on the second display', async () => {
    const bounds = { x: 1920, y: 0, width: 1280, height: 720 }
    seen.displays = [...seen.displays, { id: 2, bounds, workArea: bounds }]
    const { webContents } = window()
    ipcMain.emit(
      'polyphony:to-host',
      { sender: webContents, senderFrame: webContents.mainFrame },
      { t: 'req', id: 3, name: 'projector.open', args: {} },
    )
    await heard((message) => message.t === 'res' && message.id === 3)
    expect(seen.windows[1]).toMatchObject({
      url: 'app://bundle/projector.html',
      options: { x: 1920, width: 1280, fullscreen: true },
    })
  })

  it('waits for the host before it quits', async () => {
    app.quit()
    expect(seen.quits).toBe(0)
    await new Promise<void>((resolve) => {
      const look = (): void => void (seen.quits > 0 ? resolve() : app.once('test-quit', look))
      look()
    })
    expect(seen.quits).toBe(1)
  })
})
