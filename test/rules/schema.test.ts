import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { sessionFileJsonSchema } from '@core/load/json-schema'
import { RECORD_TYPES } from '@core/model/records'
import { root } from './sources'

const published = (): unknown => JSON.parse(readFileSync(resolve(root, 'resources/schema/session.schema.json'), 'utf8'))

test('the published JSON Schema is current: run `npm run schema` after a change of a record', () => {
  expect(published()).toEqual(JSON.parse(JSON.stringify(sessionFileJsonSchema())))
})

test('it defines every record type', () => {
  expect(Object.keys((published() as { readonly $defs: object }).$defs)).toEqual(
    expect.arrayContaining([...RECORD_TYPES]),
  )
})
