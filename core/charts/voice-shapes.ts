import type { VoiceShape } from './voice-looks'

/** Corners in a box of 16 units, centred on 0. */
type Corners = readonly (readonly [x: number, y: number])[]

const CIRCLE_RADIUS = 7
const DOME_RADIUS = 8
const SQUARE_HALF = 6.6
const SQUARE_CORNER = 0.6
const RINGS = { radius: 5.8, offset: 2.8, width: 2 }

const STAR_POINTS: Corners = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 8.2 : 3.5
  const angle = (index * Math.PI) / 5
  // 0.6 lower, so that the star's weight and not its circle is centred.
  return [radius * Math.sin(angle), 0.6 - radius * Math.cos(angle)] as const
})

const POLYGONS: Readonly<Record<'triangle' | 'diamond' | 'cross' | 'star' | 'hourglass', Corners>> = {
  triangle: [
    [0, -7.4],
    [8, 6.8],
    [-8, 6.8],
  ],
  diamond: [
    [0, -8],
    [8, 0],
    [0, 8],
    [-8, 0],
  ],
  cross: [
    [-2.8, -8],
    [2.8, -8],
    [2.8, -2.8],
    [8, -2.8],
    [8, 2.8],
    [2.8, 2.8],
    [2.8, 8],
    [-2.8, 8],
    [-2.8, 2.8],
    [-8, 2.8],
    [-8, -2.8],
    [-2.8, -2.8],
  ],
  star: STAR_POINTS,
  hourglass: [
    [-6.8, -7.6],
    [6.8, -7.6],
    [1.9, 0],
    [6.8, 7.6],
    [-6.8, 7.6],
    [-1.9, 0],
  ],
}

type Scaled = (value: number) => string

/** Two decimals are a fiftieth of a pixel at the sizes in use, and keep reports with thousands of marks small. */
const round = (value: number): string => String(Math.round(value * 100) / 100)

const circlePath = (cx: number, cy: number, radius: number, turn: 0 | 1): string => {
  const r = round(radius)
  const [left, right, y] = [round(cx - radius), round(cx + radius), round(cy)]
  return `M${left} ${y}A${r} ${r} 0 1 ${turn} ${right} ${y}A${r} ${r} 0 1 ${turn} ${left} ${y}Z`
}

const squarePath = (x: Scaled, y: Scaled, unit: number): string => {
  const [half, inner] = [SQUARE_HALF, SQUARE_HALF - SQUARE_CORNER]
  const corner = round(SQUARE_CORNER * unit)
  const arc = (toX: number, toY: number): string => `A${corner} ${corner} 0 0 1 ${x(toX)} ${y(toY)}`
  return [
    `M${x(-inner)} ${y(-half)}L${x(inner)} ${y(-half)}${arc(half, -inner)}L${x(half)} ${y(inner)}`,
    `${arc(inner, half)}L${x(-inner)} ${y(half)}${arc(-half, inner)}L${x(-half)} ${y(-inner)}${arc(-inner, -half)}Z`,
  ].join('')
}

/** Rings are drawn as filled bands (outer edge one way, inner edge the other), so that every mark is filled alike. */
const ringsPath = (cx: number, cy: number, unit: number): string => {
  const [outer, inner] = [RINGS.radius * unit, (RINGS.radius - RINGS.width) * unit]
  return [-RINGS.offset, RINGS.offset]
    .map((offset) => cx + offset * unit)
    .map((centre) => circlePath(centre, cy, outer, 1) + circlePath(centre, cy, inner, 0))
    .join('')
}

const domePath = (x: Scaled, y: Scaled, unit: number): string => {
  const radius = round(DOME_RADIUS * unit)
  return `M${x(-DOME_RADIUS)} ${y(4.2)}A${radius} ${radius} 0 0 1 ${x(DOME_RADIUS)} ${y(4.2)}Z`
}

/**
 * The outline of a voice's mark as SVG path data, to be filled (nonzero). `size` is the side of the box the mark stands
 * in, in the unit of `cx` and `cy`; least sizes are 12 px on the laptop, 18 on the phone, 26 on the projector.
 */
export const shapePath = (shape: VoiceShape, cx: number, cy: number, size: number): string => {
  const unit = size / 16
  const x: Scaled = (value) => round(cx + value * unit)
  const y: Scaled = (value) => round(cy + value * unit)
  switch (shape) {
    case 'circle':
      return circlePath(cx, cy, CIRCLE_RADIUS * unit, 1)
    case 'square':
      return squarePath(x, y, unit)
    case 'dome':
      return domePath(x, y, unit)
    case 'rings':
      return ringsPath(cx, cy, unit)
    case 'triangle':
    case 'diamond':
    case 'cross':
    case 'star':
    case 'hourglass':
      return `M${POLYGONS[shape].map(([px, py]) => `${x(px)} ${y(py)}`).join('L')}Z`
  }
}
