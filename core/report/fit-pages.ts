import type { Block, Cell, ChartBlock, Part, ReportModel } from './model'
import type { TableFit } from './shorten'
import { cellLength, fitList, fitTable, linesBy, shorten } from './shorten'

/**
 * Reports that people asked to have on one or two pages: long texts are shortened, rows that do not fit are counted and left
 * to the longer reports. Takes a redacted model. How much fits is estimated from letters, for A4 and the type of the page.
 */
export const fitPages = (model: ReportModel): ReportModel => {
  switch (model.kind) {
    case 'brief':
      return fitted(model, briefBlock(roomLeft(model), footLines(model)), 110)
    case 'families':
      return fitFamilies(model)
    case 'session':
    case 'guide':
    case 'minutes':
    case 'esn':
    case 'lab':
    case 'compare':
      return model
  }
}

type FitBlock = (block: Block, part: string) => Block

const fitted = (model: ReportModel, fit: FitBlock, title: number): ReportModel => ({
  ...model,
  title: shorten(model.title, title),
  summary: model.summary.map((block) => fit(block, 'summary')),
  parts: model.parts.map((part): Part => ({ ...part, blocks: part.blocks.map((block) => fit(block, part.id)) })),
})

const BRIEF_TABLES: { readonly [id: string]: TableFit } = {
  sessions: { most: 60, lines: 8, linesOf: linesBy([16, 26]) },
  'brief-earlier': { most: 70, lines: 5, linesOf: linesBy([12, 28, 26, 26]) },
  recommendations: { most: 150, lines: 11, linesOf: linesBy([34, 18, 14, 32]) },
  'brief-indicators': { most: 70, lines: 6.5, linesOf: linesBy([44, 8, 8, 8, 16, 8]) },
}
/** Takes half of what the other tables leave besides: letters are only an estimate. */
const AGREEMENTS: TableFit = { most: 120, lines: 12, linesOf: linesBy([36, 14, 22, 9, 14]) }
/** Decisions stay even where the notice of a funder is long. */
const LEAST_AGREEMENTS = 5
/** Of a ranking, whose rows are few already. */
const RANKING: TableFit = { most: 60, lines: 40, linesOf: linesBy([40]) }

/** Letters of a paragraph of the method note, or of one fact about the lab. */
const SHORT_TEXT = 200

/** Lines that the tables of this lab do not need. */
const roomLeft = (model: ReportModel): number => {
  const tables = model.parts.flatMap((part) => part.blocks).filter((block) => block.b === 'table')
  return Object.entries(BRIEF_TABLES).reduce((left, [id, fit]) => {
    const table = tables.find((one) => one.id === id)
    const rows = table ? fitTable(table, fit).rows : []
    return left + Math.max(0, fit.lines - rows.reduce((sum, row) => sum + fit.linesOf(row), 0))
  }, 0)
}

/** Lines of the cover and the foot beyond the usual one of each: organisations, the funder's notice, logos. */
const footLines = ({ meta }: ReportModel): number => {
  const { funderNotice, logos, organisations } = meta
  const notice = Math.ceil((funderNotice?.length ?? 0) / SMALL_LETTERS)
  const names = Math.ceil(organisations.join(' · ').length / SMALL_LETTERS)
  return Math.max(0, notice - 1) * SMALL_LINE + (logos.length > 0 ? LOGO_LINES : 0) + Math.max(0, names - 1)
}
/** Letters of the small type on a line, its height and that of logos in lines of a table. */
const SMALL_LETTERS = 140
const SMALL_LINE = 0.8
const LOGO_LINES = 3

const briefBlock =
  (room: number, foot: number): FitBlock =>
  (block, part) => {
    switch (block.b) {
      case 'table':
        return block.id === 'lab-agreements'
          ? fitTable(block, {
              ...AGREEMENTS,
              lines: Math.max(LEAST_AGREEMENTS, AGREEMENTS.lines + room / 2 - foot),
            })
          : fitTable(block, BRIEF_TABLES[block.id] ?? RANKING)
      case 'list':
        return part === 'method' ? fitList(block, 2, 70) : fitList(block, 5, 110)
      case 'facts':
        return { ...block, rows: block.rows.map((row) => ({ ...row, words: shorten(row.words, SHORT_TEXT) })) }
      case 'lead':
        return { ...block, words: block.words.map((words) => shorten(words, 70)) }
      case 'paragraph':
      case 'notice':
        return { ...block, words: shorten(block.words, SHORT_TEXT) }
      case 'chart':
        return shortChart(block)
      default:
        return block
    }
  }

const shortChart = (chart: ChartBlock): ChartBlock =>
  chart.kind === 'bars'
    ? {
        ...chart,
        sentence: shorten(chart.sentence, 90),
        rows: chart.rows.map((row) => ({ ...row, label: shorten(row.label, 60) })),
      }
    : chart

/** Lines of large type on the one page, for the answers and for what could not be decided together. */
const PAGE_LINES = 27
const LETTERS = { said: 28, answer: 40, wide: 76 } as const

const lines = (letters: number, width: number): number => Math.ceil(letters / width)

/** Left what was said, right the answer with its day and what happened, below each other. */
const answerLines = (row: readonly Cell[]): number => {
  const [said, decided, when, since] = row.map(cellLength)
  const right =
    lines(decided ?? 0, LETTERS.answer) + lines(when ?? 0, LETTERS.answer) + lines(since ?? 0, LETTERS.answer)
  return Math.max(lines(said ?? 0, LETTERS.said), right) + 1
}

const fitFamilies = (model: ReportModel): ReportModel => {
  const undecided = fitted(model, (block) => (block.b === 'list' ? fitList(block, 3, 80, 'families.more') : block), 60)
  const taken = undecided.parts
    .flatMap((part) => part.blocks)
    .flatMap((block) => (block.b === 'list' ? block.items : []))
    .reduce((sum, item) => sum + lines(cellLength(item), LETTERS.wide), 0)
  const { funderNotice, logos } = model.meta
  // In small type; logos stand in a row.
  const foot = lines(funderNotice?.length ?? 0, LETTERS.wide * 2) * 0.6 + (logos.length > 0 ? 2 : 0)
  const table: TableFit = { most: 105, lines: PAGE_LINES - taken - foot, linesOf: answerLines }
  const fit: FitBlock = (block) => (block.b === 'table' ? fitTable(block, table, 'families.more') : block)
  return fitted(undecided, fit, 60)
}
