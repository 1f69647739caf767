import type { VoiceLookId } from '@core/charts/voice-looks'
import { sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { labelWords } from '@core/report/voice-refs'
import { fillWords, keptWords, methodWords } from '@core/text/ballot-words'
import type { PerPage, SlipFormat } from './ballot-format'
import { FORMATS, innerHeight, innerWidth } from './ballot-format'
import type { Marks } from './ballot-marks'
import { legendOf, marksOf } from './ballot-marks'
import { linesOf, PLAIN } from './ballot-measure'
import type { BallotSheet } from './ballot-model'

/** Longer names of voices end in dots on paper: two dozen of them must leave room for the topics. */
const LONGEST_NAME = 60

/** Everything that stands on a slip of one language, but number, code and marks. */
export type SlipWords = {
  readonly reader: Reader
  readonly about: string
  readonly question: string
  readonly how: string
  readonly voices: readonly { readonly look: VoiceLookId | null; readonly name: string }[]
  readonly speakFor: string
  readonly tickOne: string
  readonly legend: readonly string[]
  readonly options: readonly string[]
  /** Above the lines for the reason, where a vote asks for one. */
  readonly reason: string | null
  readonly keptTitle: string
  readonly kept: string
}

const shortName = (name: string): string => {
  const letters = [...name]
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}\u2026`
}

/** "24 November": the year is no news on the day. */
const dayWords = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

export const slipWords = (sheet: BallotSheet, reader: Reader): SlipWords => {
  const { t } = reader
  const { vote } = sheet
  const plain = (text: string): string => reader.words({ t: 'plain', text })
  const names = sheet.voices.map(({ look, label }) => ({ look, name: shortName(reader.words(labelWords(label))) }))
  const round = sheet.round === null ? [] : [reader.words(sayKey('ballot:sheet.round', { number: sheet.round }))]
  return {
    reader,
    about: [plain(sheet.lab), dayWords(sheet.day, reader.lang), ...round]
      .filter((part) => part !== '')
      .join(' \u00B7 '),
    question: plain(vote.question),
    how: `${methodWords(t, vote.method, sheet.options.length)} ${fillWords(t, vote.method)}`,
    voices: names.length === 0 ? [] : [...names, { look: null, name: t('ballot:ratherNotSay') }],
    speakFor: t('ballot:speakFor'),
    tickOne: t('ballot:tickOne'),
    legend: legendOf(vote.method, t),
    options: sheet.options.map(({ text }) => plain(text)),
    reason: vote.method.name === 'consent' ? `${t('ballot:reason')} ${t('ballot:reasonKept')}` : null,
    keptTitle: t('ballot:kept.title'),
    kept: `${keptWords(t, vote, names.length > 0)} ${t('ballot:numberFor')}`,
  }
}

/** Measures that page and estimate share. */
export const PARTS = {
  boxHeight: (format: SlipFormat): number => format.line * 2 + (format.perPage > 4 ? 10 : 16),
  squareGap: 6,
  cornerGap: 12,
  voiceBox: 13,
  voiceMark: 13,
  numberWidth: (format: SlipFormat): number => format.size * (format.columns === 2 ? 1.8 : 2),
  pictureWidth: (format: SlipFormat): number => format.picture * 1.3,
  rowGap: 10,
  /** Between the words and the marks below them. */
  belowGap: 5,
  writeLine: (format: SlipFormat): number => format.line + 8,
  writeLines: 2,
} as const

const plainLines = (text: string, width: number, size: number): number => linesOf(text, width, size * PLAIN)

const headHeight = (words: SlipWords, format: SlipFormat, hasSquare: boolean): number => {
  const inner = innerWidth(format)
  const left = inner - format.corner - PARTS.cornerGap
  const about = plainLines(words.about, left, format.size) * format.line
  const question = linesOf(words.question, left, format.title.size) * format.title.line
  const how = plainLines(words.how, hasSquare ? left : inner, format.size) * format.line
  const corner = PARTS.boxHeight(format) + (hasSquare ? PARTS.squareGap + format.corner : 0)
  return hasSquare
    ? Math.max(about + question + how + format.gap / 2, corner) + format.gap
    : Math.max(about + question, corner) + format.gap + how
}

const voicesHeight = (words: SlipWords, format: SlipFormat): number => {
  if (words.voices.length === 0) return 0
  const { voiceColumns, voiceLine, line, gap } = format
  const width = innerWidth(format) / voiceColumns - PARTS.voiceBox - PARTS.voiceMark - 26
  let height = gap * 2 + line
  for (let at = 0; at < words.voices.length; at += voiceColumns) {
    const rowLines = words.voices.slice(at, at + voiceColumns).map(({ name }) => linesOf(name, width, format.size))
    height += voiceLine + (Math.max(...rowLines) - 1) * line
  }
  return height
}

const legendHeight = ({ legend }: SlipWords, format: SlipFormat): number =>
  legend.reduce((sum, line) => sum + plainLines(line, innerWidth(format), format.size) * format.line, 0) +
  (legend.length > 0 ? format.gap : 0)

const optionHeight = (text: string, hasPicture: boolean, marks: Marks, format: SlipFormat): number => {
  const beside = marks.below ? 0 : marks.width + PARTS.rowGap
  const picture = hasPicture ? PARTS.pictureWidth(format) + 8 : 0
  const width = innerWidth(format) - PARTS.numberWidth(format) - picture - beside
  const words = Math.max(plainLines(text, width, format.size) * format.line, hasPicture ? format.picture : 0)
  const own = marks.below ? words + PARTS.belowGap + marks.height : Math.max(words, marks.height)
  return own + 2 * format.rowPad + 1
}

const footHeight = (words: SlipWords, format: SlipFormat): number => {
  const inner = innerWidth(format)
  const reason =
    words.reason === null
      ? 0
      : plainLines(words.reason, inner, format.size) * format.line +
        PARTS.writeLines * PARTS.writeLine(format) +
        format.gap
  return reason + plainLines(`${words.keptTitle} ${words.kept}`, inner, format.size) * format.line + format.gap
}

const againHeight = (words: SlipWords, format: SlipFormat): number => {
  const left = innerWidth(format) - format.corner - PARTS.cornerGap
  const lines = 1 + plainLines(words.about, left, format.size) + linesOf(words.question, left, format.size)
  return Math.max(PARTS.boxHeight(format), lines * format.line) + 2 * format.gap
}

/** Rules between the parts. */
const EDGES = 7

/** Options by page; a slip that fits has one page. */
const pagesOf = (heights: readonly number[], room: { first: number; next: number; foot: number }): number[][] => {
  const pages: number[][] = []
  let page: number[] = []
  let left = room.first
  for (const [index, height] of heights.entries()) {
    const isLast = index === heights.length - 1
    const needed = isLast ? height + room.foot : height
    if (needed > left && (page.length > 0 || pages.length === 0)) {
      pages.push(page)
      page = []
      left = room.next
    }
    page.push(index)
    left -= height
  }
  return [...pages, page]
}

export type FittedSlips = {
  readonly format: SlipFormat
  readonly marks: ReadonlyMap<string, Marks>
  /** By language: which options stand on which page. Only one slip a page has more than one. */
  readonly pages: ReadonlyMap<string, readonly (readonly number[])[]>
}

const SMALLER: readonly PerPage[] = [8, 6, 4, 2, 1]

type Paged = {
  readonly pages: readonly (readonly number[])[]
  /** Something is higher than a page. */ readonly over: boolean
}

const pagesIn = (sheet: BallotSheet, words: SlipWords, format: SlipFormat, hasSquare: boolean): Paged => {
  const marks = marksOf(sheet.vote.method, format, words.reader.t)
  const heights = words.options.map((text, at) => optionHeight(text, sheet.options[at]?.picture != null, marks, format))
  const top = headHeight(words, format, hasSquare) + voicesHeight(words, format) + legendHeight(words, format) + EDGES
  const room = innerHeight(format)
  const next = room - againHeight(words, format) - EDGES
  const foot = footHeight(words, format)
  return {
    pages: pagesOf(heights, { first: room - top, next, foot }),
    over: top > room || heights.some((height, at) => height + (at === heights.length - 1 ? foot : 0) > next),
  }
}

/** As many slips a page as were asked for, or the next fewer on which nothing is cut off in any of the languages. */
export const fitSlips = (sheet: BallotSheet, words: ReadonlyMap<string, SlipWords>): FittedSlips => {
  const hasSquare = sheet.slips.some((slip) => slip.url !== null)
  const fittedTo = (format: SlipFormat): FittedSlips & { readonly over: boolean } => {
    const marks = new Map([...words].map(([lang, own]) => [lang, marksOf(sheet.vote.method, format, own.reader.t)]))
    const paged = [...words].map(([lang, own]) => [lang, pagesIn(sheet, own, format, hasSquare)] as const)
    const pages = new Map(paged.map(([lang, own]) => [lang, own.pages]))
    return { format, marks, pages, over: paged.some(([, own]) => own.over) }
  }
  for (const format of SMALLER.filter((count) => count <= sheet.perPage).flatMap((count) => FORMATS[count])) {
    const fitted = fittedTo(format)
    if ([...fitted.pages.values()].every((pages) => pages.length === 1)) return fitted
  }
  const whole = FORMATS[1].map(fittedTo)
  return whole.find((fitted) => !fitted.over) ?? fittedTo(FORMATS[1].at(-1) ?? FORMATS[1][0])
}
