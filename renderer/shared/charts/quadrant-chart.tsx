import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS, cssVoiceColours } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { LabelPlace } from '@core/charts/vote-quadrants'
import { MIDDLE, placeLabels, spreadApart } from '@core/charts/vote-quadrants'
import { useT } from '../i18n/use-t'
import { textScale, useWidth } from './use-width'
import './charts.css'
import './vote-charts.css'

export type QuadrantRow = {
  readonly id: string
  readonly number: number
  readonly text: string
  /** Means of 1 to 5. */
  readonly effort: number
  readonly effect: number
}

interface QuadrantChartProps {
  readonly rows: readonly QuadrantRow[]
  /** The finding in a sentence: the whole chart for a screen reader. */
  readonly label: string
  /** One voice instead of everyone: its shape stands for the points. */
  readonly look?: VoiceLookId
  /** Times the size on a laptop; the projector needs more. */
  readonly size?: number
  /** px; else it follows the width. */
  readonly height?: number
}

type Mark = {
  readonly x: number
  readonly y: number
  readonly number: number
  readonly text: string
  /** From the middle of the point, px. */
  readonly label: LabelPlace | null
}

const POINT = 26
const LINE = 19
const CHARACTER = 7.6
/** Longer labels would cover too much; the list beside has them whole. */
const LETTERS = 34
const WIDEST = 0.66
const TALLEST = 470

const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length <= LETTERS
    ? text
    : `${letters
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}…`
}

/** Points with their label, in the pixels of the drawing; scaled back to 1 to 5 for recharts. */
const marksOf = (rows: readonly QuadrantRow[], width: number, height: number, scale: number): Mark[] => {
  const point = POINT * scale
  const room = { width: Math.max(1, width - 2 * point), height: Math.max(1, height - 2 * point) }
  const places = spreadApart(
    rows.map(({ effort, effect }) => ({
      x: point + ((effort - 1) / 4) * room.width,
      y: point + ((5 - effect) / 4) * room.height,
    })),
    point,
  )
  const texts = rows.map(({ text }) => shortened(text))
  const labels = placeLabels(
    places,
    texts.map((text) => text.length * CHARACTER * scale),
    { width, height, point, line: LINE * scale },
  )
  return rows.map(({ number }, index) => {
    const at = places[index] ?? { x: 0, y: 0 }
    const label = labels[index]
    return {
      x: 1 + ((at.x - point) / room.width) * 4,
      y: 5 - ((at.y - point) / room.height) * 4,
      number,
      text: texts[index] ?? '',
      label: label ? { x: label.x - at.x, y: label.y - at.y, anchor: label.anchor } : null,
    }
  })
}

const pointOf = (look: VoiceLookId | undefined, scale: number) => {
  const Point = ({
    cx = 0,
    cy = 0,
    payload,
  }: {
    readonly cx?: number
    readonly cy?: number
    readonly payload?: Mark
  }) => {
    if (payload === undefined) return <g />
    const { number, text, label } = payload
    return (
      <g>
        {look === undefined ? (
          <circle cx={cx} cy={cy} r={(POINT / 2 - 1) * scale} className="quadrant-point" />
        ) : (
          <path
            d={shapePath(VOICE_LOOKS[look].shape, cx, cy, POINT * 0.8 * scale)}
            fill={cssVoiceColours(look).fill}
            className="chart-mark"
          />
        )}
        {look === undefined ? (
          <text x={cx} y={cy} dy="0.36em" textAnchor="middle" className="quadrant-number">
            {number}
          </text>
        ) : null}
        {label === null ? null : (
          <text x={cx + label.x} y={cy + label.y} dy="0.36em" textAnchor={label.anchor} className="quadrant-label">
            {look === undefined ? text : `${number} ${text}`}
          </text>
        )}
      </g>
    )
  }
  return Point
}

/** Effort from left to right, effect from below to above; topics as numbered points with their words beside them. */
export const QuadrantChart = ({ rows, label, look, size = 1, height: given }: QuadrantChartProps) => {
  const t = useT()
  const [plot, width] = useWidth<HTMLDivElement>()
  const scale = size * textScale()
  const point = POINT * scale
  // 1 to 5 with room for a point at both ends.
  const ends = (length: number): [number, number] => {
    const edge = (4 * point) / Math.max(1, length - 2 * point)
    return [1 - edge, 5 + edge]
  }
  const height = given ?? Math.max(260, Math.min(TALLEST * scale, width * WIDEST))
  return (
    <div className="quadrants" role="img" aria-label={label}>
      <div className="quadrants-effect" aria-hidden="true">
        <span>{t('charts:axis.muchEffect')}</span>
        <span>{t('charts:axis.littleEffect')}</span>
      </div>
      <div ref={plot} className="quadrants-plot" aria-hidden="true" style={{ height }}>
        {width === 0 ? null : (
          <ScatterChart
            key={`${width} ${look ?? ''}`}
            width={width}
            height={height}
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" dataKey="x" domain={ends(width)} allowDataOverflow hide />
            <YAxis type="number" dataKey="y" domain={ends(height)} allowDataOverflow hide width={0} />
            <ReferenceLine x={MIDDLE} stroke="var(--line)" strokeDasharray="6 5" />
            <ReferenceLine y={MIDDLE} stroke="var(--line)" strokeDasharray="6 5" />
            <Scatter
              data={marksOf(rows, width, height, scale)}
              shape={pointOf(look, scale)}
              isAnimationActive={false}
            />
          </ScatterChart>
        )}
      </div>
      <div className="quadrants-effort" aria-hidden="true">
        <span>{t('charts:axis.littleEffort')}</span>
        <span>{t('charts:axis.muchEffort')}</span>
      </div>
    </div>
  )
}
