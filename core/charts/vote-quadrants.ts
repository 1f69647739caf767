import type { ResultView } from '../rules/result-model'

export type QuadrantPoint = {
  /** What stands in the point: its place in the ranking order, 1, 2, 3… */
  readonly number: number
  readonly optionId: string
  readonly text: string
  /** Means of 1 to 5. */
  readonly effort: number
  readonly effect: number
  /** By voice, where both figures may be shown. */
  readonly voices: readonly { readonly groupId: string; readonly effort: number; readonly effect: number }[]
}
export type Quadrants = {
  readonly points: readonly QuadrantPoint[]
  /** Topics that nobody rated. */
  readonly without: readonly string[]
}

/** The middle of 1 to 5, where little becomes much. */
export const MIDDLE = 3

export const quadrantsOf = (result: ResultView): Quadrants => {
  const points: QuadrantPoint[] = []
  const without: string[] = []
  for (const [index, option] of result.options.entries()) {
    if (option.effort === null || option.value === null) {
      without.push(option.text)
      continue
    }
    const voices = option.cells.flatMap(({ groupId, effort, value }) =>
      effort === null || value === null ? [] : [{ groupId, effort, effect: value }],
    )
    const { id: optionId, text, effort, value: effect } = option
    points.push({ number: index + 1, optionId, text, effort, effect, voices })
  }
  return { points, without }
}

/** Much effect for little effort, the strongest effect first: what is worth beginning with. */
export const easyWins = ({ points }: Quadrants): QuadrantPoint[] =>
  points.filter(({ effort, effect }) => effort < MIDDLE && effect > MIDDLE)

/** A box in the drawing, px. */
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
type At = { readonly x: number; readonly y: number }

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Moves points that lie on each other apart, as little as possible: each is put on the nearest free place of a ring
 * around its own. `size` is the diameter of a point, px; what finds no place keeps its own.
 */
export const spreadApart = (places: readonly At[], size: number): At[] => {
  const taken: At[] = []
  const isFree = (at: At): boolean => taken.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= size)
  for (const place of places) {
    const rings = [0, 1, 2, 3, 4].flatMap((ring) =>
      Array.from({ length: ring === 0 ? 1 : ring * 8 }, (_, step) => {
        const angle = (step / Math.max(1, ring * 8)) * 2 * Math.PI
        return { x: place.x + Math.cos(angle) * ring * size * 0.75, y: place.y + Math.sin(angle) * ring * size * 0.75 }
      }),
    )
    taken.push(rings.find(isFree) ?? place)
  }
  return taken
}

export type LabelPlace = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' }

type Room = {
  readonly width: number
  readonly height: number
  /** Diameter of a point and height of a line, px. */
  readonly point: number
  readonly line: number
}

/**
 * Where the label of each point stands without covering a point, another label or the edge: right, left, above or below
 * it; null where nothing is free, the list beside the drawing names it then. `widths` are those of the labels, px.
 */
export const placeLabels = (places: readonly At[], widths: readonly number[], room: Room): (LabelPlace | null)[] => {
  const half = room.point / 2
  const dots = places.map(({ x, y }): Box => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }))
  const labels: Box[] = []
  return places.map(({ x, y }, index) => {
    const width = widths[index] ?? 0
    const gap = half + 5
    const line = room.line / 2
    const tries: readonly { readonly place: LabelPlace; readonly box: Box }[] = [
      {
        place: { x: x + gap, y, anchor: 'start' },
        box: { left: x + gap, right: x + gap + width, top: y - line, bottom: y + line },
      },
      {
        place: { x: x - gap, y, anchor: 'end' },
        box: { left: x - gap - width, right: x - gap, top: y - line, bottom: y + line },
      },
      ...[y - half - line - 2, y + half + line + 2].flatMap((at) =>
        (['middle', 'start', 'end'] as const).map((anchor) => {
          const left = anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x - half : x + half - width
          const from = anchor === 'middle' ? x : anchor === 'start' ? left : left + width
          return {
            place: { x: from, y: at, anchor },
            box: { left, right: left + width, top: at - line, bottom: at + line },
          }
        }),
      ),
    ]
    const found = tries.find(
      ({ box }) =>
        box.left >= 0 &&
        box.right <= room.width &&
        box.top >= 0 &&
        box.bottom <= room.height &&
        dots.every((dot, other) => other === index || !overlap(dot, box)) &&
        labels.every((label) => !overlap(label, box)),
    )
    if (!found) return null
    labels.push(found.box)
    return found.place
  })
}
