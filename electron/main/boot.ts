import { join } from 'node:path'
import type { App, BrowserWindow } from 'electron'
import { Menu, dialog, session as sessions, shell } from 'electron'
import { defaultAppData, defaultDataDir } from '../host/cli/folders'
import { nodeHostDeps } from '../host/cli/node-deps'
import { reportThreadIn } from '../host/cli/node-reports'
import { findRoot, readVersion } from '../host/cli/root'
import type { Host } from '../host/host'
import { createHost } from '../host/host'
import type { ShellPort } from '../host/ports'
import { readPages } from '../host/server/pages'
import { readWords } from '../host/words'
import { registerAppScheme, serveApp } from './app-protocol'
import { createIpcAdapter } from './ipc-adapter'
import { lockContents, lockSession } from './lockdown'
import { menuTemplate } from './menu'
import { printPdf } from './print-pdf'
import { filesInArguments } from './opened-files'
import { answerUpload } from './upload'
import type { Windows } from './windows'
import { createWindows } from './windows'

/** How long closing waits for the last write before it ends anyway, ms. What was acknowledged is on disk already. */
const END_TIME = 10_000

/** Starts the desktop app. A second start hands its files to the first one and ends. */
export const boot = async (app: App): Promise<void> => {
  app.enableSandbox()
  registerAppScheme()
  if (!app.requestSingleInstanceLock()) return app.quit()
  lockContents(app)
  const waiting = filesInArguments(process.argv)
  let open = (path: string): void => void waiting.push(path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  await app.whenReady()
  const started = await start(app)
  app.on('second-instance', (_event, argv) => {
    started.windows.openFacilitator()
    filesInArguments(argv).forEach(open)
  })
  open = (path) => void openFile(app, started.host, started.windows, path)
  waiting.forEach(open)
  app.on('activate', () => started.windows.openFacilitator())
  app.on('window-all-closed', () => app.quit())
  endCleanly(app, started.host)
}

type Started = { readonly host: Host; readonly windows: Windows }

const start = async (app: App): Promise<Started> => {
  const root = findRoot()
  const resources = join(root, 'resources')
  const pages = join(root, 'out', 'renderer')
  const windows = createWindows(
    (window, role) => adapter.add(window, role),
    (news) => host.notice(news),
  )
  const host = await createHost(
    await nodeHostDeps({
      dataDir: process.env['POLYPHONY_DATA'] ?? defaultDataDir(),
      appData: defaultAppData(process.platform, process.env),
      resources,
      pages,
      reportThread: reportThreadIn(root),
      build: readVersion(root),
      samples: true,
      shell: shellPort(windows),
      capabilities: { nativeDialogs: true, showFiles: true, secondWindow: true },
      log: () => undefined,
    }),
  )
  const adapter = createIpcAdapter(host.attach)
  const session = sessions.defaultSession
  lockSession(session)
  serveApp(session, {
    pages: await readPages(pages),
    preview: host.preview,
    upload: (request) => answerUpload(request, { file: host.upload, blob: host.blob }),
  })
  const words = await readWords(resources)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words.english, host.runAction, process.platform)))
  for (const path of host.recentFiles().toReversed()) app.addRecentDocument(path)
  windows.openFacilitator()
  return { host, windows }
}

const shellPort = (windows: Windows): ShellPort => ({
  pickSessionFile: async () => {
    const options = { properties: ['openFile' as const], filters: [{ name: 'Polyphony', extensions: ['json'] }] }
    const owner: BrowserWindow | null = windows.facilitator()
    const picked = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    return picked.canceled ? null : (picked.filePaths[0] ?? null)
  },
  pickSavePath: async (suggested) => {
    const options = { defaultPath: suggested, filters: [{ name: 'Polyphony', extensions: ['polyphony.json'] }] }
    const owner = windows.facilitator()
    const picked = owner ? await dialog.showSaveDialog(owner, options) : await dialog.showSaveDialog(options)
    return picked.canceled || picked.filePath === '' ? null : picked.filePath
  },
  pickFolder: async () => {
    const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
    const owner = windows.facilitator()
    const picked = owner ? await dialog.showOpenDialog(owner, options) : await dialog.showOpenDialog(options)
    return picked.canceled ? null : (picked.filePaths[0] ?? null)
  },
  showFile: (path) => shell.showItemInFolder(path),
  // The system answers in words of its own; what people read is said by the page.
  openFile: async (path) => (await shell.openPath(path)) === '',
  printPdf,
  openProjector: (groupId) => void windows.openProjector(groupId),
  openTablet: () => void windows.openTablet(),
})

/** The page says why a file did not open. */
const openFile = async (app: App, host: Host, windows: Windows, path: string): Promise<void> => {
  windows.openFacilitator()
  const opened = await host.openFile(path)
  if (opened.ok) app.addRecentDocument(path)
}

/** Closing waits until the host has written its last change and given its files back. */
const endCleanly = (app: App, host: Host): void => {
  let ended = false
  const end = async (): Promise<void> => {
    await Promise.race([host.stop(), new Promise((resolve) => setTimeout(resolve, END_TIME).unref())])
    ended = true
    app.quit()
  }
  let ending = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    end().catch(() => app.exit(1))
  })
}
