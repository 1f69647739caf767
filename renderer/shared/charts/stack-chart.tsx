import { useId } from 'react'
import type { CSSProperties } from 'react'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { StackFill } from '@core/charts/vote-stacks'
import { textScale, useWidth } from './use-width'
import './charts.css'
import './vote-charts.css'

export type StackChartRow = {
  readonly id: string
  readonly text: string
  /** One per key, in their order. */
  readonly parts: readonly number[]
  /** Bold at the end of the row; empty where there is nothing to say. */
  readonly shown: string
}
export type StackChartKey = { readonly fill: StackFill; readonly name: string }

interface StackChartProps {
  readonly keys: readonly StackChartKey[]
  readonly rows: readonly StackChartRow[]
  /** The finding in a sentence: the whole chart for a screen reader. */
  readonly label: string
  /** Times the size on a laptop; the projector needs more. */
  readonly size?: number
}

const ROW = 52
const THICK = 26
const DIGIT = 9
const PATTERNED: ReadonlySet<StackFill> = new Set(['aside', 'object'])

type PartProps = {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: { readonly parts: readonly number[] }
}

/** One part with its number, where that has room; the table has all of them. */
const partOf = (fill: StackFill, at: number, patternOf: (fill: StackFill) => string, size: number) => {
  const Part = ({ x = 0, y = 0, width = 0, height = 0, payload }: PartProps) => {
    const count = payload?.parts[at] ?? 0
    if (count === 0 || width <= 0) return <g />
    const fits = width >= (String(count).length * DIGIT + 5) * size
    const style = PATTERNED.has(fill) ? { fill: `url(#${patternOf(fill)})` } : undefined
    return (
      <g>
        <rect x={x} y={y} width={width} height={height} className={`stack-part stack-${fill}`} style={style} />
        {fits ? (
          <text
            x={x + width / 2}
            y={y + height / 2}
            dy="0.36em"
            textAnchor="middle"
            className={`stack-number stack-number-${fill}`}
          >
            {count}
          </text>
        ) : null}
      </g>
    )
  }
  return Part
}

/** Lines for what must not be told by colour alone; drawn once a chart. */
const StackPatterns = ({ patternOf }: { readonly patternOf: (fill: StackFill) => string }) => (
  <svg className="pattern-defs" aria-hidden="true" focusable="false">
    <defs>
      <pattern id={patternOf('aside')} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--sheet)" />
        <rect width="6" height="2" fill="var(--line)" />
      </pattern>
      <pattern
        id={patternOf('object')}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="6" height="6" fill="var(--badb)" />
        <rect width="6" height="2" fill="var(--bad)" />
      </pattern>
    </defs>
  </svg>
)

const StackKeys = ({
  keys,
  patternOf,
}: {
  readonly keys: readonly StackChartKey[]
  readonly patternOf: (fill: StackFill) => string
}) => (
  <ul className="chart-key stack-keys">
    {keys.map(({ fill, name }) => (
      <li key={fill}>
        <svg className="stack-swatch" viewBox="0 0 20 14" aria-hidden="true">
          <rect
            x="1"
            y="1"
            width="18"
            height="12"
            className={`stack-part stack-${fill}`}
            style={PATTERNED.has(fill) ? { fill: `url(#${patternOf(fill)})` } : undefined}
          />
        </svg>
        {name}
      </li>
    ))}
  </ul>
)

const rowLines = (row: number): CSSProperties & Record<'--row', string> => ({ '--row': `${row}px` })

/** Stacked bars of one scale: who supports, stands aside, objects; or how often each of 1 to 5. */
export const StackChart = ({ keys, rows, label, size = 1 }: StackChartProps) => {
  const [plot, width] = useWidth<HTMLDivElement>()
  const id = useId()
  const patternOf = (fill: StackFill): string => `${id}-${fill}`
  const scale = size * textScale()
  const rowHeight = ROW * scale
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)))
  return (
    <div className="stack-chart">
      <StackPatterns patternOf={patternOf} />
      <StackKeys keys={keys} patternOf={patternOf} />
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
              data={rows.map(({ id: rowId, parts }) => ({ id: rowId, parts }))}
              margin={{ top: 0, right: 2, bottom: 0, left: 1 }}
              accessibilityLayer={false}
            >
              <XAxis type="number" domain={[0, most]} hide />
              <YAxis type="category" dataKey="id" hide width={0} />
              {keys.map(({ fill }, at) => (
                <Bar
                  key={fill}
                  dataKey={(row: { readonly parts: readonly number[] }) => row.parts[at] ?? 0}
                  stackId="all"
                  barSize={THICK * scale}
                  isAnimationActive={false}
                  shape={partOf(fill, at, patternOf, scale)}
                />
              ))}
            </BarChart>
          )}
        </div>
        <div className="gaps-figures" aria-hidden="true">
          {rows.map((row) => (
            <div key={row.id} className="gaps-figure" style={{ height: rowHeight }}>
              {row.shown}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
