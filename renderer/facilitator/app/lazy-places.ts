import { lazyPlace as place } from './lazy-place'

export const BoardPlace = place(async () => (await import('../board/board-place')).BoardPlace, 'board')
export const BoardsPlace = place(async () => (await import('../board/boards/boards-place')).BoardsPlace, 'board')
export const VotePlace = place(
  async () => (await import('../votes/vote-place')).VotePlace,
  'vote',
  'result',
  'charts',
  'outcomes',
  'ballot',
)
export const PaperPlace = place(
  async () => (await import('../paper/paper-place')).PaperPlace,
  'paper',
  'ballot',
  'vote',
  'outcomes',
)
export const VotesPlace = place(async () => (await import('../votes/votes-place')).VotesPlace, 'vote', 'result')
export const OutcomesPlace = place(async () => (await import('../outcomes/outcomes-place')).OutcomesPlace, 'outcomes')
export const QuestionsPlace = place(
  async () => (await import('../outcomes/questions-place')).QuestionsPlace,
  'outcomes',
)
export const ReportPlace = place(
  async () => (await import('../report/report-place')).ReportPlace,
  'reportPlace',
  'report',
)
export const PeoplePlace = place(async () => (await import('../people/people-place')).PeoplePlace, 'people')
export const WaitingPlace = place(async () => (await import('../waiting/waiting-place')).WaitingPlace, 'waiting')
export const LabPlace = place(
  async () => (await import('../lab/lab-place')).LabPlace,
  'lab',
  'people',
  'work',
  'outcomes',
  'home',
  'report',
)
export const SettingsPlace = place(async () => (await import('../settings/settings-place')).SettingsPlace, 'settings')
export const DialoguePlace = place(
  async () => (await import('../dialogue/dialogue-place')).DialoguePlace,
  'dialogue',
  'board',
  'outcomes',
  'reportPlace',
  'report',
)
export const ProjectsPlace = place(
  async () => (await import('../work/projects-place')).ProjectsPlace,
  'work',
  'outcomes',
)
export const IndicatorsPlace = place(
  async () => (await import('../work/indicators-place')).IndicatorsPlace,
  'work',
  'outcomes',
)
export const ActivitiesPlace = place(
  async () => (await import('../work/activities-place')).ActivitiesPlace,
  'work',
  'outcomes',
)
export const PulsePlace = place(
  async () => (await import('../work/pulse-place')).PulsePlace,
  'work',
  'outcomes',
  'people',
)
export const NotebookPlace = place(
  async () => (await import('../work/notebook-place')).NotebookPlace,
  'work',
  'outcomes',
)
export const AgendaPlace = place(async () => (await import('../agenda/agenda-place')).AgendaPlace, 'agenda')
export const ComparePage = place(
  async () => (await import('../compare/compare-page')).ComparePage,
  'compare',
  'report',
  'reportPlace',
)
export const HistoryPlace = place(async () => (await import('../history/history-place')).HistoryPlace, 'history')
export const HelpPlace = place(async () => (await import('../help/help-place')).HelpPlace, 'help')
