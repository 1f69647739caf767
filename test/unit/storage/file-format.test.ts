import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMAT_VERSION } from '@core/load/migrations'
import { openDocument } from '@core/load/open-document'
import { serializeDocument } from '@core/load/serialize'
import { allRecords } from '@core/model/document'
import { RECORD_TYPES } from '@core/model/records'
import { loadTools } from '../../../electron/storage/recovery'
import { must } from '../../helpers/must'

const root = new URL('../../../', import.meta.url)
const docs = readFileSync(new URL('docs/file-format.md', root), 'utf8')

test('the description names every record type, and no other', () => {
  const table = docs.slice(docs.indexOf('## Records'), docs.indexOf('## Beside'))
  const named = [...table.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, type]) => type)
  expect(named).toEqual([...RECORD_TYPES])
})

test('a file of today opens, whole, and is written the same again', () => {
  const bytes = readFileSync(new URL(`test/fixtures/documents/${FORMAT_VERSION}-small.polyphony.json`, root))
  const { tables, mark, keys, edited, migratedFrom } = must(openDocument(bytes, loadTools))
  expect({ edited, migratedFrom }).toEqual({ edited: false, migratedFrom: undefined })
  expect(tables.card.size).toBe(2)
  const again = serializeDocument(allRecords(tables), mark, keys, (text) => loadTools.sha256(Buffer.from(text)))
  expect(again).toBe(bytes.toString())
})

test('a file of version 1 without what the migration changes differs in its first line only', () => {
  const bytes = readFileSync(new URL('test/fixtures/documents/1-small.polyphony.json', root))
  const { tables, mark, keys } = must(openDocument(bytes, loadTools))
  const again = serializeDocument(allRecords(tables), mark, keys, (text) => loadTools.sha256(Buffer.from(text)))
  expect(again.split('\n').slice(1)).toEqual(bytes.toString().split('\n').slice(1))
})
