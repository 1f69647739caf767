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
  const table = docs.slice(docs.indexOf('## Records'), docs.indexOf('## Rounds'))
  const named = [...table.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, type]) => type)
  expect(named).toEqual([...RECORD_TYPES])
})

test.each(['small', 'all'])('a file of today (%s) opens, whole, and is written the same again', (name) => {
  const bytes = readFileSync(new URL(`test/fixtures/documents/${FORMAT_VERSION}-${name}.polyphony.json`, root))
  const { tables, mark, keys, edited, migratedFrom } = must(openDocument(bytes, loadTools))
  expect({ edited, migratedFrom }).toEqual({ edited: false, migratedFrom: undefined })
  const again = serializeDocument(allRecords(tables), mark, keys, (text) => loadTools.sha256(Buffer.from(text)))
  expect(again).toBe(bytes.toString())
})

test.each([1, 2])(
  'a file of version %i without what the migrations change differs in its first line only',
  (version) => {
    const bytes = readFileSync(new URL(`test/fixtures/documents/${version}-small.polyphony.json`, root))
    const { tables, mark, keys } = must(openDocument(bytes, loadTools))
    const again = serializeDocument(allRecords(tables), mark, keys, (text) => loadTools.sha256(Buffer.from(text)))
    expect(again.split('\n').slice(1)).toEqual(bytes.toString().split('\n').slice(1))
  },
)
