import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { Profile } from '@core/report/model'
import { createChromiumPdf } from '../../../electron/export/chromium-pdf'
import { utf8 } from '../../../electron/export/export-file'
import { htmlPage } from '../../../electron/export/html-page'
import { readReportFonts } from '../../../electron/export/report-port'
import type { LabKind } from '../../helpers/lab'
import { context, dialogueLab, familyLab, found, make } from '../../helpers/lab'
import { browser, drawn, everyKind, reportPort } from '../../helpers/report-kinds'

const FONTS = resolve(import.meta.dirname, '../../../resources/fonts')
const print = createChromiumPdf(() => Promise.resolve(browser))
afterAll(print.close)

const pagesOf = async (
  kind: LabKind,
  profile: Profile,
  sessions: readonly (readonly AnyRecord[])[],
): Promise<number> => {
  const fonts = await readReportFonts(FONTS)
  return pagesIn(await print(utf8(htmlPage(make(kind, profile, sessions), { ...context, fonts }))))
}

const pagesIn = (pdf: Uint8Array): number =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page(?!s)/g),
  ].length

const LONG = ' and it is said here at some length, as people in a meeting do'.repeat(30).slice(0, 1_700)

/** One grey point. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPoAAAAigCJ/xNBzgAAAABJRU5ErkJggg=='

/** Eight meetings, each with decisions, votes and tasks of its own, and texts as long as they may be. */
const longLab = (): AnyRecord[][] =>
  Array.from({ length: 8 }, (_, at) => {
    const own = (id: string): string => `${id}-${at}`
    return found(familyLab()[1]).map((record): AnyRecord => {
      switch (record.type) {
        case 'session':
          return {
            ...record,
            id: `session-${at}`,
            day: `2026-0${at + 1}-12`,
            title: `Meeting ${at + 1}: ${LONG.slice(0, 90)}`,
          }
        case 'decision':
          return {
            ...record,
            id: own(record.id),
            number: at * 10 + record.number,
            wording: record.wording + LONG,
            ...(record.kind === 'recommendation'
              ? {
                  addressee: `Ministry of social affairs, equal opportunities and the family ${LONG.slice(0, 80)}`,
                  reply: { text: `We have read it${LONG}`, on: '2026-10-01', outcome: 'partly' as const },
                }
              : {}),
          }
        case 'task':
          return { ...record, id: own(record.id), text: record.text + LONG.slice(0, 900), progress: LONG.slice(0, 90) }
        case 'question':
          return { ...record, id: own(record.id), text: record.text + LONG }
        case 'vote':
          return { ...record, id: own(record.id) }
        case 'card':
          return { ...record, text: record.text + LONG.slice(0, 900) }
        case 'indicator':
          return { ...record, id: own(record.id), name: `${record.name} ${LONG.slice(0, 60)}` }
        case 'lab':
          return {
            ...record,
            aim: `For all${LONG}`,
            targetGroup: `Families${LONG}`,
            ties: `None${LONG}`,
            funderNotice: `With the support of the Union${LONG.slice(0, 700)}`,
            organisations: Array.from({ length: 14 }, (_, one) => `Centre for social work of town ${one}`),
            authors: ['The lab group', `A group with a long name${LONG.slice(0, 80)}`],
            logos: [{ name: 'Programme', dataUrl: LOGO }],
          }
        default:
          return record
      }
    })
  })

describe.skipIf(browser === null)('what people asked to have on few pages (skipped without Chromium)', () => {
  test.each([
    ['the families lab', familyLab()],
    ['the dialogue', dialogueLab()],
    ['eight meetings with texts as long as they may be', longLab()],
  ] as const)('of %s: one page for the families, two at most for policymakers', async (_, sessions) => {
    expect(await pagesOf('families', 'public', sessions)).toBe(1)
    expect(await pagesOf('brief', 'public', sessions)).toBeLessThanOrEqual(2)
  })

  test.each([
    ['the sample', familyLab()],
    ['the eighth meeting of a long lab', longLab()],
  ] as const)('and page one of %s', async (_, sessions) => {
    const port = await reportPort(true)
    const session = everyKind(sessions).find(({ name }) => name === 'session')
    const [html] = session ? await drawn(port, session, 'html', 'internal', { parts: [] }) : []
    // Contents begin the second page.
    expect(pagesIn(await print(html?.bytes ?? new Uint8Array()))).toBe(2)
  })

  test('while the lab over time takes as many as it needs', async () => {
    expect(await pagesOf('lab', 'public', familyLab())).toBeGreaterThan(2)
  })
})
