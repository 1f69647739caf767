import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
// Where the systems without a common PATH entry keep it.
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google/Chrome/Application/chrome.exe')] : [],
  ),
]

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of a Chromium or Chrome on this machine, or null. CHROMIUM names one and then decides alone. */
export function findChromium() {
  const named = process.env['CHROMIUM']
  if (named) return isProgram(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...elsewhere].find(isProgram) ?? null
}

const canInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0 && !process.env['CHROMIUM']

async function installFromPackages() {
  console.log("Installing Chromium from the system's packages (once)...")
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env, timeout: 300_000 })
  const first = await install()
  if (first.code === 0) return
  // A fresh container has no package lists yet.
  const update = await run('apt-get', ['update', '-qq'], { env, timeout: 120_000 })
  if (update.code === 0) await install()
}

/** Finds Chromium, installing it where that needs nobody's password. Null: the browser tests cannot run. */
export async function ensureChromium() {
  const found = findChromium()
  if (found !== null || !canInstall()) return found
  await installFromPackages()
  return findChromium()
}

export const howToGetChromium =
  'Install Chromium or Chrome (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM=/path/to/it.'
