// npm start: the desktop app from a fresh clone; the browser version where there can be no desktop window.
import { runBrowserVersion } from './lib/browser-version.mjs'
import { ensureElectron, hasDisplay } from './lib/electron-runtime.mjs'
import { ensureBuildOrExit } from './lib/ensure-build.mjs'
import { ensureInstall } from './lib/ensure-install.mjs'
import { foreground } from './lib/foreground.mjs'
import { root } from './lib/run.mjs'

// Failing sooner than this (ms) means that Electron could not start, not that the app crashed at work.
const startTime = 10_000

/** Answers the exit code, or null if Electron does not run on this system (no sandbox, a library missing, root). */
async function runDesktop(electron, args) {
  const env = { ...process.env }
  // Editors built on Electron set this in their terminals; with it Electron would be a plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  const started = Date.now()
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => (asked = true))
  const code = await foreground(electron, [root, ...args], { env }).ended
  return code !== 0 && !asked && Date.now() - started < startTime ? null : code
}

async function browserInstead(reason, args) {
  console.log(`${reason}, so here is the browser version instead.`)
  return runBrowserVersion(args)
}

async function main(args) {
  await ensureInstall()
  await ensureBuildOrExit()
  if (!hasDisplay()) return browserInstead('There is no display for a desktop window', args)
  const electron = await ensureElectron()
  if (electron === null) return browserInstead('The Electron runtime could not be fetched', args)
  return (await runDesktop(electron, args)) ?? browserInstead('The desktop window could not be started here', args)
}

process.exitCode = await main(process.argv.slice(2))
