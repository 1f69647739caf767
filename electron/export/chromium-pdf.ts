import { stat } from 'node:fs/promises'
import type { Browser } from './chromium-browser'
import { BrowserEnded, startBrowser } from './chromium-browser'
import type { PrintPdf } from './office-tools'
import { printPage } from './print-page'
import { unlessStopped } from './unless-stopped'

/** A page that takes longer is stuck, ms. A thousand pages take minutes, and can be stopped. */
const PATIENCE = 300_000
/** Who prints often does it again within this time; to start takes as long as to print a short report, ms. */
const IDLE = 20_000
/** Browsers tried for a page: somebody who stops another page ends the browser of both. */
const TURNS = 3

/** Names a browser that can print has on this computer. `POLYPHONY_CHROMIUM` goes before all of them. */
const PLACES: { readonly [platform: string]: readonly string[] } = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/** No browser that could print was found: other formats work all the same. */
export class NoPrinter extends Error {
  constructor() {
    super('no browser found that prints')
    this.name = 'NoPrinter'
  }
}

export const findBrowser = async (
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): Promise<string | null> => {
  const own = environment['POLYPHONY_CHROMIUM']
  for (const path of own === undefined ? (PLACES[platform] ?? []) : [own]) {
    if ((await stat(path).catch(() => null))?.isFile()) return path
  }
  return null
}

/** The browser that is kept: started when it is asked for, and again when it is over. */
const keeping = (path: () => Promise<string | null>) => {
  let kept: Promise<Browser> | null = null
  const open = async (): Promise<Browser> => {
    const found = await path()
    if (found === null) throw new NoPrinter()
    return await startBrowser(found).catch((error: unknown) => {
      // Another try would meet the same.
      throw error instanceof BrowserEnded ? new Error('the browser does not start') : error
    })
  }
  return {
    ready: (): Promise<Browser> => {
      if (kept) return kept
      const opening = open()
      kept = opening
      const forget = (): void => {
        if (kept === opening) kept = null
      }
      opening.then(({ over }) => over).then(forget, forget)
      return opening
    },
    end: async (): Promise<void> => {
      const browser = await kept?.catch(() => null)
      await browser?.end()
    },
  }
}

/**
 * Prints through an installed browser without a window, which is kept for a while and ends with the program. Throws
 * `NoPrinter`, an error when the browser gives no file, and the reason of `signal` when that says stop: at once, also in
 * the middle of a page.
 */
export const createChromiumPdf = (
  path: () => Promise<string | null>,
): PrintPdf & { readonly close: () => Promise<void> } => {
  const { ready, end: close } = keeping(path)
  let pages = 0
  let closing: NodeJS.Timeout | undefined
  const rest = (browser: Browser): void => {
    browser.hold(false)
    closing = setTimeout(() => void browser.end(), IDLE).unref()
  }
  const printOnce = async (html: Uint8Array, stop: AbortSignal): Promise<Uint8Array> => {
    const browser = await ready()
    const end = (): void => void browser.end()
    clearTimeout(closing)
    browser.hold(true)
    pages += 1
    stop.addEventListener('abort', end)
    try {
      stop.throwIfAborted()
      return await printPage(browser, html)
    } finally {
      stop.removeEventListener('abort', end)
      pages -= 1
      if (pages === 0) rest(browser)
    }
  }
  const print: PrintPdf = async (html, signal) => {
    const patience = AbortSignal.timeout(PATIENCE)
    const stop = signal ? AbortSignal.any([signal, patience]) : patience
    for (let turn = 1; ; turn += 1) {
      stop.throwIfAborted()
      try {
        return await unlessStopped(stop, printOnce(html, stop))
      } catch (error) {
        if (stop.aborted || turn === TURNS || !(error instanceof BrowserEnded)) throw error
      }
    }
  }
  return Object.assign(print, { close })
}
