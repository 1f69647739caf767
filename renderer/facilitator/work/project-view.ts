import type { ProjectState } from '@core/model/work'

export type GrowingState = Exclude<ProjectState, 'stopped'>

export const GROWING_STATES: readonly GrowingState[] = ['idea', 'try-out', 'works', 'daily-practice']
export const PROJECT_STATES: readonly ProjectState[] = [...GROWING_STATES, 'stopped']
