import type { ChartFrame } from '@core/charts/bars-svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { Block, ChartBlock, ReportModel, Words } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { chartSvg } from './html'
import type { Drawn } from './svg-words'
import { drawWords, pictureSvg, stacked } from './svg-words'

/** Width of a chart on its own, CSS px: fits a slide and a column of text. */
const WIDTH = 720
const MARGIN = 28
const { ink, ink2 } = THEME_COLOURS.light

/** A chart, and the heading that it stands under: which vote, which indicator. */
export type FoundChart = { readonly chart: ChartBlock; readonly under: Words | null }

/** The charts in a row of blocks with their headings. */
export const chartsIn = (blocks: readonly Block[]): readonly FoundChart[] => {
  let under: Words | null = null
  return blocks.flatMap((block) => {
    if (block.b === 'heading') under = block.title
    return block.b === 'chart' ? [{ chart: block, under }] : []
  })
}

/** A chart of a redacted report by its id; page one shows some of them a second time. */
export const chartOf = (model: ReportModel, chartId: string): FoundChart | null =>
  [...model.parts.flatMap((part) => chartsIn(part.blocks)), ...chartsIn(model.summary)].find(
    ({ chart }) => chart.id === chartId,
  ) ?? null

/** What a chart is called where nothing stands around it. */
export const aloneTitle = ({ chart, under }: FoundChart, reader: Reader): string =>
  [under === null ? '' : reader.words(under), reader.words(chart.title)].filter((one) => one !== '').join(' · ')

/** A chart that leaves the report alone: with its title, what it shows, its key and where it is from. */
export const chartPicture = (found: FoundChart, model: ReportModel, reader: Reader): string => {
  const { chart } = found
  const title = aloneTitle(found, reader)
  const sentence = reader.words(chart.sentence)
  const from = [reader.words(model.title), reader.words(model.lab), reader.day(model.day)].filter((one) => one !== '')
  const svg = chartSvg(chart, reader, {
    width: WIDTH,
    colours: THEME_COLOURS.light,
    idPrefix: 'alone-',
    sentence,
  })
  const plain = { width: WIDTH, size: 15, line: 21, colour: ink }
  const parts = [
    drawWords(title, { width: WIDTH, size: 20, line: 27, colour: ink, bold: true }),
    drawWords(sentence, plain),
    { height: 6, at: () => '' },
    nested(svg),
    keyOf(chart, reader),
    drawWords(from.join(' · '), { ...plain, size: 12, line: 17, colour: ink2 }),
  ]
  return pictureSvg(stacked(parts, 10), { width: WIDTH, title, sentence, lang: reader.lang, margin: MARGIN })
}

/** A chart for a page that cannot draw a key beside it: with what its shapes or numbers stand for below. */
export const chartWithKey = (chart: ChartBlock, reader: Reader, frame: ChartFrame): string => {
  const svg = chartSvg(chart, reader, frame)
  const key = keyOf(chart, reader)
  return key.height === 0
    ? svg
    : pictureSvg(stacked([nested(svg), key], 10), {
        width: frame.width,
        title: frame.sentence,
        lang: reader.lang,
        margin: 0,
      })
}

const nested = (svg: string): Drawn => ({
  height: Number(/ height="(\d+(?:\.\d+)?)"/.exec(svg)?.[1] ?? 0),
  at: (x, y) => svg.replace('<svg ', `<svg x="${x}" y="${y}" `),
})

/** What the shapes or the numbers stand for. */
const keyOf = (chart: ChartBlock, reader: Reader): Drawn => {
  switch (chart.kind) {
    case 'gaps':
      return stacked(
        (chart.rows[0]?.points ?? []).map(({ look, name }) => voiceKey(look, name, reader)),
        4,
      )
    case 'quadrants':
      return stacked(
        chart.rows.map(({ number, label }) =>
          drawWords(`${number}  ${reader.words(label)}`, { width: WIDTH, size: 14, line: 19, colour: ink }),
        ),
        2,
      )
    case 'bars':
    case 'line':
    case 'grid':
    case 'stack':
      return { height: 0, at: () => '' }
  }
}

/** The voice's shape with its name. */
export const voiceKey = (look: VoiceLookId, name: Words, reader: Reader, width = WIDTH): Drawn => {
  const words = drawWords(reader.words(name), { width: width - 24, size: 14, line: 19, colour: ink })
  return {
    height: words.height,
    at: (x, y) =>
      `<path d="${shapePath(VOICE_LOOKS[look].shape, x + 8, y + 9.5, 13)}" fill="${VOICE_LOOKS[look].colours.light.fill}"/>${words.at(x + 24, y)}`,
  }
}
