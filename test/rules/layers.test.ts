import { beforeAll, describe, expect, test } from 'vitest'
import { lintPlanted } from './planted'
import type { Finding } from './planted'

/** A folder, a module it must not import, and whether a type of it would be welcome. */
const forbidden = [
  ['core/model', 'node:fs'],
  ['core/model', 'react'],
  ['core/model', '../../electron/host/host'],
  ['core/model', '../../renderer/shared/look/chip'],
  ['electron/storage', 'electron'],
  ['electron/storage', '../host/host'],
  ['electron/storage', '../export/csv'],
  ['electron/storage', 'ws'],
  ['electron/export', '../storage/journal'],
  ['electron/export', '../host/host'],
  ['electron/host', 'electron'],
  ['electron/host', '../storage/journal'],
  ['electron/host/server', '../../export/csv'],
  ['electron/host', '../main/windows'],
  ['electron/host', '../../renderer/shared/look/chip'],
  ['electron/preload', 'zod'],
  ['electron/preload', '@core/protocol/envelope'],
  ['electron/preload', '../host/host'],
  ['electron/main', '../../renderer/shared/look/chip'],
  ['renderer/shared/look', 'electron'],
  ['renderer/shared/look', 'node:fs'],
  ['renderer/shared/look', '../../facilitator/home/home'],
  ['renderer/facilitator/home', '../../participant/join'],
  ['renderer/facilitator/home', '../../../electron/host/host'],
  ['renderer/projector', '../facilitator/home/home'],
  ['renderer/projector', 'electron'],
  ['renderer/participant', 'react'],
  ['renderer/participant', '@mantine/core'],
  ['renderer/participant', 'zod'],
  ['renderer/participant', 'i18next'],
  ['renderer/participant', '@dnd-kit/react'],
  ['renderer/participant', 'recharts'],
  ['renderer/participant', '../facilitator/home/home'],
] as const

const welcome = [
  ['core/model', `import { z } from 'zod'\nimport { b } from '@core/lib/b'\nexport const a = [z, b]`],
  ['electron/storage', `import { x } from 'node:path'\nimport { y } from '@core/lib/b'\nexport const a = [x, y]`],
  ['electron/host', `import { x } from 'ws'\nimport type { S } from '../storage/s'\nexport const a: S = x`],
  [
    'electron/preload',
    `import { x } from 'electron'\nimport type { E } from '@core/protocol/e'\nexport const a: E = x`,
  ],
  ['electron/main', `import { x } from 'electron'\nimport { y } from '../host/host'\nexport const a = [x, y]`],
  [
    'renderer/facilitator/home',
    `import { x } from 'react'\nimport { y } from '../../shared/y'\nexport const a = [x, y]`,
  ],
  ['renderer/participant', `import { x } from 'preact'\nimport type { Z } from 'zod'\nexport const a: Z = x`],
] as const

const rules = [
  ['no-restricted-properties', 'core/model', 'export const a = () => Date.now()'],
  ['no-restricted-properties', 'core/model', 'export const a = () => Math.random()'],
  ['no-restricted-globals', 'core/model', 'export const a = () => process.env'],
  ['no-restricted-globals', 'core/model', 'export const a = () => window.name'],
  ['no-restricted-globals', 'core/model', 'export const a = () => document.title'],
  [
    'no-restricted-properties',
    'renderer/shared/look',
    `export const a = () => crypto.subtle.digest('SHA-256', new Uint8Array())`,
  ],
  ['no-restricted-properties', 'renderer/participant', 'export const a = () => crypto.randomUUID()'],
  ['no-restricted-properties', 'renderer/participant', `export const a = () => navigator.clipboard.writeText('x')`],
  ['no-restricted-properties', 'renderer/participant', `export const a = () => navigator.serviceWorker.ready`],
  ['no-restricted-properties', 'renderer/shared/look', `export const a = () => navigator.wakeLock.request('screen')`],
  ['no-restricted-properties', 'renderer/facilitator', `export const a = (e: Element) => { e.innerHTML = 'x' }`],
  ['no-restricted-properties', 'renderer/participant', `export const a = (e: Element) => { e.innerHTML = 'x' }`],
  ['no-danger', 'renderer/facilitator', `export const a = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />`],
  ['no-eval', 'electron/host', `export const a = () => eval('1')`],
  ['no-console', 'electron/host', `export const a = () => console.log('x')`],
  ['no-explicit-any', 'core/model', 'export const a = (b: any) => b'],
  ['no-default-export', 'electron/host', 'export default 1'],
  ['ban-ts-comment', 'core/model', '// @ts-ignore\nexport const a: number = 1'],
  ['no-floating-promises', 'electron/host', 'const b = async () => 1\nexport const a = () => { b() }'],
  [
    'switch-exhaustiveness-check',
    'core/model',
    `export const a = (b: 'x' | 'y') => {\n  switch (b) {\n    case 'x':\n      return 1\n  }\n  return 2\n}`,
  ],
  ['max-lines', 'core/model', Array.from({ length: 401 }, (_, n) => `export const a${n} = ${n}`).join('\n')],
  ['max-lines-per-function', 'core/model', `export function a(b: number[]) {\n${'  b.push(1)\n'.repeat(80)}}`],
] as const

const files: Record<string, string> = {
  'core/cycle/one.ts': `import { two } from './two'\nexport const one = () => two`,
  'core/cycle/two.ts': `import { one } from '@core/cycle/one'\nexport const two = () => one`,
}
const plant = (kind: string, at: number, folder: string, text: string): string => {
  const path = `${folder}/${kind}-${at}.tsx`
  files[path] = text
  return path
}
const plantedImports = forbidden.map(
  ([folder, from], at) =>
    [folder, from, plant('forbidden', at, folder, `import { x } from '${from}'\nexport const y = x`)] as const,
)
const plantedWelcome = welcome.map(([folder, text], at) => [folder, plant('welcome', at, folder, text)] as const)
const plantedRules = rules.map(([rule, folder, text], at) => [rule, folder, plant('rule', at, folder, text)] as const)

let findings: readonly Finding[] = []
beforeAll(async () => {
  findings = await lintPlanted(files)
})
const rulesBrokenBy = (path: string): readonly string[] =>
  findings.filter((one) => one.path === path).map((one) => one.rule.replace(/^.*\((.*)\)$/, '$1'))

describe('a layer', () => {
  test.each(plantedImports)('%s may not import %s', (_folder, _from, path) => {
    expect(rulesBrokenBy(path)).toContain('no-restricted-imports')
  })

  test.each(plantedWelcome)('%s imports what it is meant to', (_folder, path) => {
    expect(rulesBrokenBy(path)).toEqual([])
  })

  test('two files may not import each other', () => {
    expect(rulesBrokenBy('core/cycle/one.ts')).toContain('no-cycle')
  })
})

describe('the linter', () => {
  test.each(plantedRules)('finds %s in %s', (rule, _folder, path) => {
    expect(rulesBrokenBy(path)).toContain(rule)
  })
})
