import type { ReactNode } from 'react'
import type { Layout } from '@core/model/board'

const WIDTH = 96
const HEIGHT = 56
const GAP = 3

interface PreviewProps {
  readonly layout: Layout
  /** How many entries the axes have; a board of one axis has one row. */
  readonly columns: number
  readonly rows: number
}

const span = (index: number, count: number, length: number): readonly [number, number] => {
  const size = (length - GAP * (count - 1)) / count
  return [index * (size + GAP), size]
}

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

const cells = (columns: number, rows: number): ReactNode =>
  indexes(rows).flatMap((row) =>
    indexes(columns).map((column) => {
      const [x, width] = span(column, columns, WIDTH)
      const [y, height] = span(row, rows, HEIGHT)
      return (
        <rect key={`${column}-${row}`} x={x} y={y} width={width} height={height} rx={1.5} className="preview-zone" />
      )
    }),
  )

const rings = (count: number): ReactNode =>
  indexes(count).map((index) => (
    <circle
      key={index}
      cx={WIDTH / 2}
      cy={HEIGHT / 2}
      r={((HEIGHT / 2 - 1) * (count - index)) / count}
      className={index === count - 1 ? 'preview-core' : 'preview-zone'}
    />
  ))

const stairs = (count: number): ReactNode =>
  indexes(count).map((index) => {
    const [x, width] = span(index, count, WIDTH)
    const height = (HEIGHT * (index + 1)) / count
    return (
      <rect key={index} x={x} y={HEIGHT - height} width={width} height={height} rx={1.5} className="preview-zone" />
    )
  })

const PICTURES: { readonly [L in Layout]: (props: PreviewProps) => ReactNode } = {
  columns: ({ columns, rows }) => cells(columns, rows),
  matrix: ({ columns, rows }) => cells(columns, rows),
  quadrants: () => (
    <>
      {cells(2, 2)}
      <path d={`M${WIDTH / 2} 0v${HEIGHT}M0 ${HEIGHT / 2}h${WIDTH}`} className="preview-line" />
    </>
  ),
  rings: ({ columns }) => rings(columns),
  rounds: ({ columns }) => stairs(columns),
}

/** The zones of a board in small. Silent: name and sentence stand beside it. */
export const BoardPreview = (props: PreviewProps) => (
  <svg
    className="board-preview"
    width={WIDTH}
    height={HEIGHT}
    viewBox={`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`}
    aria-hidden="true"
  >
    {PICTURES[props.layout](props)}
  </svg>
)
