import { BorderStyle, ColumnBreak, LineRuleType, Paragraph, TextRun } from 'docx'
import type { FileChild, IParagraphOptions } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { assertNever } from '@core/lib/assert-never'
import type { Block, DecisionBlock, QuoteBlock, VoiceRef, Words } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { ON_PAGE_ONE, shorten } from '@core/report/shorten'
import { chartDocx } from './docx-chart'
import { POINT } from './docx-style'
import type { DocxPlace } from './docx-table'
import { cellText, tableDocx, textRuns } from './docx-table'
import type { PictureMaker } from './picture'

export type DocxKit = DocxPlace & {
  readonly reader: Reader
  readonly pictures: PictureMaker
  /** Stays on the page of what follows it. */
  readonly keepNext?: boolean
}

const HEADING = { 2: 'Heading2', 3: 'Heading3', 4: 'Heading3' } as const
const SMALL_HEADING = { 2: 'Heading3', 3: 'Heading3', 4: 'Heading3' } as const

/** Words that say what follows them do not stay behind at the foot of a page. */
const leadsIn = (block: Block, next: Block | undefined): boolean =>
  (block.b === 'paragraph' || block.b === 'notice') &&
  (next?.b === 'table' || next?.b === 'chart' || next?.b === 'list')

/** From a heading to the lines to write on: a sheet to work with, whole on its page. */
const isOnSheet = (blocks: readonly Block[], at: number): boolean => {
  const rest = blocks.slice(at)
  const lines = rest.findIndex(({ b }) => b === 'lines')
  const heading = rest.findIndex(({ b }, index) => index > 0 && b === 'heading')
  return lines > 0 && (heading === -1 || lines < heading)
}

/** Blocks one after the other, with what belongs together on one page. */
export const blocksDocx = async (blocks: readonly Block[], kit: DocxKit): Promise<FileChild[]> => {
  const children: FileChild[] = []
  for (const [at, block] of blocks.entries()) {
    const keepNext = leadsIn(block, blocks[at + 1]) || isOnSheet(blocks, at)
    children.push(...(await blockDocx(block, { ...kit, keepNext })))
  }
  return children
}

/** One block as paragraphs, tables and pictures of Word. */
export const blockDocx = async (block: Block, kit: DocxKit): Promise<FileChild[]> => {
  const { reader, small, summary, keepNext = false } = kit
  const keep = keepNext ? { keepNext } : {}
  const body = small ? { style: 'SmallWords' } : {}
  const paragraph = (words: Words, style?: string): Paragraph =>
    new Paragraph({ ...(style === undefined ? body : { style }), ...keep, children: textRuns(reader.words(words)) })
  switch (block.b) {
    case 'heading':
      return [
        new Paragraph({
          style: small ? SMALL_HEADING[block.level] : HEADING[block.level],
          ...(small ? { spacing: { before: 110, after: 40 } } : {}),
          children: textRuns(reader.words(block.title)),
        }),
      ]
    case 'lead':
      return [leadLine(block.words, reader)]
    case 'paragraph':
      return [paragraph(block.words)]
    case 'notice':
      return [paragraph(block.words, 'Notice')]
    case 'list':
      return block.items.map(
        (item, at) =>
          new Paragraph({
            ...body,
            ...POINT,
            // No item is alone at the head or the foot of a page.
            ...(keepNext || at === 0 || at === block.items.length - 2
              ? { keepNext: at < block.items.length - 1 || keepNext }
              : {}),
            spacing: { after: small ? 10 : 60 },
            children: textRuns(reader.words(summary ? shorten(item, ON_PAGE_ONE) : item)),
          }),
      )
    case 'checks':
      return block.items.map(({ ticked, words }, index) =>
        checkLine(ticked, reader.words(words), index === Math.ceil(block.items.length / 2)),
      )
    case 'facts':
      return block.rows.map((row, at) =>
        factLine(row.title, reader.words(row.words), reader, { small, keepNext: at < block.rows.length - 1 }),
      )
    case 'lines':
      return [paragraph(block.title, 'TableTitle'), ...ruledLines(block.count)]
    case 'table':
      return tableDocx(block, reader, kit)
    case 'chart':
      return chartDocx(block, kit)
    case 'quote':
      return quoteDocx(block, reader, keepNext)
    case 'decision':
      return decisionDocx(block.decision, reader)
    case 'by-audience':
      return blocksDocx(block.room, kit)
    default:
      return assertNever(block)
  }
}

