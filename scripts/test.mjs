// npm test: every check and every test, from a fresh clone. The last line is `N passed, N failed[, N skipped]`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronPath, hasDisplay } from './lib/electron-runtime.mjs'
import { ensureBuild } from './lib/ensure-build.mjs'
import { ensureInstall } from './lib/ensure-install.mjs'
import { ensureChromium, howToGetChromium } from './lib/find-chromium.mjs'
import { ensureOffice, howToGetOffice } from './lib/find-office.mjs'
import { at, killAll, runCommand } from './lib/run.mjs'
import { add, countReport, declaredTests, lastLine, nothing } from './lib/tally.mjs'

const long = process.argv.includes('--long')
const minutes = 60_000
const checkLimit = 5 * minutes
// Far above what a run takes on two cores; only there so that a runner that hangs becomes a failure.
const testLimit = (long ? 180 : 15) * minutes

const smokeFolder = 'test/e2e/electron-smoke'
const checks = [
  ['format', 'oxfmt', ['--check']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['types', 'typescript', ['-b'], 'tsc'],
  ['dead code', 'knip', ['--no-progress']],
]

const results = []
const skippedNames = []

function note(name, counts, started) {
  results.push({ name, ...counts, seconds: Math.round((Date.now() - started) / 1000) })
}

function title(name) {
  console.log(`\n== ${name}`)
}

async function step(name, work) {
  title(name)
  const started = Date.now()
  const good = await work()
  note(name, { ...nothing, [good ? 'passed' : 'failed']: 1 }, started)
  return good
}

async function check([name, dependency, args, command]) {
  return step(name, async () => {
    const { code } = await runCommand(dependency, args, { command, timeout: checkLimit, group: true })
    return code === 0
  })
}

async function project(name, env) {
  title(`tests: ${name}`)
  const started = Date.now()
  const folder = mkdtempSync(join(tmpdir(), 'polyphony-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '-c', 'test/vitest.config.ts', '--project', name]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, timedOut } = await runCommand('vitest', [...args, ...reporters], {
    env,
    timeout: testLimit,
    group: true,
  })
  if (timedOut) console.error(`${name}: ended after ${testLimit / minutes} minutes.`)
  const text = existsSync(report) ? readFileSync(report, 'utf8') : ''
  rmSync(folder, { recursive: true, force: true })
  const { skippedNames: names, ...counts } = countReport(text, code)
  skippedNames.push(...names)
  note(name, counts, started)
}

/** Counts a project's tests as skipped, saying which tool is missing. */
function skip(name, folder, reason, except = null) {
  const count = declaredTests(at(folder), except && at(except))
  if (count === 0) return
  skippedNames.push(`${folder} (${count} tests): ${reason}`)
  note(name, { ...nothing, skipped: count }, Date.now())
}

async function browserTests(env) {
  if (env.CHROMIUM === undefined) skip('e2e', 'test/e2e', `no Chromium. ${howToGetChromium}`, smokeFolder)
  else await project('e2e', env)
}

async function desktopTests(env) {
  const folder = smokeFolder
  if (!existsSync(at(folder))) return
  if (electronPath() === null) skip('electron-smoke', folder, 'no Electron runtime (npx install-electron fetches it).')
  else if (!hasDisplay()) skip('electron-smoke', folder, 'no display (xvfb-run npm test gives it one).')
  else await project('electron-smoke', { ...env, POLYPHONY_ELECTRON: '1' })
}

function summary() {
  title('summary')
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(`${name.padEnd(16)} ${lastLine({ passed, failed, skipped })} (${seconds} s)`)
  }
  if (skippedNames.length > 0) console.log(`\nSkipped:\n${skippedNames.map((name) => `  ${name}`).join('\n')}`)
}

async function main() {
  await ensureInstall()
  const chromium = await ensureChromium()
  const env = { CI: 'true', ...(long && { POLYPHONY_LONG: '1' }), ...(chromium && { CHROMIUM: chromium }) }
  if (chromium === null) console.error(`No Chromium here, so the browser tests are skipped. ${howToGetChromium}`)
  if (!(await ensureOffice())) console.error(howToGetOffice)
  for (const one of checks) await check(one)
  await step('build', ensureBuild)
  for (const name of ['node', 'electron', 'ui']) await project(name, env)
  await browserTests(env)
  await desktopTests(env)
  summary()
  const total = results.reduce(add, nothing)
  console.log(`\n${lastLine(total)}`)
  return total.failed > 0 ? 1 : 0
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    killAll('SIGTERM')
    process.exit(1)
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error)
  const total = results.reduce(add, { ...nothing, failed: 1 })
  console.log(`\n${lastLine(total)}`)
  process.exitCode = 1
}
