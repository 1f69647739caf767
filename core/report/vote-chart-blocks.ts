import type { GridCell } from '../charts/grid-svg'
import type { VoiceLookId } from '../charts/voice-looks'
import type { StackFill } from '../charts/vote-stacks'
import type { Figure, Words } from './model'

type ChartHead = {
  readonly b: 'chart'
  readonly id: string
  readonly title: Words
  readonly sentence: Words
  readonly tableId: string
}

type ChartRow = { readonly id: string; readonly label: Words }

export type GridChartCell = {
  /** Null: a topic against itself. */
  readonly figure: Figure | null
  readonly fill: GridCell['fill']
  readonly strong?: boolean
}

/** Heat map (topic by voice) and pairs (topic by topic). */
export type GridChartBlock = ChartHead & {
  readonly kind: 'grid'
  readonly columns: readonly { readonly title: Words; readonly look?: VoiceLookId }[]
  readonly rows: readonly (ChartRow & { readonly cells: readonly GridChartCell[] })[]
}

/** Stances of a consent vote, or answers 1 to 5 of a rating. */
export type StackChartBlock = ChartHead & {
  readonly kind: 'stack'
  readonly keys: readonly { readonly fill: StackFill; readonly name: Words }[]
  readonly rows: readonly (ChartRow & { readonly parts: readonly Figure[]; readonly end: Figure | null })[]
}

/** Effort by effect; a list below names the numbered points. */
export type QuadrantChartBlock = ChartHead & {
  readonly kind: 'quadrants'
  readonly rows: readonly (ChartRow & {
    readonly number: number
    readonly effort: Figure
    readonly effect: Figure
  })[]
}

export type VoteChartBlock = GridChartBlock | StackChartBlock | QuadrantChartBlock
