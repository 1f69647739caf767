import type { BoardGeometry, GeometryInput } from './geometry'
import { layOutGrid } from './lay-out-grid'
import { layOutQuadrants } from './lay-out-quadrants'
import { layOutRings } from './lay-out-rings'

/** Lays the zones out. A few hundredths of a millisecond per hundred cards: it runs at every change of a height. */
export const layOut = (input: GeometryInput): BoardGeometry => {
  switch (input.grid.drawn) {
    case 'grid':
    case 'rounds':
      return layOutGrid(input)
    case 'quadrants':
      return layOutQuadrants(input)
    case 'rings':
      return layOutRings(input)
  }
}
