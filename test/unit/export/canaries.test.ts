import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { dialogueSessions } from '../../../scripts/samples/dialogue'
import { projectSessions } from '../../../scripts/samples/projects'
import { sampleKit } from '../../../scripts/samples/kit'
import { hasPdfTools } from '../../helpers/office'
import { plantPeople } from '../../helpers/planted-people'
import { browser, drawn, everyKind, familyLab, reportPort } from '../../helpers/report-kinds'
import { unzippedBytes } from '../../helpers/unzipped'

const labs: { readonly lab: string; readonly sessions: AnyRecord[][] }[] = [
  { lab: 'families', sessions: familyLab() },
  { lab: 'projects', sessions: projectSessions(sampleKit(5)) },
  { lab: 'dialogue', sessions: dialogueSessions(sampleKit(6)) },
]

const planted = labs.map(({ lab, sessions }) => {
  const parts = sessions.map(plantPeople)
  return {
    lab,
    subjects: everyKind(parts.map(({ records }) => records)),
    needles: parts[0]?.needles ?? [],
    fields: new Set(parts.flatMap(({ fields }) => [...fields])),
  }
})

const found = (text: string, needles: readonly string[]): string[] => needles.filter((needle) => text.includes(needle))

/** Everything in the file that a program can read: each part of a zip, its name, and the bytes as they are. */
const readable = (name: string, bytes: Uint8Array): string => {
  const office = name.endsWith('.docx') || name.endsWith('.xlsx')
  // The typeface is scrambled bytes, and the largest of all.
  const parts = office ? [...unzippedBytes(bytes)].filter(([part]) => !part.endsWith('.odttf')) : []
  return [
    name,
    Buffer.from(bytes).toString('utf8'),
    ...parts.flatMap(([part, data]) => [part, data.toString('utf8')]),
  ].join('\n')
}

const port = await reportPort()

describe('200 people, their numbers and addresses in every field', () => {
  test('are planted widely, and stand in the report for the lab itself', async () => {
    expect(planted.reduce((sum, { fields }) => sum + fields.size, 0)).toBeGreaterThan(60)
    const [first] = planted
    const [session] = first?.subjects ?? []
    if (!first || !session) throw new Error('nothing planted')
    const html = (await drawn(port, session, 'html', 'internal'))
      .map(({ name, bytes }) => readable(name, bytes))
      .join('')
    expect(found(html, first.needles).length).toBeGreaterThan(100)
  })

  const cases = planted.flatMap(({ lab, subjects, needles }) =>
    subjects.map((subject) => ({ lab, kind: subject.name, subject, needles })),
  )
  test.each(cases)('$lab, $kind: none in what is for others', async ({ lab, subject, needles }) => {
    for (const format of subject.formats) {
      if (format === 'pdf' || (lab !== 'families' && format === 'docx')) continue
      for (const { name, bytes } of await drawn(port, subject, format))
        expect(found(readable(name, bytes), needles), `${subject.name} ${name}`).toEqual([])
    }
  })

  test.skipIf(browser === null || !hasPdfTools)(
    'none in a PDF, its outline and its properties (needs Chromium and poppler)',
    async () => {
      const [first] = planted
      const [session] = first?.subjects ?? []
      if (!first || !session) throw new Error('nothing planted')
      const folder = mkdtempSync(join(tmpdir(), 'polyphony-canaries-'))
      try {
        const file = join(folder, 'report.pdf')
        for (const { bytes } of await drawn(port, session, 'pdf')) writeFileSync(file, bytes)
        const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' })
        const text = run('pdftotext', file, '-')
        expect(text.length).toBeGreaterThan(2_000)
        const all = [
          text,
          run('pdfinfo', file),
          run('pdfinfo', '-meta', file),
          run('pdfinfo', '-struct-text', file),
        ].join('\n')
        expect(found(all.replaceAll(/\s+/g, ' '), first.needles)).toEqual([])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
