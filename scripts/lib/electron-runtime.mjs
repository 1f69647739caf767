import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, run } from './run.mjs'

const folder = at('node_modules/electron')

/** Path of the Electron program, or null if it has not been fetched. Never fetches: `import 'electron'` would. */
export function electronPath() {
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron'
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : null
}

/** Whether a window can be shown. Only Linux can be without; the variables are how programs there find one. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

// A mirror or a proxy may be reachable where the usual place is not.
const otherWays = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']

async function downloadsReachable() {
  if (otherWays.some((name) => process.env[name])) return true
  try {
    await fetch('https://github.com/', { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

/**
 * The Electron program, fetched if need be; null if it cannot be had. Without a network it may still lie in
 * Electron's own cache, so unpacking is tried, but only for as long as unpacking takes.
 */
export async function ensureElectron() {
  const present = electronPath()
  if (present !== null) return present
  const reachable = await downloadsReachable()
  if (reachable) console.log('Fetching the Electron runtime (about 120 MB, once)...')
  const timeout = reachable ? 600_000 : 20_000
  await run(process.execPath, [join(folder, 'install.js')], { quiet: true, timeout })
  return electronPath()
}
