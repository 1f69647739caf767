import type { CSSProperties } from 'react'
import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts'
import { roundTicks } from './lanes'
import { textScale, useWidth } from './use-width'
import './charts.css'

export type BarRow = {
  readonly id: string
  readonly text: string
  /** Its length, from zero. */
  readonly value: number
  /** What stands at its end; the value unless given. */
  readonly shown?: string
  readonly leads: boolean
}

interface BarsChartProps {
  readonly rows: readonly BarRow[]
  /** Where the scale ends; at the longest bar unless given. */
  readonly full?: number
  /** The finding in a sentence: the whole chart for a screen reader. */
  readonly label: string
  /** Room for what stands at the ends, px; for a few digits unless given. */
  readonly room?: number
}

const THICK = 18
const ROW = 44
const FIGURE = 34

const LeadBar = ({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  payload,
}: {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: BarRow
}) => (
  <rect
    x={x}
    y={y}
    width={width}
    height={height}
    rx={1}
    fill={payload?.leads === true ? 'var(--ink)' : 'var(--line)'}
  />
)

const rowLines = (row: number): CSSProperties & Record<'--row', string> => ({ '--row': `${row}px` })

/** Everyone together as bars from zero; what leads is ink. */
export const BarsChart = ({ rows, full, label, room = FIGURE }: BarsChartProps) => {
  const [plot, width] = useWidth<HTMLDivElement>()
  const rowHeight = ROW * textScale()
  const ticks = roundTicks(full ?? Math.max(1, ...rows.map((row) => row.value)))
  return (
    <div className="gaps-chart" role="img" aria-label={label} style={rowLines(rowHeight)}>
      <div className="gaps-names" aria-hidden="true">
        {rows.map((row) => (
          <div key={row.id} className="gaps-name" style={{ height: rowHeight }}>
            <span title={row.text}>{row.text}</span>
          </div>
        ))}
      </div>
      <div ref={plot} className="gaps-plot" aria-hidden="true">
        {width === 0 ? null : (
          // recharts keeps the marks of a wider drawing until something else changes: a new width is a new drawing.
          <BarChart
            key={width}
            layout="vertical"
            width={width}
            height={rows.length * rowHeight}
            data={rows.map((row) => ({ ...row, shown: row.shown ?? String(row.value) }))}
            margin={{ top: 0, right: room, bottom: 0, left: 1 }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--rule)" verticalValues={ticks} />
            <XAxis type="number" domain={[0, ticks.at(-1) ?? 1]} ticks={ticks} hide />
            <YAxis type="category" dataKey="id" hide width={0} />
            <Bar dataKey="value" barSize={THICK} isAnimationActive={false} shape={LeadBar}>
              <LabelList dataKey="shown" position="right" className="chart-figure" />
            </Bar>
          </BarChart>
        )}
      </div>
    </div>
  )
}
