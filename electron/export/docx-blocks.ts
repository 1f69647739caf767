import { AlignmentType, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { FileChild } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import { assertNever } from '@core/lib/assert-never'
import type { Block, Cell, ChartBlock, DecisionBlock, QuoteBlock, TableBlock, Words } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { chartSvg } from './html'
import { officeText } from './office-text'
import type { PictureMaker } from './picture'

export type DocxKit = { readonly reader: Reader; readonly pictures: PictureMaker }

/** Width of the text on the page, CSS pixels; and of a table, twentieths of a point. */
const TEXT_WIDTH = 640
const TABLE_WIDTH = 9_826
const HEADING = { 2: 'Heading2', 3: 'Heading3', 4: 'Heading3' } as const

/** Line breaks stay breaks. */
export const textRuns = (text: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] =>
  officeText(text)
    .split(/\r\n|[\r\n]/)
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))

/** One block as paragraphs, tables and pictures of Word. */
export const blockDocx = async (block: Block, kit: DocxKit): Promise<FileChild[]> => {
  const { reader } = kit
  const paragraph = (words: Words, style?: string): Paragraph =>
    new Paragraph({ ...(style === undefined ? {} : { style }), children: textRuns(reader.words(words)) })
  switch (block.b) {
    case 'heading':
      return [paragraph(block.title, HEADING[block.level])]
    case 'lead':
      return [
        new Paragraph({
          style: 'Lead',
          children: block.words.flatMap((words, index) => [
            ...textRuns(reader.words(words), { bold: index === 0 }),
            new TextRun(' '),
          ]),
        }),
      ]
    case 'paragraph':
      return [paragraph(block.words)]
    case 'notice':
      return [paragraph(block.words, 'Notice')]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: textRuns(reader.words(item)) }))
    case 'checks':
      return block.items.map(({ ticked, words }, index) =>
        checkLine(ticked, reader.words(words), index < block.items.length - 1),
      )
    case 'facts':
      return block.rows.map((row) => factLine(row.title, reader.words(row.words), reader))
    case 'lines':
      return [paragraph(block.title, 'TableTitle'), ...Array.from({ length: block.count }, () => ruledLine())]
    case 'table':
      return tableDocx(block, reader)
    case 'chart':
      return chartDocx(block, kit)
    case 'quote':
      return quoteDocx(block, reader)
    case 'decision':
      return decisionDocx(block.decision, reader)
    case 'by-audience': {
      const inner: FileChild[] = []
      for (const one of block.room) inner.push(...(await blockDocx(one, kit)))
      return inner
    }
    default:
      return assertNever(block)
  }
}

/** Typefaces that Word has for its own check boxes; others take the nearest that has the sign. */
const BOX_FONT = 'MS Gothic'

/** A list of boxes is on one page where it fits. */
const checkLine = (ticked: boolean, words: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    keepNext,
    style: 'CellWords',
    indent: { left: 340, hanging: 340 },
    children: [
      new TextRun({ text: ticked ? '\u2612' : '\u2610', font: BOX_FONT }),
      ...textRuns(` ${words}`, { bold: ticked }),
    ],
  })

const factLine = (title: Words, words: string, reader: Reader): Paragraph =>
  new Paragraph({ children: [...textRuns(`${reader.words(title)}: `, { bold: true }), ...textRuns(words)] })

const ruledLine = (): Paragraph =>
  new Paragraph({
    spacing: { before: 240 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '6B7180' } },
  })

const cellText = (cell: Cell, reader: Reader): string => {
  if (cell.t !== 'voices') return reader.cell(cell)
  const names = cell.voices.map((voice) => reader.words(voice.name)).join(', ')
  const words = reader.words(cell.words)
  return names === '' || names === words ? words : `${names}: ${words}`
}

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B8' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** The head repeats on each page, and no row breaks over two. */
const tableDocx = (table: TableBlock, reader: Reader): FileChild[] => {
  const isFigure = (index: number): boolean => table.columns[index]?.kind === 'figure'
  const cell = (text: string, index: number, bold = false): TableCell =>
    new TableCell({
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      children: [
        new Paragraph({
          style: 'CellWords',
          alignment: isFigure(index) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: textRuns(text, { bold }),
        }),
      ],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) => cell(reader.words(column.title), index, true)),
  })
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((one, index) => cell(cellText(one, reader), index, index === 0)),
      }),
  )
  return [
    new Paragraph({ style: 'TableTitle', children: textRuns(reader.words(table.title)) }),
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: RULE, insideVertical: NONE },
      rows: [head, ...rows],
    }),
    new Paragraph({ style: 'Running', children: table.note ? textRuns(reader.words(table.note)) : [] }),
  ]
}

const chartDocx = async (chart: ChartBlock, { reader, pictures }: DocxKit): Promise<FileChild[]> => {
  const sentence = reader.words(chart.sentence)
  const svg = chartSvg(chart, reader, {
    width: TEXT_WIDTH,
    colours: THEME_COLOURS.light,
    idPrefix: `${chart.id}-docx-`,
    sentence,
  })
  const { png, width, height } = await pictures(svg)
  const name = officeText(reader.words(chart.title))
  return [
    new Paragraph({
      keepNext: true,
      keepLines: true,
      children: [...textRuns(reader.words(chart.title), { bold: true }), new TextRun(' '), ...textRuns(sentence)],
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width, height },
          altText: { name, title: name, description: officeText(sentence) },
        }),
      ],
    }),
  ]
}

const quoteDocx = (quote: QuoteBlock, reader: Reader): FileChild[] => {
  const by = [reader.words(quote.by ? quote.by.name : say('unstated')), quote.place].filter(
    (part) => part !== undefined,
  )
  return [
    new Paragraph({ style: 'QuoteWords', children: textRuns(reader.words(quote.words)) }),
    new Paragraph({ style: 'QuoteBy', children: textRuns(by.join(' · ')) }),
  ]
}

const decisionDocx = (decision: DecisionBlock, reader: Reader): FileChild[] => [
  new Paragraph({ style: 'Heading2', children: textRuns(`${decision.number}. ${reader.words(decision.wording)}`) }),
  ...decision.facts.map((row) => factLine(row.title, reader.words(row.words), reader)),
  factLine(say('column.behind'), cellText(decision.behind, reader), reader),
  ...decision.objections.flatMap((objection) => quoteDocx(objection, reader)),
]
