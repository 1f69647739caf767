import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Indicator } from '../model/work'
import { readIndicator } from '../rules/indicator'
import type { Block, Cell, TableBlock, Words } from './model'
import { amount, day, figure, plain, say } from './model'

/** Each indicator with its sentence and its line, and one table of all figures behind them. */
export const indicatorBlocks = (view: DocumentView): Block[] => {
  const indicators = ordered(view, 'indicator')
  if (indicators.length === 0) return []
  return [...indicators.flatMap(oneIndicator), indicatorTable(indicators)]
}

const oneIndicator = (indicator: Indicator): Block[] => {
  const { points } = readIndicator(indicator)
  const sentence = indicatorWords(indicator)
  const heading: Block = { b: 'heading', id: `indicator-${indicator.id}`, level: 3, title: plain(indicator.name) }
  const source: Block[] =
    indicator.source === undefined
      ? []
      : [{ b: 'paragraph', words: say('indicators.source', { source: plain(indicator.source) }) }]
  if (points.length < 2) return [heading, { b: 'paragraph', words: sentence }, ...source]
  const { target, baseline } = indicator
  return [
    heading,
    {
      b: 'chart',
      kind: 'line',
      id: `indicator-${indicator.id}-line`,
      title: say('indicators.over'),
      sentence,
      tableId: 'indicators',
      points: points.map(({ value, on }) => ({ day: on, figure: figure(idOf(indicator, on), value, 'value') })),
      ...(target
        ? { target: { name: 'target', figure: figure(idOf(indicator, 'target'), target.value, 'value') } }
        : {}),
      ...(baseline
        ? { baseline: { name: 'baseline', figure: figure(baselineId(indicator), baseline.value, 'value') } }
        : {}),
    },
    ...source,
  ]
}

const idOf = (indicator: Indicator, what: string): string => `indicator.${indicator.id}.${what}`

/** A baseline with a day is a point of the line as well: one figure, one id. */
const baselineId = (indicator: Indicator): string =>
  idOf(indicator, measuredOn(indicator, indicator.baseline?.on) ? 'baseline' : (indicator.baseline?.on ?? 'baseline'))

const measuredOn = (indicator: Indicator, on: string | undefined): boolean =>
  indicator.measurements.some((one) => one.on === on)

const withUnit = (indicator: Indicator, value: number): Words =>
  indicator.unit === undefined
    ? amount(value)
    : say('indicators.withUnit', { value: amount(value), unit: plain(indicator.unit) })

/** The same sentence as above the chart on the screen. */
export const indicatorWords = (indicator: Indicator): Words => {
  const { first, last, change, verdict, reached } = readIndicator(indicator)
  if (first === null) return say('indicators.none')
  const from = withUnit(indicator, first.value)
  const begin =
    last === null
      ? first.on === undefined
        ? say('indicators.once', { from })
        : say('indicators.onceOn', { from, since: day(first.on) })
      : say(`indicators.${change === 'rose' || change === 'fell' ? change : 'same'}`, {
          from,
          to: withUnit(indicator, last.value),
          on: day(last.on),
        })
  const judged = verdict === null ? begin : say(`indicators.${verdict}`, { begin })
  return reached === null ? judged : say(reached ? 'indicators.reached' : 'indicators.notReached', { begin: judged })
}

const indicatorTable = (indicators: readonly Indicator[]): TableBlock => ({
  b: 'table',
  id: 'indicators',
  title: say('indicators.table'),
  columns: [
    { id: 'indicator', title: say('column.indicator'), kind: 'words' },
    { id: 'kind', title: say('column.kindOfFigure'), kind: 'words' },
    { id: 'day', title: say('column.day'), kind: 'words' },
    { id: 'value', title: say('column.value'), kind: 'figure' },
    { id: 'unit', title: say('column.unit'), kind: 'words' },
    { id: 'note', title: say('column.note'), kind: 'words' },
  ],
  rows: indicators.flatMap(rowsOf),
})

const rowsOf = (indicator: Indicator): Cell[][] => {
  const unit = plain(indicator.unit ?? '')
  const row = (kind: string, id: string, value: number, on: string | undefined, note?: string): Cell[] => [
    plain(indicator.name),
    say(`indicators.kind.${kind}`),
    on === undefined ? say('notSet') : day(on),
    figure(id, value, 'value'),
    unit,
    plain(note ?? ''),
  ]
  const { baseline, target } = indicator
  return [
    ...(baseline ? [row('baseline', baselineId(indicator), baseline.value, baseline.on)] : []),
    ...indicator.measurements.map((one) => row('measured', idOf(indicator, one.on), one.value, one.on, one.note)),
    ...(target ? [row('target', idOf(indicator, 'target'), target.value, target.on)] : []),
  ]
}
