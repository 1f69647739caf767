import type { PulseTrend } from '../protocol/views'
import { PULSE_SHOWN_FROM } from '../rules/pulse'
import { labK } from './lab-groups'
import type { LabData } from './lab-sources'
import type { Block, Cell, Figure } from './model'
import { amount, day, figure, hiddenFigure, say } from './model'
import type { Audience } from './voice-refs'
import { labelWords } from './voice-refs'

type Point = PulseTrend['points'][number]

/** What the feedback rounds said from session to session: a line for each question asked twice, and one table. */
export const labPulseBlocks = (data: LabData, audience: Audience): Block[] => {
  const trends = data.overview.pulse.filter(({ points }) => points.length > 0)
  if (trends.length === 0) return []
  const least = audience === 'public' ? Math.max(PULSE_SHOWN_FROM, labK(data, 'public')) : PULSE_SHOWN_FROM
  const hidden = trends.flatMap(({ points }) => points.filter((point) => !isShown(point, least))).length
  return [
    { b: 'paragraph', words: say('pulse.range') },
    ...(hidden === 0 ? [] : [{ b: 'notice', words: say('lab.pulseHidden', { count: hidden, k: least }) } as const]),
    ...trends.flatMap((trend, index) => chartOf(trend, index, least)),
    {
      b: 'table',
      id: 'pulse-trend',
      title: say('pulse.trend'),
      columns: [
        { id: 'question', title: say('column.question'), kind: 'words' },
        { id: 'day', title: say('column.day'), kind: 'words' },
        { id: 'answers', title: say('column.answers'), kind: 'figure' },
        { id: 'mean', title: say('column.mean'), kind: 'figure' },
      ],
      rows: trends.flatMap(({ question, points }, index) =>
        points.map((point, at): Cell[] => [
          labelWords(question),
          day(point.day),
          ...figuresOf(point, `lab.pulse.${index}.${at}`, least),
        ]),
      ),
    },
  ]
}

const isShown = ({ answers, mean }: Point, least: number): boolean => answers >= least && mean !== null

const figuresOf = (point: Point, id: string, least: number): [Figure, Figure] =>
  isShown(point, least)
    ? [figure(`${id}.answers`, point.answers, 'count'), figure(`${id}.mean`, point.mean ?? 0, 'value', point.answers)]
    : [hiddenFigure(`${id}.answers`, 'count'), hiddenFigure(`${id}.mean`, 'value')]

const chartOf = ({ question, points }: PulseTrend, index: number, least: number): Block[] => {
  const shown = points.flatMap((point, at) => (isShown(point, least) ? [{ point, at }] : []))
  const first = shown[0]?.point.mean ?? 0
  const last = shown.at(-1)?.point.mean ?? 0
  if (shown.length < 2) return []
  const key = last > first ? 'rose' : last < first ? 'fell' : 'same'
  return [
    {
      b: 'chart',
      kind: 'line',
      id: `lab-pulse-${index}-line`,
      title: labelWords(question),
      sentence: say(`pulse.${key}`, {
        question: labelWords(question),
        from: amount(first),
        to: amount(last),
        count: shown.length,
      }),
      tableId: 'pulse-trend',
      range: [0.6, 5.4],
      points: shown.map(({ point, at }) => ({
        day: point.day,
        figure: figuresOf(point, `lab.pulse.${index}.${at}`, least)[1],
      })),
    },
  ]
}
