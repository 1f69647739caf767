/** Drawings for empty places, made of the interface's own shapes. Silent: the words beside them say it all. */
const VIEW_BOX = '0 0 340 196'

const COLUMNS = [4, 88, 172, 256]
const ROWS = [4, 68, 132]

export const BoardDrawing = () => (
  <svg className="empty-state-drawing" viewBox={VIEW_BOX} aria-hidden="true">
    {ROWS.flatMap((y) =>
      COLUMNS.map((x) => (
        <rect key={`${x}-${y}`} x={x} y={y} width={76} height={56} rx={4} fill="var(--well)" stroke="var(--rule)" />
      )),
    )}
    <rect
      x={96}
      y={74}
      width={66}
      height={44}
      rx={5}
      fill="var(--marker)"
      stroke="var(--on-marker)"
      strokeWidth={3}
      strokeDasharray="8 6"
    />
    <path d="M129 86v20M119 96h20" stroke="var(--on-marker)" strokeWidth={4} strokeLinecap="round" />
  </svg>
)

export const PageDrawing = () => (
  <svg className="empty-state-drawing" viewBox={VIEW_BOX} aria-hidden="true" fill="none" strokeWidth={3}>
    <path d="M80 16h140l42 42v122H80ZM220 16v42h42" stroke="var(--line)" />
    <path d="M108 82h124M108 107h124M108 132h76" stroke="var(--line)" />
    <path d="m208 146 20 20 44-46" stroke="var(--ink)" strokeWidth={8} strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)
