import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { ChartBlock, ReportModel, Words } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { chartSvg } from './html'
import type { Drawn } from './svg-words'
import { drawWords, pictureSvg, stacked } from './svg-words'

/** Width of a chart on its own, CSS px: fits a slide and a column of text. */
const WIDTH = 720
const MARGIN = 28
const { ink, ink2 } = THEME_COLOURS.light

/** A chart of a redacted report by its id; page one shows some of them a second time. */
export const chartOf = (model: ReportModel, chartId: string): ChartBlock | null => {
  for (const block of [...model.parts.flatMap((part) => part.blocks), ...model.summary]) {
    if (block.b === 'chart' && block.id === chartId) return block
  }
  return null
}

/** A chart that leaves the report alone: with its title, what it shows, its key and where it is from. */
export const chartPicture = (chart: ChartBlock, model: ReportModel, reader: Reader): string => {
  const title = reader.words(chart.title)
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
  return pictureSvg(stacked(parts, 10), { width: WIDTH, title, lang: reader.lang, margin: MARGIN })
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