const leadLine = (words: readonly Words[], reader: Reader): Paragraph =>
  new Paragraph({
    style: 'Lead',
    children: words.flatMap((one, index) => [
      ...textRuns(reader.words(one), { bold: index === 0 }),
      ...(index < words.length - 1 ? [new TextRun(' ')] : []),
    ]),
  })

/** Typefaces that Word has for its own check boxes; others take the nearest that has the sign. */
const BOX_FONT = 'MS Gothic'

/** Boxes of a form stand in two columns: the second begins with this one. */
const checkLine = (ticked: boolean, words: string, beginsColumn: boolean): Paragraph =>
  new Paragraph({
    style: 'CellWords',
    indent: { left: 340, hanging: 340 },
    children: [
      ...(beginsColumn ? [new ColumnBreak()] : []),
      new TextRun({ text: ticked ? '\u2612' : '\u2610', font: BOX_FONT }),
      ...textRuns(` ${words}`, { bold: ticked }),
    ],
  })

const factLine = (
  title: Words,
  words: string,
  reader: Reader,
  { small = false, keepNext = false }: { readonly small?: boolean; readonly keepNext?: boolean } = {},
): Paragraph =>
  new Paragraph({
    style: small ? 'SmallWords' : 'FactWords',
    ...(keepNext ? { keepNext } : {}),
    children: [...textRuns(`${reader.words(title)}: `, { bold: true }), ...textRuns(words)],
  })

/** Of a line to write on, twentieths of a point. */
const LINE_HEIGHT = 480

/** Lines below each other with the same edge are one box to Word: each has one of its own, between them too. */
const ruledLines = (count: number): Paragraph[] => {
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 1, color: THEME_COLOURS.light.line.slice(1) } as const
  return Array.from(
    { length: count },
    (_, at) =>
      new Paragraph({
        keepNext: at < count - 1,
        spacing: { after: at < count - 1 ? 0 : 240, line: LINE_HEIGHT, lineRule: LineRuleType.EXACT },
        border: { bottom: edge, between: edge },
      }),
  )
}

/** The strip of a quote has the colour of its voice, whose name stands below it. `size` in eighths of a point. */
export const voiceEdge = (by: VoiceRef | null, size = 18): Pick<IParagraphOptions, 'border'> => ({
  border: {
    left: {
      style: BorderStyle.SINGLE,
      size,
      space: 8,
      color: (by ? VOICE_LOOKS[by.look].colours.light.fill : THEME_COLOURS.light.line).slice(1),
    },
  },
})

const quoteDocx = (quote: QuoteBlock, reader: Reader, keepNext = false): FileChild[] => {
  const by = [reader.words(quote.by ? quote.by.name : say('unstated')), quote.place].filter(
    (part) => part !== undefined,
  )
  const edge = voiceEdge(quote.by)
  return [
    new Paragraph({ style: 'QuoteWords', ...edge, children: textRuns(reader.words(quote.words)) }),
    new Paragraph({
      style: 'QuoteBy',
      ...edge,
      ...(keepNext ? { keepNext } : {}),
      children: textRuns(by.join(' \u00B7 ')),
    }),
  ]
}

/** Whole on its page: what was decided, who stands behind it, and the objections as plainly as these. */
const decisionDocx = (decision: DecisionBlock, reader: Reader): FileChild[] => {
  const facts = [
    { title: say('column.behind'), words: cellText(decision.behind, reader) },
    ...decision.facts.map((row) => ({ title: row.title, words: reader.words(row.words) })),
  ]
  const { objections } = decision
  return [
    new Paragraph({ style: 'Heading2', children: textRuns(`D${decision.number} ${reader.words(decision.wording)}`) }),
    ...facts.map(({ title, words }, at) =>
      factLine(title, words, reader, { keepNext: at < facts.length - 1 || objections.length > 0 }),
    ),
    ...(objections.length > 0
      ? [new Paragraph({ style: 'Label', children: textRuns(reader.words(say('column.objections'))) })]
      : []),
    ...objections.flatMap((objection, at) => quoteDocx(objection, reader, at < objections.length - 1)),
  ]
}
