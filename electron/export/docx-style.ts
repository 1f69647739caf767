import { LineRuleType } from 'docx'
import type { IStylesOptions } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'

/** Twentieths of a point, A4 with the margins of the printed page. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 810, right: 930, bottom: 930, left: 990, header: 400, footer: 420 },
} as const

const INK = '1D2230'
/** As in print: the strip beside what matters most. */
const MARKER = THEME_COLOURS.light.marker.slice(1)
const QUIET = '4A5163'
export const FONT = 'Atkinson Hyperlegible Next'

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
      border: { left: { style: 'single', size: 36, space: 8, color: MARKER } },
    },
  },
  {
    id: 'Notice',
    name: 'Notice',
    basedOn: 'Normal',
    paragraph: {
      border: { left: { style: 'single', size: 24, space: 8, color: INK } },
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
    id: 'CellWords',
    name: 'Cell Words',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } },
  },
]

/** Word's own names for headings, so that its outline, contents and screen readers know them. Sizes in half points. */
export const DOCX_STYLES = (lang: string): IStylesOptions => {
  const language = { value: lang === 'en' ? 'en-GB' : lang }
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 40, bold: true, color: INK },
        paragraph: { spacing: { after: 80, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { size: 34, bold: true, color: INK },
        paragraph: {
          spacing: { before: 360, after: 140, line: 240, lineRule: LineRuleType.AUTO },
          keepNext: true,
          keepLines: true,
        },
      },
      heading2: {
        run: { size: 26, bold: true, color: INK },
        paragraph: {
          spacing: { before: 280, after: 100, line: 240, lineRule: LineRuleType.AUTO },
          keepNext: true,
          keepLines: true,
        },
      },
      heading3: {
        run: { size: 22, bold: true, color: INK },
        paragraph: {
          spacing: { before: 160, after: 60, line: 240, lineRule: LineRuleType.AUTO },
          keepNext: true,
          keepLines: true,
        },
      },
    },
    paragraphStyles: OWN_STYLES,
  }
}
