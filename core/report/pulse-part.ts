import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Pulse } from '../model/work'
import type { PulsePoint } from '../rules/pulse'
import { answersOf, PULSE_SHOWN_FROM, pulseTrend, shownPoints } from '../rules/pulse'
import type { Block, Cell, Figure, QuoteBlock, TableBlock } from './model'
import { amount, day, figure, hiddenFigure, say } from './model'
import type { Audience } from './voice-refs'
import { labelWords } from './voice-refs'

const VALUES = [1, 2, 3, 4, 5] as const

/** Answers needed to show anything of a question: three for the lab itself, as many as votes need for the public. */
const leastOf = (view: DocumentView, audience: Audience): number =>
  audience === 'public' ? Math.max(PULSE_SHOWN_FROM, sessionOf(view)?.k.public ?? 5) : PULSE_SHOWN_FROM

/** How it was: per question how many answered what, the meetings before, and remarks for the lab itself. */
export const pulseBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const pulses = ordered(view, 'pulse').filter((pulse) => answersOf(pulse).n > 0 || (pulse.past ?? []).length > 0)
  const least = leastOf(view, audience)
  const asked = pulses.filter((pulse) => answersOf(pulse).n > 0)
  const hidden = asked.filter((pulse) => answersOf(pulse).n < least).length
  const trend = trendBlocks(view, pulses, least)
  if (asked.length === 0 && trend.length === 0) return []
  return [
    { b: 'paragraph', words: say('pulse.range') },
    // A row of dashes for a question of earlier meetings would look like answers held back.
    ...(asked.length === 0 ? [] : [answersTable(view, asked, least)]),
    ...(hidden === 0 ? [] : [{ b: 'notice', words: say('pulse.hidden', { count: hidden, k: least }) } as const]),
    ...trend,
    ...pulses.flatMap(remarkBlocks),
  ]
}

const here = (view: DocumentView) => {
  const session = sessionOf(view)
  return { sessionId: session?.id ?? '', day: session?.day ?? '1970-01-01' }
}

const meanId = (pulse: Pulse, sessionId: string): string => `pulse.${pulse.id}.${sessionId}.mean`

const answersTable = (view: DocumentView, pulses: readonly Pulse[], least: number): TableBlock => ({
  b: 'table',
  id: 'pulse',
  title: say('pulse.table'),
  columns: [
    { id: 'question', title: say('column.question'), kind: 'words' },
    { id: 'answers', title: say('column.answers'), kind: 'figure' },
    ...VALUES.map((value) => ({ id: `value-${value}`, title: amount(value), kind: 'figure' as const })),
    { id: 'mean', title: say('column.mean'), kind: 'figure' },
  ],
  rows: pulses.map((pulse): Cell[] => {
    const { n, counts, mean } = answersOf(pulse)
    const shown = n >= least
    const cell = (what: string, value: number | null): Figure => {
      const id = `pulse.${pulse.id}.${what}`
      return shown && value !== null ? figure(id, value, 'count', n) : hiddenFigure(id, 'count')
    }
    const average = meanId(pulse, here(view).sessionId)
    return [
      labelWords(pulse.question),
      cell('answers', n),
      ...VALUES.map((value) => cell(`value-${value}`, counts[value - 1] ?? 0)),
      shown && mean !== null ? figure(average, mean, 'value', n) : hiddenFigure(average, 'value'),
    ]
  }),
})

/** Only meetings that enough people answered; one alone is no trend. */
const trendBlocks = (view: DocumentView, pulses: readonly Pulse[], least: number): Block[] => {
  const trends = pulses
    .map((pulse) => ({ pulse, points: shownPoints(pulseTrend(pulse, here(view)), least) }))
    .filter(({ points }) => points.length > 1)
  if (trends.length === 0) return []
  return [
    ...trends.map(({ pulse, points }): Block => ({
      b: 'chart',
      kind: 'line',
      id: `pulse-${pulse.id}-line`,
      title: labelWords(pulse.question),
      sentence: trendSentence(pulse, points),
      tableId: 'pulse-trend',
      range: [0.6, 5.4],
      points: points.map((point) => ({
        day: point.day,
        figure: figure(meanId(pulse, point.sessionId), point.mean ?? 0, 'value', point.n),
      })),
    })),
    {
      b: 'table',
      id: 'pulse-trend',
      title: say('pulse.trend'),
      columns: [
        { id: 'question', title: say('column.question'), kind: 'words' },
        { id: 'day', title: say('column.day'), kind: 'words' },
        { id: 'mean', title: say('column.mean'), kind: 'figure' },
      ],
      rows: trends.flatMap(({ pulse, points }) =>
        points.map((point): Cell[] => [
          labelWords(pulse.question),
          day(point.day),
          figure(meanId(pulse, point.sessionId), point.mean ?? 0, 'value', point.n),
        ]),
      ),
    },
  ]
}

const trendSentence = (pulse: Pulse, points: readonly PulsePoint[]) => {
  const first = points[0]?.mean ?? 0
  const last = points.at(-1)?.mean ?? 0
  const key = last > first ? 'rose' : last < first ? 'fell' : 'same'
  return say(`pulse.${key}`, {
    question: labelWords(pulse.question),
    from: amount(first),
    to: amount(last),
    count: points.length,
  })
}

/** Nobody was asked whether a remark may be quoted: it stays with the lab. */
const remarkBlocks = (pulse: Pulse): QuoteBlock[] =>
  pulse.remarks.map((text, index) => ({
    b: 'quote',
    id: `remark-${pulse.id}-${index}`,
    words: { t: 'said', text, release: 'none' },
    by: null,
  }))
