import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serializeDocument } from '@core/load/serialize'
import type { AnyRecord } from '@core/model/records'
import { recordSchemas } from '@core/model/registry'
import { baselineSession } from './baseline'
import { coordinatorSession } from './coordinator'
import { dialogueSessions } from './dialogue'
import { firstFamilySession } from './families-first'
import { secondFamilySession } from './families-second'
import { sampleKit } from './kit'
import { projectSessions } from './projects'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const SAMPLES = (): {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly parts: readonly (readonly AnyRecord[])[]
}[] => {
  const families = sampleKit(20261027)
  const first = firstFamilySession(families)
  return [
    {
      id: 'families',
      name: 'Families: a polyphonic community',
      place: 'Slovenia',
      parts: [first.records, secondFamilySession(families, first)],
    },
    {
      id: 'baseline',
      name: 'Integrated care baseline',
      place: 'Six countries',
      parts: [baselineSession(sampleKit(20261002))],
    },
    {
      id: 'projects',
      name: 'Innovation projects in child protection',
      place: 'Norway',
      parts: projectSessions(sampleKit(20260908)),
    },
    {
      id: 'coordinator',
      name: 'One coordinating case worker',
      place: 'Denmark',
      parts: [coordinatorSession(sampleKit(20261013))],
    },
    {
      id: 'dialogue',
      name: 'Quality of life, led by families',
      place: 'Norway',
      parts: dialogueSessions(sampleKit(20260825)),
    },
  ]
}

/** Writes every sample lab to `folder`; throws when a record does not fit its schema. */
export const buildSamples = async (folder: string): Promise<void> => {
  const index = []
  for (const sample of SAMPLES()) {
    await mkdir(join(folder, sample.id), { recursive: true })
    const parts = []
    for (const [number, records] of sample.parts.entries()) {
      for (const record of records) recordSchemas[record.type].parse(record)
      const text = serializeDocument(records, { generation: 1, lastSeq: 0, open: false }, [], sha256)
      const file = `${sample.id}/${number + 1}.polyphony.json`
      await writeFile(join(folder, file), text)
      const session = records.find((record) => record.type === 'session')
      parts.push({ file, title: session?.title ?? '', day: session?.day ?? '' })
    }
    index.push({ id: sample.id, name: sample.name, place: sample.place, parts })
  }
  await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
}
