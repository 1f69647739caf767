import {
  Bookmark,
  Document,
  Footer,
  Header,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { FileChild, ISectionOptions } from 'docx'
import { footWords, kindWords } from '@core/report/kind-words'
import type { Part, ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import { coverLines, endNotice } from './cover-lines'
import { blocksDocx } from './docx-blocks'
import type { DocxKit } from './docx-blocks'
import { familiesDocx } from './docx-families'
import type { Flow } from './docx-flow'
import { columnsOf, summaryFlows } from './docx-flow'
import { FONT, NUMBERING, PAGE, docxStyles } from './docx-style'
import { TABLE_WIDTH, textRuns } from './docx-table'
import type { ExportContext, ExportFile } from './export-file'
import { officeText } from './office-text'
import type { PictureMaker } from './picture'
import { readPicture } from './picture-data'
import { inOneLine } from './running'

/** The typeface goes with the file: it is on few computers. */
export type DocxFonts = { readonly regular: Buffer; readonly bold: Buffer }

/**
 * A Word file with real headings, a table of contents, header rows that repeat, and charts as pictures with their
 * sentence as alternative text. Page one is the summary, as in every format.
 */
export const exportDocx = async (
  model: ReportModel,
  context: ExportContext,
  pictures: PictureMaker,
  fonts: DocxFonts | null,
): Promise<readonly ExportFile[]> => {
  const { reader } = context
  const kit: DocxKit = { reader, pictures, summary: false, small: model.kind === 'brief' }
  const flows = model.kind === 'families' ? familiesDocx(model, reader) : await usualFlows(model, context, kit)
  const [first, ...rest] = joined([...flows, { columns: 1, children: endOf(model, context) }])
  const document = new Document({
    title: officeText(reader.words(model.title)),
    creator: officeText(model.meta.authors.join(', ') || reader.words(model.lab)),
    description: officeText(`${reader.words(model.lab)} · ${reader.day(model.day)}`),
    styles: docxStyles(reader.lang, model.kind),
    numbering: NUMBERING,
    features: { updateFields: !SHORT.has(model.kind) },
    ...(fonts ? { fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold }] } : {}),
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: running(model, context), first: new Header({ children: [] }) },
        footers: { default: pageFoot(model, context), first: pageFoot(model, context) },
        children: first?.children ?? [],
      },
      ...rest.map((flow): ISectionOptions => ({
        properties: { type: SectionType.CONTINUOUS, page: PAGE, ...columnsOf(flow) },
        children: flow.children,
      })),
    ],
  })
  return [{ suffix: '.docx', bytes: await Packer.toBuffer(document) }]
}

/** Neighbours of as many columns are one. */
const joined = (flows: readonly Flow[]): { columns: 1 | 2; children: FileChild[] }[] => {
  const sections: { columns: 1 | 2; children: FileChild[] }[] = []
  for (const { columns, children } of flows) {
    const last = sections.at(-1)
    if (last?.columns === columns) last.children.push(...children)
    else sections.push({ columns, children: [...children] })
  }
  return sections
}

/** As in print: the lab above every page but the first, the title and the number of the page below. */
const running = (model: ReportModel, { reader }: ExportContext): Header =>
  new Header({
    children: [new Paragraph({ style: 'Running', children: textRuns(inOneLine(reader.words(model.lab))) })],
  })

