import type { Layout } from '../model/board'

/** How a board is drawn on every screen and in print. */
export type Drawing = 'grid' | 'quadrants' | 'rings' | 'rounds'

/** More bands than these leave no room for words in the inner ones. */
export const MOST_RINGS = 6

type Drawn = { readonly layout: Layout; readonly axes: readonly { readonly entries: readonly unknown[] }[] }

/** A layout that a board has outgrown is drawn as columns or as a matrix: the zones are the same. */
export const drawnAs = ({ layout, axes }: Drawn): Drawing => {
  const [first, second] = axes
  switch (layout) {
    case 'quadrants':
      return first?.entries.length === 2 && second?.entries.length === 2 ? 'quadrants' : 'grid'
    case 'rings':
      return axes.length === 1 && (first?.entries.length ?? 0) <= MOST_RINGS ? 'rings' : 'grid'
    case 'rounds':
      return axes.length === 1 ? 'rounds' : 'grid'
    case 'columns':
    case 'matrix':
      return 'grid'
  }
}

const AXES: { readonly [L in Layout]: 1 | 2 } = { columns: 1, rings: 1, rounds: 1, matrix: 2, quadrants: 2 }

/** Whether a board with so many axes can have the layout. */
export const layoutFits = (layout: Layout, axes: number): boolean => AXES[layout] === axes

/** The layouts that a board can be switched to without touching a card. */
export const fittingLayouts = (axes: number): Layout[] =>
  (['columns', 'rings', 'rounds', 'matrix', 'quadrants'] as const).filter((layout) => layoutFits(layout, axes))
