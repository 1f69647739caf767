import { BrowserWindow, session as sessions } from 'electron'
import type { PrintPdf } from '../export/office-tools'
import { unlessStopped } from '../export/unless-stopped'
import { APP_ORIGIN } from './app-protocol'

const HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' } as const
/** A page that takes longer is stuck, ms. A thousand pages take minutes, and can be stopped. */
const PATIENCE = 300_000
/** Numbers the windows, so that no two share a session. */
let printed = 0

/**
 * Prints a page in a hidden window with a session of its own that lives in memory: no script, no preload, no request but the
 * page itself. Tagged, with an outline from the headings; the size comes from the page's own style. When `signal` says stop,
 * the window is gone at once.
 */
export const printPdf: PrintPdf = async (html, signal) => {
  signal?.throwIfAborted()
  const partition = `report-${(printed += 1)}`
  const session = sessions.fromPartition(partition)
  session.protocol.handle('app', () => new Response(new Uint8Array(html), { headers: HEADERS }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(app|data):/.test(url) }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      javascript: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      devTools: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
    },
  })
  const print = async (): Promise<Uint8Array> => {
    await window.loadURL(`${APP_ORIGIN}/report.html`)
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
  }
  const patience = AbortSignal.timeout(PATIENCE)
  try {
    // A window that is destroyed does not always say so to who waits for it.
    return await unlessStopped(signal ? AbortSignal.any([signal, patience]) : patience, print())
  } finally {
    window.destroy()
    session.protocol.unhandle('app')
  }
}
