import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll } from 'vitest'
import { sessionFacts } from '@core/compare/session-facts'
import type { Compared } from '@core/compare/compare-view'
import type { DocumentView } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { ExportChoices, ExportWhat } from '@core/protocol/requests'
import type { SessionCard } from '@core/protocol/views'
import type { ExportFormat } from '@core/report/formats'
import { formatsOf } from '@core/report/formats'
import type { Profile } from '@core/report/model'
import type { LabFile } from '@core/rules/lab-overview'
import { createChromiumPdf } from '../../electron/export/chromium-pdf'
import { createOfficeTools } from '../../electron/export/office-tools'
import type { ReportAsk } from '@core/report/report-ask'
import { createReportPort, readReportFonts } from '../../electron/export/report-port'
import { dialogueSessions } from '../../scripts/samples/dialogue'
import { firstFamilySession } from '../../scripts/samples/families-first'
import { secondFamilySession } from '../../scripts/samples/families-second'
import { sampleKit } from '../../scripts/samples/kit'
import { sixCountries } from './compare-files'
import { englishReader, viewOf } from './report'
import { aSessionCard } from './session-card'

const FONTS = resolve(import.meta.dirname, '../../resources/fonts')

/** The browser that prints; null: tests of PDF are skipped. */
export const browser =
  [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path)) ??
  null

const printer = createChromiumPdf(() => Promise.resolve(browser))
afterAll(printer.close)

/** The way from a document to files, as the app has it. */
export const reportPort = async (fonts = false) => {
  const { t } = englishReader()
  return createReportPort({
    now: () => Date.parse('2026-11-22T10:00:00.000Z'),
    wordsFor: () => ({ t, lang: 'en' }),
    fonts: fonts ? await readReportFonts(FONTS) : null,
    tools: createOfficeTools(FONTS, printer),
  })
}

const cardOf = (view: DocumentView, at: number): SessionCard =>
  aSessionCard(view, {
    fileId: `file-${at}`,
    labId: 'lab-1',
    state: 'closed',
    people: view.person.size,
    cards: view.card.size,
    votes: view.vote.size,
    decisions: view.decision.size,
  })

/** What a report is made from, and in which formats it can be had. */
export type Subject = {
  readonly name: string
  readonly view: DocumentView
  readonly ask: Omit<ReportAsk, 'profile' | 'lang' | 'base'> & { readonly what: ExportWhat }
  readonly formats: readonly ExportFormat[]
}

const subject = (name: string, sessions: readonly (readonly AnyRecord[])[], what: ExportWhat): Subject => {
  const views = sessions.map(viewOf)
  const view = views.at(-1)
  if (!view) throw new Error('a report needs a session')
  const lab: LabFile[] = views.map((one, at) => ({ card: cardOf(one, at), view: one }))
  const compare: Compared = {
    facts: views.flatMap((one) => sessionFacts(one) ?? []),
    fileIds: new Map(),
    damaged: [],
    doubles: [],
  }
  return {
    name,
    view,
    ask: { what, lab, ...(what.kind === 'compare' ? { compare } : {}) },
    formats: formatsOf(what.kind),
  }
}

/** Both meetings of the families lab. */
export const familyLab = (): AnyRecord[][] => {
  const kit = sampleKit(7)
  const first = firstFamilySession(kit)
  return [first.records, secondFamilySession(kit, first)]
}

/** Every kind of report of what the app knows how to make, from these sessions (the last one is open). */
export const everyKind = (sessions: readonly (readonly AnyRecord[])[]): readonly Subject[] => [
  subject('session', sessions, { kind: 'session' }),
  subject('minutes', sessions, { kind: 'minutes' }),
  subject('brief', sessions, { kind: 'brief' }),
  subject('families', sessions, { kind: 'families' }),
  subject('lab', sessions, { kind: 'lab' }),
  subject('esn', sessions, { kind: 'esn' }),
  subject('compare', sessions, { kind: 'compare', compareId: 'compare-1', by: 'lab' }),
]

/** The guide for the last round but one of a staged dialogue. */
export const guideOf = (sessions: readonly (readonly AnyRecord[])[]): Subject =>
  subject('guide', sessions, { kind: 'guide', round: 3 })

/** Every kind from the samples that show it best. */
export const sampleKinds = (): readonly Subject[] => [
  ...everyKind(familyLab()).filter(({ name }) => name !== 'compare'),
  guideOf(dialogueSessions(sampleKit(7))),
  subject(
    'compare',
    sixCountries().map(({ records }) => records),
    { kind: 'compare', compareId: 'compare-1', by: 'place' },
  ),
]

type Drawn = { readonly name: string; readonly bytes: Uint8Array }
type Port = Awaited<ReturnType<typeof reportPort>>

export const drawn = (
  port: Port,
  { view, ask }: Subject,
  format: ExportFormat,
  profile: Profile = 'public',
  choices?: ExportChoices,
): Promise<Drawn[]> => port.draw(view, { ...ask, choices, profile, lang: 'en', base: 'report' }, format)

export const readText = ({ bytes }: Drawn): string => new TextDecoder().decode(bytes)
