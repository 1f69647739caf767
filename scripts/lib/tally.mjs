import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './run.mjs'

export const nothing = Object.freeze({ passed: 0, failed: 0, skipped: 0 })

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** The last line of a run; machines read it, so its form is fixed. */
export function lastLine({ passed, failed, skipped }) {
  const counted = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted
}

const skippedStates = new Set(['skipped', 'todo', 'disabled'])
// Vitest calls a test pending that was begun or queued and has no end: its worker died.
const failedStates = new Set(['failed', 'pending'])

function countFile(file) {
  const states = file.assertionResults.map((test) => test.status)
  const skipped = states.filter((state) => skippedStates.has(state)).length
  const failed = states.filter((state) => failedStates.has(state)).length
  const passed = states.filter((state) => state === 'passed').length
  // A file that could not be loaded, or whose hook failed, holds no failed test.
  return { passed, skipped, failed: file.status === 'failed' ? Math.max(failed, 1) : failed }
}

/**
 * Counts a report of vitest's JSON reporter. A runner that ended badly without naming a failed test (a crash, an
 * unhandled rejection, no report, no test found) counts as one failure.
 */
export function countReport(text, exitCode) {
  let report
  try {
    report = JSON.parse(text)
  } catch {
    return { ...nothing, failed: 1, skippedNames: [] }
  }
  const files = report.testResults ?? []
  const sum = files.map(countFile).reduce(add, nothing)
  const empty = sum.passed + sum.failed + sum.skipped === 0
  const unexplained = sum.failed === 0 && (exitCode !== 0 || empty)
  const skippedNames = files.flatMap((file) =>
    file.assertionResults
      .filter((test) => skippedStates.has(test.status))
      .map((test) => `${relative(root, file.name)}: ${test.fullName}`),
  )
  return { ...sum, failed: sum.failed + (unexplained ? 1 : 0), skippedNames }
}

/** How many end-to-end tests a folder declares, told from their text: without their tool they cannot be loaded. */
export function declaredTests(folder, except = null) {
  if (!existsSync(folder)) return 0
  let count = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.e2e.ts') || entry.parentPath === except) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    count += text.match(/^\s*(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(/gm)?.length ?? 0
  }
  return count
}
