import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { at, root, runCommand } from './run.mjs'

const sources = [
  'core',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const outputs = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/host/cli.js',
  'out/renderer/index.html',
  'out/renderer/projector.html',
  'out/renderer/participant.html',
]
// Inside out/, which every build empties: a build that fails leaves no stamp behind.
const stamp = at('out/.stamp')

function filesUnder(path) {
  if (!existsSync(path)) return []
  const found = []
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) found.push(...filesUnder(child))
    else if (entry.isFile()) found.push(child)
  }
  return found
}

/** Hash of all that the build reads: contents, not times, since a checkout sets the times anew. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = at(source)
    const files = /\.\w+$/.test(source) ? [path] : filesUnder(path).sort()
    for (const file of files) {
      hash.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

export function isBuilt(now = fingerprint()) {
  if (!outputs.every((path) => existsSync(at(path)))) return false
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now
}

/** Builds unless out/ was built from these very sources. Answers whether there is a good build now. */
export async function ensureBuild() {
  const now = fingerprint()
  if (isBuilt(now)) return true
  console.log('Building...')
  rmSync(stamp, { force: true })
  const { code } = await runCommand('electron-vite', ['build', '--logLevel', 'warn'], { timeout: 300_000 })
  if (code !== 0 || !outputs.every((path) => existsSync(at(path)))) return false
  writeFileSync(stamp, `${now}\n`)
  return true
}

/** The same for commands that cannot go on without a build. */
export async function ensureBuildOrExit() {
  if (await ensureBuild()) return
  console.error('The build failed; what went wrong is said above.')
  process.exit(1)
}
