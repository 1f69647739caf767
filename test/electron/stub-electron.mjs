// As much of Electron as the built main bundle needs to start, open its window and end. Tells what it did on stdout.
import { EventEmitter } from 'node:events'

/** As `core/protocol/version`; plain JavaScript cannot import it. */
const PROTOCOL_VERSION = Number(process.env.POLYPHONY_PROTOCOL)

const tell = (event, details = {}) => process.stdout.write(`${JSON.stringify({ event, ...details })}\n`)

class Contents extends EventEmitter {
  id = 1
  mainFrame = { url: 'app://bundle/index.html' }
  setWindowOpenHandler() {}
  send(_channel, message) {
    tell('to-page', { t: message.t, ok: message.ok, role: message.role })
    if (message.t === 'welcome') this.ask({ t: 'req', id: 1, name: 'home.view', args: {} })
    if (message.t === 'res') app.quit()
  }
  ask(message) {
    ipcMain.emit('polyphony:to-host', { sender: this, senderFrame: this.mainFrame }, message)
  }
}

export class BrowserWindow extends EventEmitter {
  webContents = new Contents()
  async loadURL(url) {
    const page = await handlers.get('app')(new Request(url))
    tell('page', { url, status: page.status, policy: page.headers.get('content-security-policy') })
    this.webContents.ask({ t: 'hello', v: PROTOCOL_VERSION, role: 'facilitator', proof: { kind: 'window' } })
  }
  show() {}
  isDestroyed() {
    return false
  }
}

const handlers = new Map()
const nothing = () => undefined
const defaultSession = {
  protocol: { handle: (scheme, handler) => handlers.set(scheme, handler) },
  webRequest: { onBeforeRequest: nothing },
  setPermissionRequestHandler: nothing,
  setPermissionCheckHandler: nothing,
  setDevicePermissionHandler: nothing,
  setDisplayMediaRequestHandler: nothing,
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: nothing,
  requestSingleInstanceLock: () => true,
  whenReady: async () => undefined,
  addRecentDocument: nothing,
  exit: (code) => process.exit(code),
  quit: () => {
    let waits = false
    app.emit('before-quit', { preventDefault: () => (waits = true) })
    if (!waits) {
      tell('quit')
      process.exit(0)
    }
  },
})
export const ipcMain = new EventEmitter()
export const session = { defaultSession }
export const protocol = { registerSchemesAsPrivileged: nothing }
export const screen = {
  getPrimaryDisplay: () => ({ id: 1 }),
  getAllDisplays: () => [{ id: 1 }],
  on: () => undefined,
}
export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => tell('menu', { groups: menu.length }),
}
export const dialog = { showOpenDialog: async () => ({ canceled: true, filePaths: [] }) }
export const shell = { showItemInFolder: nothing, openPath: async () => '' }
