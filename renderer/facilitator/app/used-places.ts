import type { Board } from '@core/model/board'
import type { Step, StepKind } from '@core/model/step'

export type CollectionKind =
  | 'boards'
  | 'votes'
  | 'dialogue'
  | 'decisions'
  | 'tasks'
  | 'questions'
  | 'projects'
  | 'indicators'
  | 'activities'
  | 'pulse'
  | 'notebook'
  | 'people'
  | 'lab'
  | 'report'

/** Every session has these. */
const ALWAYS: readonly CollectionKind[] = ['boards', 'votes', 'decisions', 'tasks', 'people', 'lab', 'report']

const OF_STEP: { readonly [K in StepKind]?: CollectionKind } = { pulse: 'pulse', vote: 'votes' }

/** The collections in sight: those of every session, those with something in them, those the plan will fill. */
export const usedPlaces = (
  steps: readonly Step[],
  boards: readonly Board[],
  counts: { readonly [K in CollectionKind]: number },
): ReadonlySet<CollectionKind> => {
  const filled = (Object.keys(counts) as CollectionKind[]).filter((kind) => counts[kind] > 0) // keys of the same type
  const planned = steps.map(({ kind }) => OF_STEP[kind]).filter((kind) => kind !== undefined)
  const rounds = boards.some(({ layout }) => layout === 'rounds')
  const ideas = boards.some(({ axes }) => axes.some(({ entries }) => entries.some((entry) => entry.projectState)))
  return new Set([
    ...ALWAYS,
    ...filled,
    ...planned,
    ...(rounds ? ['dialogue' as const] : []),
    ...(ideas ? ['projects' as const] : []),
  ])
}
