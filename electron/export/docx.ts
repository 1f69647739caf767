import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import type { FileChild } from 'docx'
import { kindWords } from '@core/report/kind-words'
import type { ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import { blockDocx } from './docx-blocks'
import type { DocxKit } from './docx-blocks'
import { DOCX_STYLES, FONT, PAGE } from './docx-style'
import { textRuns } from './docx-table'
import type { ExportContext, ExportFile } from './export-file'
import { officeText } from './office-text'
import type { PictureMaker } from './picture'

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
  const document = new Document({
    title: officeText(reader.words(model.title)),
    creator: officeText(model.meta.authors.join(', ') || reader.words(model.lab)),
    description: officeText(`${reader.words(model.lab)} · ${reader.day(model.day)}`),
    styles: DOCX_STYLES(reader.lang),
    features: { updateFields: true },
    ...(fonts ? { fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold }] } : {}),
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: new Header({ children: [running(model, context)] }), first: new Header({ children: [] }) },
        footers: { default: pageFoot(context), first: pageFoot(context) },
        children: await bodyOf(model, context, kit),
      },
    ],
  })
  return [{ suffix: '.docx', bytes: await Packer.toBuffer(document) }]
}

const running = (model: ReportModel, { reader }: ExportContext): Paragraph =>
  new Paragraph({ style: 'Running', children: textRuns(`${reader.words(model.lab)} · ${reader.words(model.title)}`) })

const pageFoot = ({ reader }: ExportContext): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        alignment: AlignmentType.RIGHT,
        children: [
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

const bodyOf = async (model: ReportModel, context: ExportContext, kit: DocxKit): Promise<FileChild[]> => {
  const { reader } = context
  const { authors, organisations, funderNotice } = model.meta
  const meta = [
    organisations.join(' · '),
    authors.length > 0 ? reader.words(say('cover.authors', { names: authors.join(', ') })) : '',
  ]
  const children: FileChild[] = [
    new Paragraph({
      style: 'Running',
      children: textRuns(`${reader.words(model.lab)} · ${reader.words(kindWords(model))} · ${reader.day(model.day)}`),
    }),
    new Paragraph({ style: 'Title', children: textRuns(reader.words(model.title)) }),
    ...meta.filter((line) => line !== '').map((line) => new Paragraph({ style: 'Running', children: textRuns(line) })),
  ]
  for (const block of model.summary) {
    children.push(...(await blockDocx(block, { ...kit, summary: model.kind === 'session', small: true })))
  }
  if (!SHORT.has(model.kind)) {
    children.push(
      new Paragraph({
        style: 'ContentsTitle',
        // Page one of a session stands alone; other kinds begin with few words.
        pageBreakBefore: model.kind === 'session',
        children: textRuns(reader.words(say('contents'))),
      }),
      new TableOfContents(officeText(reader.words(say('contents'))), { hyperlink: true, headingStyleRange: '1-2' }),
    )
  }
  for (const part of model.parts) {
    children.push(
      new Paragraph({
        style: 'Heading1',
        pageBreakBefore: part.breakBefore,
        ...(model.kind === 'brief' ? { spacing: { before: 100, after: 40 } } : {}),
        children: textRuns(reader.words(part.title)),
      }),
    )
    for (const block of part.blocks) children.push(...(await blockDocx(block, kit)))
  }
  const made = reader.words(say('cover.madeAt', { when: { t: 'day', day: context.madeAt.slice(0, 10) } }))
  const logos = model.meta.logos.flatMap((logo) => logoOf(logo) ?? [])
  return [
    ...children,
    ...(funderNotice === null ? [] : [new Paragraph({ style: 'Running', children: textRuns(funderNotice) })]),
    ...(logos.length === 0 ? [] : [new Paragraph({ children: logos })]),
    new Paragraph({ style: 'Running', children: textRuns(made) }),
  ]
}

const PICTURE = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)$/
/** CSS pixels. */
const LOGO_HEIGHT = 48

/** Only pictures that are what they say and that Word can show; anything else is left out, as in the page. */
const logoOf = (logo: ReportModel['meta']['logos'][number]): ImageRun | null => {
  const [, kind, base64] = PICTURE.exec(logo.dataUrl) ?? []
  if (base64 === undefined) return null
  const name = officeText(logo.name)
  return new ImageRun({
    type: kind === 'png' ? 'png' : 'jpg',
    data: Buffer.from(base64, 'base64'),
    transformation: { width: LOGO_HEIGHT * 2, height: LOGO_HEIGHT },
    altText: { name, description: name, title: name },
  })
}
