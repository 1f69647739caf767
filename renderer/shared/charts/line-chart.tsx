import {
  CartesianGrid,
  Line as RechartsLine,
  LineChart as RechartsLineChart,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts'
import type { Line } from '@core/charts/line-scale'
import { namedPoints, timeOf, valueRange } from '@core/charts/line-scale'
import { textScale, useWidth } from './use-width'
import './charts.css'

interface LineChartProps {
  readonly line: Line
  /** The finding in a sentence: the whole chart for a screen reader. */
  readonly label: string
}

const HEIGHT = 190
const NAME_GAP = 92
/** A figure needs less room than a day. */
const FIGURE_GAP = 40
const SIDE = 46
/** Room at the right for the names of target and baseline. */
const NAMES = 116
const ABOVE = 11
const AXIS = 13
/** Between the line's end and the name of a level: the last figure stands there. */
const LEVEL_GAP = 20

type Dot = { readonly cx?: number; readonly cy?: number; readonly index?: number }

/** Marks with their figure; at the foot, their day. */
const dotOf = (line: Line, valued: ReadonlySet<number>) => {
  const Mark = ({ cx = 0, cy = 0, index = 0 }: Dot) => {
    const point = line.points[index]
    return (
      <g key={index}>
        <circle cx={cx} cy={cy} r={4.5} fill="var(--ink)" className="chart-mark" />
        {valued.has(index) && point ? (
          <text x={cx} y={cy - ABOVE} textAnchor="middle" className="chart-figure">
            {point.shown}
          </text>
        ) : null}
      </g>
    )
  }
  return Mark
}

const levelName = (value: string) =>
  ({ value, position: 'right', offset: LEVEL_GAP, fill: 'var(--ink2)', className: 'chart-axis' }) as const

/** Ink line, target dashed, baseline thin; every point named by its day. The table beside it holds the same figures. */
export const LineChart = ({ line, label }: LineChartProps) => {
  const [plot, width] = useWidth<HTMLDivElement>()
  const scale = textScale()
  const { points, target, baseline } = line
  const right = target || baseline ? NAMES * scale : SIDE
  const data = points.map((point) => ({ at: timeOf(point.day), value: point.value }))
  const first = data[0]?.at ?? 0
  const last = data.at(-1)?.at ?? 0
  const inner = Math.max(1, width - SIDE - right)
  const places = data.map(({ at }) => (last === first ? inner / 2 : ((at - first) / (last - first)) * inner))
  const named = namedPoints(places, NAME_GAP * scale)
  const valued = namedPoints(places, FIGURE_GAP * scale)
  const ticks = data.flatMap(({ at }, index) => (named.has(index) ? [at] : []))
  const nameOf = (at: number): string => points.find((point) => timeOf(point.day) === at)?.name ?? ''
  // One point alone stands in the middle.
  const ends = last === first ? [first - 1, first + 1] : [first, last]
  return (
    <div ref={plot} className="line-chart" role="img" aria-label={label} style={{ height: HEIGHT * scale }}>
      {width === 0 ? null : (
        // recharts keeps the marks of a wider drawing until something else changes: a new width is a new drawing.
        <RechartsLineChart
          key={width}
          width={width}
          height={HEIGHT * scale}
          data={data}
          margin={{ top: 26, right, bottom: 4, left: SIDE }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--rule)" verticalValues={ticks} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={ends}
            ticks={ticks}
            interval={0}
            tickFormatter={nameOf}
            tickLine={false}
            tickMargin={10}
            height={34}
            axisLine={false}
            className="chart-axis"
            tick={{ fill: 'var(--ink2)', fontSize: AXIS * scale }}
          />
          <YAxis type="number" domain={[...valueRange(line)]} hide width={0} />
          {baseline ? (
            <ReferenceLine y={baseline.value} stroke="var(--line)" strokeWidth={1} label={levelName(baseline.name)} />
          ) : null}
          {target ? (
            <ReferenceLine
              y={target.value}
              stroke="var(--line)"
              strokeWidth={2}
              strokeDasharray="7 5"
              label={levelName(target.name)}
            />
          ) : null}
          <RechartsLine
            dataKey="value"
            type="linear"
            stroke="var(--ink)"
            strokeWidth={2.5}
            isAnimationActive={false}
            dot={dotOf(line, valued)}
            activeDot={false}
          />
        </RechartsLineChart>
      )}
    </div>
  )
}
