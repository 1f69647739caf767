import { pathToFileURL } from 'node:url'
import { resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './sources'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface Tally {
  countReport(text: string, exitCode: number | null): Counts & { readonly skippedNames: readonly string[] }
  lastLine(counts: Counts): string
}

// The scripts are plain JavaScript, run before anything is installed: they have no types to import.
const tally = (await import(pathToFileURL(resolve(root, 'scripts/lib/tally.mjs')).href)) as Tally

const report = (...files: readonly { readonly status: string; readonly tests: readonly string[] }[]): string =>
  JSON.stringify({
    testResults: files.map(({ status, tests }, at) => ({
      name: resolve(root, `test/${at}.test.ts`),
      status,
      assertionResults: tests.map((state) => ({ status: state, fullName: `is ${state}` })),
    })),
  })

const count = (text: string, exitCode: number | null): Counts => {
  const { passed, failed, skipped } = tally.countReport(text, exitCode)
  return { passed, failed, skipped }
}

describe('npm test counts', () => {
  test('what passed, failed and was skipped, and names the skipped', () => {
    const text = report({ status: 'failed', tests: ['passed', 'failed', 'skipped', 'todo'] })
    expect(tally.countReport(text, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      skippedNames: [`test${sep}0.test.ts: is skipped`, `test${sep}0.test.ts: is todo`],
    })
  })

  test('a file that could not be loaded as a failure', () => {
    expect(count(report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] }), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
  })

  test('tests whose worker died as failures, not as skipped', () => {
    expect(count(report({ status: 'passed', tests: ['pending', 'pending'] }), 1)).toMatchObject({
      failed: 2,
      skipped: 0,
    })
  })

  test.each([
    ['an unhandled error', report({ status: 'passed', tests: ['passed'] }), 1],
    ['a runner ended by a signal', report({ status: 'passed', tests: ['passed'] }), null],
    ['no report', '', 0],
    ['half a report', '{"testResults":[', 1],
    ['no test at all', report(), 0],
  ])('%s as one failure', (_, text, exitCode) => {
    expect(count(text, exitCode).failed).toBe(1)
  })

  test('and says it in one line', () => {
    expect(tally.lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(tally.lastLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
  })
})
