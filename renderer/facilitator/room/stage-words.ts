import { byOrder } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Stage } from '@core/model/session'
import { labelText } from '../../shared/i18n/label'
import type { Translate } from '../../shared/i18n/use-t'

/** What the projector shows, in words: "Board: Challenge map". */
export const stageWords = (t: Translate, view: DocumentView, stage: Stage): string => {
  switch (stage.view) {
    case 'blank':
    case 'join':
    case 'step':
    case 'agreed':
    case 'timer':
    case 'chain':
    case 'pulse':
      return t(`shell:stage.${stage.view}`)
    case 'board': {
      const board = view.board.get(stage.boardId)
      return t('shell:stage.board', { name: board === undefined ? '' : labelText(t, board.label) })
    }
    case 'vote':
      return t('shell:stage.vote', { name: view.vote.get(stage.voteId)?.question ?? '' })
    case 'result':
      return t('shell:stage.result', { name: view.vote.get(stage.voteId)?.question ?? '' })
  }
}

export const sameStage = (a: Stage, b: Stage): boolean => {
  if (a.view !== b.view) return false
  if (a.view === 'board' && b.view === 'board') return a.boardId === b.boardId
  if (a.view === 'chain' && b.view === 'chain') return a.statementId === b.statementId
  if (a.view === 'vote' && b.view === 'vote') return a.voteId === b.voteId
  if (a.view === 'result' && b.view === 'result') return a.voteId === b.voteId
  return true
}

/**
 * What can be shown now: always the step, the way in, the timer and nothing; besides them each board, vote and shown
 * result. A group's projector is offered its own boards and everybody's.
 */
export const stagesOf = (view: DocumentView, groupId?: string): readonly Stage[] => {
  const boards = [...view.board.values()].filter((board) => fitsGroup(board.groupId, groupId)).toSorted(byOrder)
  const votes = [...view.vote.values()].toSorted(byOrder)
  const closed = votes.filter((vote) => vote.rounds.at(-1)?.state === 'closed')
  return [
    { view: 'step' },
    { view: 'join' },
    { view: 'timer' },
    ...boards.map((board): Stage => ({ view: 'board', boardId: board.id })),
    ...votes.filter((vote) => !closed.includes(vote)).map((vote): Stage => ({ view: 'vote', voteId: vote.id })),
    ...closed.map((vote): Stage => ({ view: 'result', voteId: vote.id })),
    ...(view.statement.size > 0 ? [{ view: 'chain' } as const] : []),
    ...(view.pulse.size > 0 ? [{ view: 'pulse' } as const] : []),
    ...(view.decision.size + view.task.size > 0 ? [{ view: 'agreed' } as const] : []),
    { view: 'blank' },
  ]
}

const fitsGroup = (of: string | undefined, groupId: string | undefined): boolean =>
  groupId === undefined || of === undefined || of === groupId
