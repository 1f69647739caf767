import { ImageRun, Paragraph } from 'docx'
import type { FileChild } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { ChartBlock } from '@core/report/model'
import { chartWithKey } from './chart-picture'
import type { DocxKit } from './docx-blocks'
import { textRuns } from './docx-table'
import { officeText } from './office-text'

/** Width of the text on the page, CSS pixels. */
const TEXT_WIDTH = 640
/** Width at which a chart of page one, or of a brief, is drawn, and its part of that on paper: as in print. */
const NARROW = { column: 372, whole: 600 } as const
const SMALLER = { column: 0.85, whole: 0.72 } as const

/** A picture with its title and what it shows above it; the same words are its alternative text. */
export const chartDocx = async (
  chart: ChartBlock,
  { reader, pictures, summary, small }: DocxKit,
): Promise<FileChild[]> => {
  const sentence = reader.words(chart.sentence)
  const place = summary ? 'column' : 'whole'
  const svg = chartWithKey(chart, reader, {
    width: small ? NARROW[place] : TEXT_WIDTH,
    colours: THEME_COLOURS.light,
    idPrefix: `${chart.id}-docx-`,
    sentence,
  })
  const { png, width, height } = await pictures(svg)
  const name = officeText(reader.words(chart.title))
  const scale = small ? SMALLER[place] : 1
  const picture = new Paragraph({
    keepLines: true,
    ...(small ? { spacing: { after: 20 } } : {}),
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: width * scale, height: height * scale },
        altText: { name, title: name, description: officeText(sentence) },
      }),
    ],
  })
  // The heading of page one says it, and the picture's own words do.
  if (summary) return [picture]
  const close = small ? { spacing: { before: 60, after: 20 } } : {}
  return [
    new Paragraph({ style: 'TableTitle', ...close, children: textRuns(reader.words(chart.title)) }),
    new Paragraph({ style: small ? 'SmallWords' : 'ChartWords', keepNext: true, children: textRuns(sentence) }),
    picture,
  ]
}
