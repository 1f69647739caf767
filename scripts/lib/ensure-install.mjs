import { existsSync, readFileSync } from 'node:fs'
import { at, run } from './run.mjs'

// What engines in package.json says; checked here as npm only warns.
const oldestNode = [20, 19]

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantMajor, wantMinor] = oldestNode
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return
  console.error(`Polyphony needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** True when every package of the lock that belongs on this machine is there in the locked version. */
export function isInstalled() {
  // npm writes this file last, so an interrupted install has none.
  const written = at('node_modules/.package-lock.json')
  if (!existsSync(written)) return false
  try {
    const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
    const have = JSON.parse(readFileSync(written, 'utf8')).packages
    return Object.entries(want).every(([path, locked]) => {
      if (path === '') return true
      const there = have[path]
      // Optional packages are mostly the native parts for other systems.
      return there === undefined ? locked.optional === true : there.version === locked.version
    })
  } catch {
    return false
  }
}

/** Installs exactly what the lock says, if it is not there yet. No package's own scripts are run. */
export async function ensureInstall() {
  checkNode()
  if (isInstalled()) return
  console.log('Installing what Polyphony is built from (about half a minute)...')
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  // Under `npm start` npm tells where it is itself; that also works on Windows, where npm is a .cmd file.
  const npm = process.env['npm_execpath']
  const { code } = npm?.endsWith('npm-cli.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' })
  if (code === 0) return
  console.error('The packages could not be installed. Is there a network connection? Then run the same command again.')
  process.exit(1)
}
