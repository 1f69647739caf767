const ROWS = 4
const COLUMNS = 5
const CELL = 34
const GAP = 4
const HEAD = 52
/** Steps of the heat map; `x`: not asked. */
const TONES = ['2101x', '10211', '0112x', '11020']

/** A heat map in small: rows by themes, darker where more was said, dashed where nobody was asked. */
export const CompareDrawing = () => (
  <svg
    className="compare-drawing"
    viewBox={`0 0 ${HEAD + COLUMNS * (CELL + GAP)} ${ROWS * (CELL + GAP)}`}
    aria-hidden="true"
    focusable="false"
  >
    {TONES.flatMap((row, at) => [
      <rect
        key={`row ${row}`}
        x={0}
        y={at * (CELL + GAP) + CELL / 2 - 4}
        width={HEAD - 12}
        height={8}
        data-tone="name"
      />,
      ...[...row].map((tone, column) => (
        <rect
          key={`${row} ${column}`}
          x={HEAD + column * (CELL + GAP)}
          y={at * (CELL + GAP)}
          width={CELL}
          height={CELL}
          rx={2}
          data-tone={tone}
        />
      )),
    ])}
  </svg>
)
