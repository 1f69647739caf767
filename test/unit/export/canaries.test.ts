import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { Profile } from '@core/report/model'
import { startDataset } from '../../../electron/export/dataset/write-dataset'
import { dialogueSessions } from '../../../scripts/samples/dialogue'
import { projectSessions } from '../../../scripts/samples/projects'
import { sampleKit } from '../../../scripts/samples/kit'
import { hasPdfTools, said } from '../../helpers/office'
import { plantPeople } from '../../helpers/planted-people'
import { browser, drawn, everyKind, familyLab, guideOf, reportPort } from '../../helpers/report-kinds'
import { englishReader } from '../../helpers/report'
import { unzippedBytes } from '../../helpers/unzipped'

/** npm test prints some kinds and looks at one lab in Word; the long run at everything, for both readers outside. */
const LONG = Boolean(process.env['POLYPHONY_LONG'])
const READERS: readonly Profile[] = LONG ? ['public', 'participants'] : ['public']
const PRINTED: ReadonlySet<string> = new Set(['session', 'guide', 'compare'])

const labs: { readonly lab: string; readonly sessions: AnyRecord[][] }[] = [
  { lab: 'families', sessions: familyLab() },
  { lab: 'projects', sessions: projectSessions(sampleKit(5)) },
  { lab: 'dialogue', sessions: dialogueSessions(sampleKit(6)) },
]

const planted = labs.map(({ lab, sessions }) => {
  const parts = sessions.map(plantPeople)
  return {
    lab,
    subjects: [
      ...everyKind(parts.map(({ records }) => records)),
      ...(lab === 'dialogue' ? [guideOf(parts.map(({ records }) => records))] : []),
    ],
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
    for (const profile of READERS) {
      for (const format of subject.formats) {
        if (format === 'pdf' || (!LONG && lab !== 'families' && format === 'docx')) continue
        for (const { name, bytes } of await drawn(port, subject, format, profile))
          expect(found(readable(name, bytes), needles), `${subject.name} ${name}`).toEqual([])
      }
    }
  })

  const printed = cases.filter(
    ({ lab, kind }) => LONG || (PRINTED.has(kind) && (kind === 'guide' || lab === 'families')),
  )
  test.skipIf(browser === null || !hasPdfTools).each(printed)(
    '$lab, $kind: none in a PDF, its outline and its properties (needs Chromium and poppler)',
    async ({ subject, needles }) => {
      const folder = mkdtempSync(join(tmpdir(), 'polyphony-canaries-'))
      try {
        const file = join(folder, 'report.pdf')
        for (const { bytes } of await drawn(port, subject, 'pdf')) writeFileSync(file, bytes)
        const text = said('pdftotext', file, '-')
        expect(text.length).toBeGreaterThan(500)
        const about = [[file], ['-meta', file], ['-struct-text', file]].map((args) => said('pdfinfo', ...args))
        expect(found([text, ...about].join('\n').replaceAll(/\s+/g, ' '), needles)).toEqual([])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )

  const asked = { profile: 'public', lang: 'en', base: 'report' } as const

  test.each(planted)(
    '$lab: none in a board on paper or a picture of a board or chart',
    async ({ subjects, needles }) => {
      const pictures: string[] = []
      for (const { view, ask } of subjects) {
        const parts = await port.parts(view, { ...ask, ...asked })
        for (const chart of parts.flatMap(({ charts }) => charts)) {
          const picture = await port.picture(view, { ...ask, ...asked }, { chartId: chart.id, as: 'svg' })
          pictures.push(`${picture?.name} ${picture?.data}`)
        }
      }
      const [session] = subjects
      for (const board of session?.view.board.values() ?? []) {
        if (!session) continue
        const what = { kind: 'board', boardId: board.id, paper: 'a4' } as const
        const ask = { ...session.ask, ...asked, what }
        const picture = await port.picture(session.view, ask, { as: 'svg' })
        // What a PNG says beside its dots.
        const dots = LONG ? await port.picture(session.view, ask, { as: 'png' }) : null
        pictures.push(`${picture?.name} ${picture?.data}`, Buffer.from(dots?.data ?? '', 'base64').toString('latin1'))
        for (const { name, bytes } of await port.draw(session.view, ask, 'html')) pictures.push(readable(name, bytes))
      }
      expect(pictures.length).toBeGreaterThan(5)
      expect(found(pictures.join('\n'), needles)).toEqual([])
    },
  )

  test('none in the research data set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'polyphony-canaries-'))
    try {
      const set = await startDataset(folder, new Uint8Array(32).fill(7), englishReader().t)
      for (const { subjects } of planted) if (subjects[0]) await set.add(subjects[0].view)
      await set.close()
      const files = readdirSync(folder)
      expect(files.length).toBeGreaterThan(10)
      for (const name of files) {
        const bytes = readFileSync(join(folder, name))
        const rows = name.endsWith('.parquet') ? await parquetReadObjects({ file: new Uint8Array(bytes).buffer }) : []
        const text = `${name} ${bytes.toString('utf8')} ${rows.map((row) => Object.values(row).join(' ')).join('\n')}`
        for (const { needles } of planted) expect(found(text, needles), name).toEqual([])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
