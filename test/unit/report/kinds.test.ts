import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { emptyTables } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import { openDocument } from '@core/load/open-document'
import type { ExportWhat } from '@core/protocol/requests'
import type { ExportKind } from '@core/report/formats'
import { availableKinds, reportOf } from '@core/report/kinds'
import { loadTools } from '../../../electron/storage/recovery'

const sample = async (name: string): Promise<DocumentView> => {
  const file = resolve(import.meta.dirname, '../../../resources/samples', name)
  const opened = openDocument(await readFile(file), loadTools)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.tables
}

const whatOf = (kind: ExportKind): ExportWhat => {
  switch (kind) {
    case 'guide':
      return { kind, round: 2 }
    case 'session':
    case 'minutes':
    case 'brief':
    case 'families':
    case 'esn':
    case 'lab':
      return { kind }
    case 'board':
    case 'ballots':
    case 'access':
    case 'compare':
      throw new Error('is not offered as a kind of report')
  }
}

test('every kind that is offered can be made, of a full session and of an empty one', async () => {
  for (const view of [await sample('families/2.polyphony.json'), emptyTables()]) {
    for (const kind of availableKinds(view)) {
      const model = reportOf(whatOf(kind), 'public', { view, lab: [], today: '2026-11-22' })
      expect(model?.kind, kind).toBe(kind)
    }
  }
})

test('a guide is offered only where something travels from round to round', async () => {
  expect(availableKinds(emptyTables())).not.toContain('guide')
  expect(availableKinds({ ...emptyTables(), session: (await sample('families/2.polyphony.json')).session })[0]).toBe(
    'session',
  )
})
