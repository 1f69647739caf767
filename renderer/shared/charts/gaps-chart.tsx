import type { CSSProperties } from 'react'
import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS, cssVoiceColours } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import { useT } from '../i18n/use-t'
import { lanesOf, roundTicks } from './lanes'
import { textScale, useWidth } from './use-width'
import './charts.css'

export type GapRow = {
  readonly id: string
  readonly text: string
  readonly gap: number
  /** `share` in per cent. */
  readonly points: readonly { readonly id: string; readonly look: VoiceLookId; readonly share: number }[]
}

interface GapsChartProps {
  /** Widest gap first. */
  readonly rows: readonly GapRow[]
  /** The finding in a sentence: the whole chart for a screen reader. */
  readonly label: string
}

type Mark = { readonly x: number; readonly y: number; readonly look: VoiceLookId; readonly id: string }

const MARK = 14
const LANE = 16
const ROW = 54
const AXIS = 26
const LEFT = 10
/** Room for half of the last tick with its per cent sign. */
const RIGHT = 20

const VoiceShape = ({
  cx = 0,
  cy = 0,
  payload,
}: {
  readonly cx?: number
  readonly cy?: number
  readonly payload?: Mark
}) =>
  payload === undefined ? (
    <g />
  ) : (
    <path
      d={shapePath(VOICE_LOOKS[payload.look].shape, cx, cy, MARK)}
      fill={cssVoiceColours(payload.look).fill}
      className="chart-mark"
    />
  )

const Plot = ({
  rows,
  width,
  rowHeight,
}: {
  readonly rows: readonly GapRow[]
  readonly width: number
  readonly rowHeight: number
}) => {
  const t = useT()
  const ticks = roundTicks(Math.max(1, ...rows.flatMap((row) => row.points.map((point) => point.share))))
  const most = ticks.at(-1) ?? 1
  const plotWidth = Math.max(1, width - LEFT - RIGHT)
  const height = rows.length * rowHeight + AXIS
  // One unit of y is a row; lanes are parts of it.
  const marks: Mark[] = rows.flatMap((row, index) => {
    const lanes = lanesOf(
      row.points.map((point) => (point.share / most) * plotWidth),
      MARK,
    )
    return row.points.map((point, at) => ({
      id: `${row.id}-${point.id}`,
      look: point.look,
      x: point.share,
      y: index + 0.5 + ((lanes[at] ?? 0) * LANE) / rowHeight,
    }))
  })
  return (
    // recharts keeps the marks of a wider drawing until something else changes: a new width is a new drawing.
    <ScatterChart
      key={width}
      width={width}
      height={height}
      margin={{ top: 0, right: RIGHT, bottom: 0, left: LEFT }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke="var(--rule)" verticalValues={ticks} />
      <XAxis
        type="number"
        dataKey="x"
        domain={[0, most]}
        ticks={ticks}
        orientation="top"
        height={AXIS}
        axisLine={false}
        tickLine={false}
        interval={0}
        tick={{ fill: 'var(--ink2)', fontSize: '0.8125rem' }}
        tickFormatter={(value: number) => (value === most ? t('charts:percent', { value }) : String(value))}
      />
      <YAxis type="number" dataKey="y" domain={[0, rows.length]} reversed hide width={0} />
      <ReferenceLine x={0} stroke="var(--line)" />
      {rows.map((row, index) => {
        const shares = row.points.map((point) => point.share)
        const y = index + 0.5
        return (
          <ReferenceLine
            key={row.id}
            segment={[
              { x: Math.min(...shares), y },
              { x: Math.max(...shares), y },
            ]}
            stroke="var(--line)"
            strokeWidth={4}
          />
        )
      })}
      <Scatter data={marks} shape={VoiceShape} isAnimationActive={false} />
    </ScatterChart>
  )
}

const rowLines = (row: number): CSSProperties & Record<'--row' | '--axis', string> => ({
  '--row': `${row}px`,
  '--axis': `${AXIS}px`,
})

/** Dumbbells: from the voice that gives least to the one that gives most, one row a topic. */
export const GapsChart = ({ rows, label }: GapsChartProps) => {
  const t = useT()
  const [plot, width] = useWidth<HTMLDivElement>()
  const mostPoints = Math.max(1, ...rows.map((row) => row.points.length))
  // All marks of a row may stand at one value.
  const rowHeight = Math.max(ROW * textScale(), mostPoints > 4 ? mostPoints * LANE + 6 : 0)
  return (
    <div className="gaps-chart" role="img" aria-label={label} style={rowLines(rowHeight)}>
      <div className="gaps-names" aria-hidden="true" style={{ paddingTop: AXIS }}>
        {rows.map((row) => (
          <div key={row.id} className="gaps-name" style={{ height: rowHeight }}>
            <span title={row.text}>{row.text}</span>
          </div>
        ))}
      </div>
      <div ref={plot} className="gaps-plot" aria-hidden="true">
        {width === 0 ? null : <Plot rows={rows} width={width} rowHeight={rowHeight} />}
      </div>
      <div className="gaps-figures" aria-hidden="true">
        <div className="gaps-head" style={{ height: AXIS }}>
          {t('charts:gap')}
        </div>
        {rows.map((row) => (
          <div key={row.id} className="gaps-figure" style={{ height: rowHeight }}>
            {row.gap}
          </div>
        ))}
      </div>
    </div>
  )
}
