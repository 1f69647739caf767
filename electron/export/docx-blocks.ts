import { BorderStyle, ImageRun, Paragraph, TextRun } from 'docx'
import type { FileChild } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import { assertNever } from '@core/lib/assert-never'
import type { Block, ChartBlock, DecisionBlock, QuoteBlock, Words } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { DocxPlace } from './docx-table'
import { cellText, tableDocx, textRuns } from './docx-table'
import { chartSvg } from './html'
import { officeText } from './office-text'
import type { PictureMaker } from './picture'

export type DocxKit = DocxPlace & { readonly reader: Reader; readonly pictures: PictureMaker }

/** Width of the text on the page, CSS pixels. */
const TEXT_WIDTH = 640
/** Charts of page one are drawn wider than they are shown: half of the page stays for words. */
const SMALLER = 0.61
const HEADING = { 2: 'Heading2', 3: 'Heading3', 4: 'Heading3' } as const
const SMALL_HEADING = { 2: 'Heading3', 3: 'Heading3', 4: 'Heading3' } as const

/** One block as paragraphs, tables and pictures of Word. */
export const blockDocx = async (block: Block, kit: DocxKit): Promise<FileChild[]> => {
  const { reader, small } = kit
  const body = small ? { style: 'SmallWords' } : {}
  const paragraph = (words: Words, style?: string): Paragraph =>
    new Paragraph({ ...(style === undefined ? body : { style }), children: textRuns(reader.words(words)) })
  switch (block.b) {
    case 'heading':
      return [
        new Paragraph({
          style: small ? SMALL_HEADING[block.level] : HEADING[block.level],
          ...(small ? { spacing: { before: 70, after: 20 } } : {}),
          children: textRuns(reader.words(block.title)),
        }),
      ]
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
      return block.items.map(
        (item) => new Paragraph({ ...body, bullet: { level: 0 }, children: textRuns(reader.words(item)) }),
      )
    case 'checks':
      return block.items.map(({ ticked, words }, index) =>
        checkLine(ticked, reader.words(words), index < block.items.length - 1),
      )
    case 'facts':
      return block.rows.map((row) => factLine(row.title, reader.words(row.words), reader, small))
    case 'lines':
      return [paragraph(block.title, 'TableTitle'), ...Array.from({ length: block.count }, () => ruledLine())]
    case 'table':
      return tableDocx(block, reader, kit)
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

const factLine = (title: Words, words: string, reader: Reader, small = false): Paragraph =>
  new Paragraph({
    style: small ? 'SmallWords' : 'FactWords',
    children: [...textRuns(`${reader.words(title)}: `, { bold: true }), ...textRuns(words)],
  })

const ruledLine = (): Paragraph =>
  new Paragraph({
    spacing: { before: 240 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '6B7180' } },
  })

const chartDocx = async (chart: ChartBlock, { reader, pictures, summary, small }: DocxKit): Promise<FileChild[]> => {
  const sentence = reader.words(chart.sentence)
  const svg = chartSvg(chart, reader, {
    width: TEXT_WIDTH,
    colours: THEME_COLOURS.light,
    idPrefix: `${chart.id}-docx-`,
    sentence,
  })
  const { png, width, height } = await pictures(svg)
  const name = officeText(reader.words(chart.title))
  const scale = small ? SMALLER : 1
  return [
    // The heading of page one says it, and the picture's own words do.
    ...(summary
      ? []
      : [
          new Paragraph({
            keepNext: true,
            keepLines: true,
            children: [...textRuns(reader.words(chart.title), { bold: true }), new TextRun(' '), ...textRuns(sentence)],
          }),
        ]),
    new Paragraph({
      ...(small ? { spacing: { after: 20 } } : {}),
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: width * scale, height: height * scale },
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
