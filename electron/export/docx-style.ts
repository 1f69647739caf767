import { AlignmentType, LevelFormat, LineRuleType } from 'docx'
import type { INumberingOptions, IParagraphOptions, IStylesOptions } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { ReportModel } from '@core/report/model'

type Kind = ReportModel['kind']

/** Twentieths of a point, A4 with the margins of the printed page. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 810, right: 930, bottom: 930, left: 990, header: 400, footer: 420 },
} as const

const INK = THEME_COLOURS.light.ink.slice(1)
/** As in print: the strip beside what matters most. */
const MARKER = THEME_COLOURS.light.marker.slice(1)
const MARKER_SOFT = THEME_COLOURS.light.markerSoft.slice(1)
const LINE = THEME_COLOURS.light.line.slice(1)
export const QUIET = THEME_COLOURS.light.ink2.slice(1)
export const FONT = 'Atkinson Hyperlegible Next'

/** Word's own list hangs its points far in: these stand as on the printed page. */
const POINTS = 'points'
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: POINTS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '\u2022',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 284, hanging: 227 } } },
        },
      ],
    },
  ],
}
export const POINT: Pick<IParagraphOptions, 'numbering'> = { numbering: { reference: POINTS, level: 0 } }

const OWN_STYLES: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'Running',
    name: 'Running',
    basedOn: 'Normal',
    run: { size: 18, color: QUIET },
    paragraph: { spacing: { after: 60 } },
  },
  { id: 'ContentsTitle', name: 'Contents Title', basedOn: 'Normal', run: { size: 26, bold: true } },
  {
    id: 'Lead',
    name: 'Lead',
    basedOn: 'Normal',
    run: { size: 21 },
    paragraph: {
      spacing: { before: 100, after: 140 },
      indent: { left: 160, right: 100 },
      keepLines: true,
      shading: { type: 'clear', color: 'auto', fill: MARKER_SOFT },
      border: { left: { style: 'single', size: 36, space: 8, color: MARKER } },
    },
  },
  {
    id: 'Notice',
    name: 'Notice',
    basedOn: 'Normal',
    paragraph: {
      border: { left: { style: 'single', size: 24, space: 8, color: LINE } },
      indent: { left: 160 },
      keepLines: true,
    },
  },
  {
    id: 'QuoteWords',
    name: 'Quote Words',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: { indent: { left: 360 }, spacing: { after: 20 }, keepNext: true, keepLines: true },
  },
  {
    id: 'QuoteBy',
    name: 'Quote By',
    basedOn: 'Normal',
    run: { size: 18, color: QUIET },
    paragraph: { indent: { left: 360 } },
  },
  {
    id: 'TableTitle',
    name: 'Table Title',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
  },
  {
    id: 'ChartWords',
    name: 'Chart Words',
    basedOn: 'Normal',
    run: { color: QUIET },
    paragraph: { keepNext: true, keepLines: true, spacing: { after: 80 } },
  },
  {
    id: 'Label',
    name: 'Label',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { keepNext: true, spacing: { before: 80, after: 40 } },
  },
  {
    id: 'ContentsLine',
    name: 'Contents Line',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 50 } },
  },
  {
    id: 'SmallWords',
    name: 'Small Words',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: { spacing: { after: 10, line: 240, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'FactWords',
    name: 'Fact Words',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 40 }, keepLines: true },
  },
  {
    id: 'CellSmall',
    name: 'Cell Small',
    basedOn: 'CellWords',
    run: { size: 17 },
    paragraph: { spacing: { after: 0, line: 236, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'AfterSmall',
    name: 'After Small',
    basedOn: 'Normal',
    run: { size: 16, color: QUIET },
    paragraph: { spacing: { after: 0, line: 180, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'EndWords',
    name: 'End Words',
    basedOn: 'Normal',
    run: { size: 17, color: QUIET },
    paragraph: { spacing: { before: 80, after: 0, line: 240, lineRule: LineRuleType.AUTO }, keepLines: true },
  },
  {
    id: 'ForWords',
    name: 'For Words',
    basedOn: 'Normal',
    run: { size: 24, color: QUIET },
    paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'Large',
    name: 'Large',
    basedOn: 'Normal',
    run: { size: 28 },
    paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'LargeSmall',
    name: 'Large Small',
    basedOn: 'Large',
    run: { size: 25 },
    paragraph: { spacing: { before: 40, after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'LargeHead',
    name: 'Large Head',
    basedOn: 'Large',
    run: { size: 23 },
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    run: { size: 17, color: QUIET },
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'CellTight',
    name: 'Cell Tight',
    basedOn: 'CellWords',
    run: { size: 15 },
    paragraph: { spacing: { after: 0, line: 228, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'CellWords',
    name: 'Cell Words',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  },
]

type Sizes = { readonly title: number; readonly part: number; readonly before: number; readonly after: number }

/** Short kinds are set closer, so that they stay short; half points, and twentieths of a point around the heading of a part. */
const SIZES: { readonly [K in Kind]?: Sizes } = {
  brief: { title: 32, part: 25, before: 130, after: 40 },
  families: { title: 60, part: 28, before: 160, after: 60 },
  minutes: { title: 36, part: 27, before: 240, after: 80 },
  esn: { title: 36, part: 26, before: 240, after: 80 },
}
const USUAL: Sizes = { title: 40, part: 34, before: 360, after: 140 }

/** Word's own names for headings, so that its outline, contents and screen readers know them. Sizes in half points. */
export const docxStyles = (lang: string, kind: Kind): IStylesOptions => {
  const language = { value: lang === 'en' ? 'en-GB' : lang }
  const { title, part, before, after } = SIZES[kind] ?? USUAL
  const heading = (size: number, above: number, below: number) => ({
    run: { size, bold: true, color: INK },
    paragraph: {
      spacing: { before: above, after: below, line: 240, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
    },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: title, bold: true, color: INK },
        paragraph: { spacing: { after: 80, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(part, before, after),
      heading2: heading(Math.min(26, part), 280, 100),
      heading3: heading(22, 160, 60),
    },
    paragraphStyles: OWN_STYLES,
  }
}