const pageFoot = (model: ReportModel, { reader }: ExportContext): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: [{ type: TabStopType.RIGHT, position: TABLE_WIDTH }],
        children: [
          ...textRuns(inOneLine(reader.words(model.title))),
          new TextRun({ children: [new Tab()] }),
          ...textRuns(`${reader.words(say('page'))} `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          ...textRuns(' / '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** Read in one go: a table of contents would be longer than they are. */
const SHORT: ReadonlySet<ReportModel['kind']> = new Set<ReportModel['kind']>([
  'guide',
  'minutes',
  'brief',
  'families',
  'esn',
])

const usualFlows = async (model: ReportModel, context: ExportContext, kit: DocxKit): Promise<Flow[]> => {
  const flows: Flow[] = [{ columns: 1, children: coverOf(model, context) }]
  flows.push(...(await summaryFlows(model, { ...kit, summary: model.kind === 'session', small: true })))
  if (!SHORT.has(model.kind)) flows.push({ columns: 1, children: contentsOf(model, context) })
  for (const [at, part] of model.parts.entries()) {
    const title = headingOf(model, context, part, at)
    // The boxes of a form stand in two columns, as on the printed form.
    const isForm = part.blocks.some(({ b }) => b === 'checks')
    flows.push({ columns: 1, children: [title] })
    flows.push({ columns: isForm ? 2 : 1, children: await blocksDocx(part.blocks, kit) })
  }
  return flows
}

const coverOf = (model: ReportModel, { reader }: ExportContext): FileChild[] => {
  const about = `${reader.words(kindWords(model))} · ${reader.day(model.day)}`
  return [
    ...logoLine(model),
    new Paragraph({
      style: 'Running',
      tabStops: [{ type: TabStopType.RIGHT, position: TABLE_WIDTH }],
      children: [
        ...textRuns(inOneLine(reader.words(model.lab))),
        new TextRun({ children: [new Tab()] }),
        ...textRuns(about),
      ],
    }),
    new Paragraph({ style: 'Title', children: textRuns(reader.words(model.title)) }),
    ...coverLines(model, reader).map(
      (line) => new Paragraph({ style: 'Running', spacing: { after: 20 }, children: textRuns(line) }),
    ),
  ]
}

const numbered = (model: ReportModel, { reader }: ExportContext, part: Part, at: number): string =>
  SHORT.has(model.kind) ? reader.words(part.title) : `${at + 1} ${reader.words(part.title)}`

/** A name that fields can point at: letters, figures, at most 40. */
const anchorOf = (at: number): string => `part_${at + 1}`

const headingOf = (model: ReportModel, context: ExportContext, part: Part, at: number): Paragraph =>
  new Paragraph({
    style: 'Heading1',
    pageBreakBefore: part.breakBefore,
    children: [new Bookmark({ id: anchorOf(at), children: textRuns(numbered(model, context, part, at)) })],
  })

/** Fields for the page numbers, one by one: LibreOffice fills them in, which it does not inside of Word's own table. */
const contentsOf = (model: ReportModel, context: ExportContext): FileChild[] => [
  new Paragraph({
    style: 'ContentsTitle',
    // Page one of a session stands alone; other kinds begin with few words.
    pageBreakBefore: model.kind === 'session',
    ...(model.kind === 'session' ? {} : { spacing: { before: 280 } }),
    children: textRuns(context.reader.words(say('contents'))),
  }),
  ...model.parts.map(
    (part, at) =>
      new Paragraph({
        style: 'ContentsLine',
        tabStops: [{ type: TabStopType.RIGHT, position: TABLE_WIDTH, leader: LeaderType.DOT }],
        children: [
          new InternalHyperlink({
            anchor: anchorOf(at),
            children: [
              ...textRuns(numbered(model, context, part, at)),
              new TextRun({ children: [new Tab()] }),
              new PageReference(anchorOf(at)),
            ],
          }),
        ],
      }),
  ),
]

/** As below the printed report: who paid, whether it may be passed on, when it was made. */
const endOf = (model: ReportModel, { reader, madeAt }: ExportContext): FileChild[] => {
  const made = reader.words(say('cover.madeAt', { when: { t: 'day', day: madeAt.slice(0, 10) } }))
  const notice = endNotice(model)
  // In words where Word cannot show the picture: whose report it is stays said.
  const words = `${reader.words(footWords(model))} ${made}`
  return [
    ...(notice === null ? [] : [new Paragraph({ style: 'EndWords', children: textRuns(notice) })]),
    ...(model.kind === 'families' ? logoLine(model) : []),
    new Paragraph({ style: 'EndWords', children: textRuns(words) }),
  ]
}

const logoLine = ({ meta }: ReportModel): Paragraph[] =>
  meta.logos.length === 0
    ? []
    : [
        new Paragraph({
          style: 'EndWords',
          spacing: { before: 60, after: 100 },
          children: meta.logos.flatMap((logo, at) => [
            ...(at > 0 ? [new TextRun('      ')] : []),
            logoOf(logo) ?? new TextRun(officeText(logo.name)),
          ]),
        }),
      ]

/** CSS pixels. */
const LOGO = { height: 36, widest: 200 } as const

/** Null for what is no whole picture, and for WebP, which Word does not show. */
const logoOf = (logo: ReportModel['meta']['logos'][number]): ImageRun | null => {
  const picture = readPicture(logo.dataUrl)
  if (!picture || picture.mime === 'image/webp') return null
  const { width, height } = picture
  const scale = Math.min(LOGO.height / height, LOGO.widest / width)
  const name = officeText(logo.name)
  return new ImageRun({
    type: picture.mime === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(picture.bytes),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name, description: name, title: name },
  })
}
