import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DATASET, DATASET_TABLES } from '@core/dataset/schema'

const docs = readFileSync('docs/dataset.md', 'utf8')

test.each(DATASET_TABLES)('docs/dataset.md has every column of %s, as the files have it', (table) => {
  const rows = DATASET[table].map(({ name, type, about }) => `| \`${name}\` | ${type} | ${about} |`)
  const expected = [`### ${table}`, '', '| column | type | meaning |', '|---|---|---|', ...rows].join('\n')
  expect(docs).toContain(`${expected}\n`)
})

test('docs/dataset.md names no table that there is not', () => {
  expect([...docs.matchAll(/^### (\w+)$/gm)].map(([, name]) => name)).toEqual(DATASET_TABLES)
})
