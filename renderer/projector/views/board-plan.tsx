import type { Board } from '@core/model/board'
import { drawnAs } from '@core/rules/drawn-as'

const WIDTH = 150
const HEIGHT = 66
const GAP = 4

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const ringOf = (at: number, count: number): Box => {
  const step = count - 1 - at
  const [x, y] = [(step * WIDTH) / (2.6 * count), (step * HEIGHT) / (2.6 * count)]
  return { x, y, width: WIDTH - 2 * x, height: HEIGHT - 2 * y }
}

/** The board in small beside the heading: what is shown now is marked. The tabs above say it in words. */
export const BoardPlan = ({ board, entryId }: { readonly board: Board; readonly entryId: string }) => {
  const [first, second] = board.axes
  const entries = first?.entries ?? []
  const rows = second?.entries.length ?? 1
  const rings = drawnAs(board) === 'rings'
  const [width, height] = [WIDTH / Math.max(1, entries.length), HEIGHT / rows]
  const gap = Math.min(GAP, width / 4)
  // The outer ring first: the inner ones lie on it.
  const order = rings ? entries.map((_, at) => entries.length - 1 - at) : entries.map((_, at) => at)
  return (
    <svg className="board-plan" viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`} aria-hidden="true">
      {order.flatMap((at) => {
        const here = entries[at]?.id === entryId
        if (rings) return [<rect key={at} {...ringOf(at, entries.length)} rx={14} data-here={here || undefined} />]
        return Array.from({ length: rows }, (_, row) => (
          <rect
            key={`${at} ${row}`}
            x={at * width}
            y={row * height}
            width={Math.max(1, width - gap)}
            height={Math.max(1, height - Math.min(GAP, height / 4))}
            data-here={here || undefined}
          />
        ))
      })}
    </svg>
  )
}
