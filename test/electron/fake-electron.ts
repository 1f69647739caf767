import { EventEmitter } from 'node:events'
import type * as E from 'electron'

/** What the shell did with the fake, for tests to look at. */
export const seen = {
  schemes: [] as E.CustomScheme[],
  sandboxed: false,
  windows: [] as BrowserWindow[],
  menu: null as E.MenuItemConstructorOptions[] | null,
  recent: [] as string[],
  quits: 0,
  exits: [] as number[],
  lock: true,
  picked: null as string | null,
  saveTo: null as string | null,
  shown: [] as string[],
  /** In their own programs. */
  opened: [] as string[],
  /** What printing throws next, while loading or while printing. */
  fails: null as 'load' | 'print' | null,
  /** What never comes to its end. */
  hangs: null as 'load' | 'print' | null,
  printed: [] as E.PrintToPDFOptions[],
  displays: [
    {
      id: 1,
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      workArea: { x: 0, y: 30, width: 1920, height: 1050 },
    },
  ],
}

type Handler = (request: Request) => Response | Promise<Response>
type Permission = (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void

type Check = (contents: unknown, permission: string, origin: string) => boolean
type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void

/** What the shell told the default session. */
export const told = {
  handlers: new Map<string, Handler>(),
  permission: null as Permission | null,
  check: null as Check | null,
  beforeRequest: null as BeforeRequest | null,
  device: null as (() => boolean) | null,
}

const fakeSession = {
  protocol: { handle: (scheme: string, handler: Handler): void => void told.handlers.set(scheme, handler) },
  webRequest: {
    onBeforeRequest: (listener: BeforeRequest): void => {
      told.beforeRequest = listener
    },
  },
  setPermissionRequestHandler: (handler: Permission): void => {
    told.permission = handler
  },
  setPermissionCheckHandler: (handler: Check): void => {
    told.check = handler
  },
  setDevicePermissionHandler: (handler: () => boolean): void => {
    told.device = handler
  },
  setDisplayMediaRequestHandler: (): void => undefined,
}

/** A session of its own, as a hidden window has it: what was told to it, by the name of its partition. */
const ownSession = () => {
  const own = {
    handlers: new Map<string, Handler>(),
    permission: null as Permission | null,
    check: null as Check | null,
    beforeRequest: null as BeforeRequest | null,
  }
  return {
    own,
    protocol: {
      handle: (scheme: string, handler: Handler): void => void own.handlers.set(scheme, handler),
      unhandle: (scheme: string): void => void own.handlers.delete(scheme),
    },
    webRequest: {
      onBeforeRequest: (listener: BeforeRequest): void => {
        own.beforeRequest = listener
      },
    },
    setPermissionRequestHandler: (handler: Permission): void => {
      own.permission = handler
    },
    setPermissionCheckHandler: (handler: Check): void => {
      own.check = handler
    },
  }
}
export const partitions = new Map<string, ReturnType<typeof ownSession>>()

class FakeContents extends EventEmitter {
  static next = 1
  readonly id = FakeContents.next++
  readonly mainFrame = { url: 'app://bundle/index.html' }
  readonly sent: { channel: string; message: unknown }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message })
    this.emit('test-sent')
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  getURL(): string {
    return this.mainFrame.url
  }
  printToPDF(options: E.PrintToPDFOptions): Promise<Uint8Array> {
    seen.printed.push(options)
    if (seen.hangs === 'print') return new Promise(() => undefined)
    return seen.fails === 'print' ? Promise.reject(new Error('no printer')) : Promise.resolve(new Uint8Array([37, 80]))
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: E.BrowserWindowConstructorOptions
  url = ''
  shown = false
  destroyed = false
  full: boolean
  bounds: E.Rectangle
  constructor(options: E.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600, fullscreen = false } = options
    this.bounds = { x, y, width, height }
    this.full = fullscreen
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.url = url
    if (seen.hangs === 'load') return new Promise(() => undefined)
    if (seen.fails === 'load') return Promise.reject(new Error('ERR_FAILED'))
    queueMicrotask(() => this.emit('ready-to-show'))
    return Promise.resolve()
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.emit('test-focused')
  }
  restore(): void {
    this.emit('test-restored')
  }
  getBounds(): E.Rectangle {
    return this.bounds
  }
  setBounds(bounds: Partial<E.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
  }
  isFullScreen(): boolean {
    return this.full
  }
  setFullScreen(full: boolean): void {
    this.full = full
  }
  isMinimized(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  destroy(): void {
    this.destroyed = true
  }
  close(): void {
    this.destroyed = true
    this.emit('closed')
  }
}

class FakeApp extends EventEmitter {
  readonly isPackaged = false
  enableSandbox(): void {
    seen.sandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    return seen.lock
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  addRecentDocument(path: string): void {
    seen.recent.push(path)
  }
  quit(): void {
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) }
    this.emit('before-quit', event)
    if (!event.defaultPrevented) seen.quits += 1
    this.emit('test-quit')
  }
  exit(code: number): void {
    seen.exits.push(code)
  }
}

export const app = new FakeApp()
export const ipcMain = new EventEmitter()
export const session = {
  defaultSession: fakeSession,
  fromPartition: (name: string) => {
    const known = partitions.get(name) ?? ownSession()
    partitions.set(name, known)
    return known
  },
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes: E.CustomScheme[]): void => void seen.schemes.push(...schemes),
} satisfies Pick<E.Protocol, 'registerSchemesAsPrivileged'>
class FakeScreen extends EventEmitter {
  getPrimaryDisplay() {
    return seen.displays[0]
  }
  getAllDisplays() {
    return seen.displays
  }
}
export const screen = new FakeScreen()
export const Menu = {
  buildFromTemplate: (template: E.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: E.MenuItemConstructorOptions[]): void => {
    seen.menu = menu
  },
}
export const dialog = {
  showOpenDialog: () =>
    Promise.resolve({ canceled: seen.picked === null, filePaths: seen.picked === null ? [] : [seen.picked] }),
  showSaveDialog: () => Promise.resolve({ canceled: seen.saveTo === null, filePath: seen.saveTo ?? '' }),
}
export const shell = {
  showItemInFolder: (path: string): void => void seen.shown.push(path),
  /** An empty answer is no problem. */
  openPath: (path: string): Promise<string> => {
    seen.opened.push(path)
    return Promise.resolve('')
  },
} satisfies Pick<E.Shell, 'showItemInFolder' | 'openPath'>

// The members the shell uses, held against the real types: a changed signature of Electron fails here.
void ({
  enableSandbox: () => app.enableSandbox(),
  requestSingleInstanceLock: () => app.requestSingleInstanceLock(),
  whenReady: () => app.whenReady(),
  addRecentDocument: (path: string) => app.addRecentDocument(path),
  quit: () => app.quit(),
} satisfies Pick<E.App, 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'addRecentDocument' | 'quit'>)
