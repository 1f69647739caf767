import { expect, test } from 'vitest'
import { filesUnder } from './sources'

/** What the projects of test/vitest.config.ts take up. */
const TAKEN = /^test\/((unit|contract|host|rules|electron)\/.*\.test\.ts|ui\/.*\.test\.tsx?|e2e\/.*\.e2e\.ts)$/

test('every test file belongs to a project, so that it runs', () => {
  const files = filesUnder('test', /\.(test|e2e)\.tsx?$/).map(({ path }) => path)
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((path) => !TAKEN.test(path))).toEqual([])
})
