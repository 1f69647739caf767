import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PrintPdf } from './office-tools'

/** A page that takes longer is stuck, ms. */
const PATIENCE = 60_000

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

/**
 * Prints through an installed browser without a window, in a profile of its own that is gone afterwards. Throws `NoPrinter`,
 * or an error when the browser does not give a file.
 */
export const createChromiumPdf = (browser: () => Promise<string | null>): PrintPdf => {
  return async (html) => {
    const path = await browser()
    if (path === null) throw new NoPrinter()
    const folder = await mkdtemp(join(tmpdir(), 'polyphony-pdf-'))
    try {
      const page = join(folder, 'report.html')
      const target = join(folder, 'report.pdf')
      await writeFile(page, html, { mode: 0o600 })
      await runOnce(path, flags(folder, target, pathToFileURL(page).href))
      return new Uint8Array(await readFile(target))
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

const flags = (folder: string, target: string, url: string): string[] => [
  '--headless=new',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  // A browser that root starts refuses its own sandbox. The page's own policy lets nothing run.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${join(folder, 'profile')}`,
  // Named in the file as what made it.
  '--user-agent=Polyphony',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${target}`,
  url,
]

const runOnce = (path: string, args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(path, args, { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.on('error', (error) => {
      clearTimeout(timer)
      failed(error)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) done()
      else failed(new Error(`the browser ended with ${String(code)}`))
    })
  })
