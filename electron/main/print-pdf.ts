import { BrowserWindow, session as sessions } from 'electron'
import { APP_ORIGIN } from './app-protocol'

const HEADERS = { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' } as const
/** A page that takes longer is stuck, ms. */
const PATIENCE = 60_000
/** Numbers the windows, so that no two share a session. */
let printed = 0

/**
 * Prints a page in a hidden window with a session of its own that lives in memory: no script, no preload, no request but the
 * page itself. Tagged, with an outline from the headings; the size comes from the page's own style.
 */
export const printPdf = async (html: Uint8Array): Promise<Uint8Array> => {
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
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
    },
  })
  const timer = setTimeout(() => window.destroy(), PATIENCE)
  try {
    await window.loadURL(`${APP_ORIGIN}/report.html`)
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
  } finally {
    clearTimeout(timer)
    window.destroy()
    session.protocol.unhandle('app')
  }
}
