import type { ChartFrame } from '@core/charts/bars-svg'
import { gridSvg } from '@core/charts/grid-svg'
import { quadrantSvg } from '@core/charts/quadrant-svg'
import { stackSvg } from '@core/charts/stack-svg'
import { escapeMarkup } from '@core/charts/svg'
import { assertNever } from '@core/lib/assert-never'
import { sayKey } from '@core/report/model'
import type { QuadrantChartBlock, VoteChartBlock } from '@core/report/vote-chart-blocks'
import type { Reader } from '@core/report/reader'

/** The pictures of a vote's result that only votes have. */
export const voteChartSvg = (chart: VoteChartBlock, reader: Reader, frame: ChartFrame): string => {
  switch (chart.kind) {
    case 'grid':
      return gridSvg(
        chart.columns.map(({ title, look }) => ({
          label: reader.words(title),
          ...(look === undefined ? {} : { look }),
        })),
        chart.rows.map((row) => ({
          label: reader.words(row.label),
          cells: row.cells.map(({ figure, fill, strong }) => ({
            shown: figure === null ? '' : reader.figure(figure),
            fill,
            ...(strong === undefined ? {} : { strong }),
          })),
        })),
        frame,
      )
    case 'stack':
      return stackSvg(
        chart.keys.map(({ fill, name }) => ({ fill, name: reader.words(name) })),
        chart.rows.map((row) => ({
          label: reader.words(row.label),
          parts: row.parts.map(({ value }) => value ?? 0),
          shown: row.end === null ? '' : reader.figure(row.end),
        })),
        frame,
      )
    case 'quadrants': {
      const word = (name: string): string => reader.words(sayKey(`charts:axis.${name}`))
      return quadrantSvg(
        chart.rows.flatMap(({ number, label, effort, effect }) =>
          effort.value === null || effect.value === null
            ? []
            : [{ number, label: reader.words(label), effort: effort.value, effect: effect.value }],
        ),
        {
          littleEffort: word('littleEffort'),
          muchEffort: word('muchEffort'),
          littleEffect: word('littleEffect'),
          muchEffect: word('muchEffect'),
        },
        frame,
      )
    }
    default:
      return assertNever(chart)
  }
}

/** What the numbers in the points stand for. */
export const pointsHtml = (chart: QuadrantChartBlock, reader: Reader): string =>
  `<ul class="legend">${chart.rows.map(({ number, label }) => `<li><b>${number}</b> ${escapeMarkup(reader.words(label))}</li>`).join('')}</ul>`
