import { lazy } from 'react'

/** Each place is loaded when one first goes there: the home page stays small. */
export const BoardPlace = lazy(async () => ({ default: (await import('../board/board-place')).BoardPlace }))
export const BoardsPlace = lazy(async () => ({ default: (await import('./boards-place')).BoardsPlace }))
export const VotePlace = lazy(async () => ({ default: (await import('../votes/vote-place')).VotePlace }))
export const VotesPlace = lazy(async () => ({ default: (await import('../votes/votes-place')).VotesPlace }))
export const OutcomesPlace = lazy(async () => ({
  default: (await import('../outcomes/outcomes-place')).OutcomesPlace,
}))
export const QuestionsPlace = lazy(async () => ({
  default: (await import('../outcomes/questions-place')).QuestionsPlace,
}))
export const ReportPlace = lazy(async () => ({ default: (await import('../report/report-place')).ReportPlace }))
export const PeoplePlace = lazy(async () => ({ default: (await import('../people/people-place')).PeoplePlace }))
export const LabPlace = lazy(async () => ({ default: (await import('../people/lab-place')).LabPlace }))
export const SettingsPlace = lazy(async () => ({ default: (await import('../settings/settings-place')).SettingsPlace }))
