import type { Board } from '@core/model/board'
import type { DocumentView } from '@core/model/document'
import { ordered } from '@core/model/document'
import type { RequestArgs } from '@core/protocol/requests'
import { roundsOf } from '@core/rules/dialogue-rounds'

export type AnswerPlace = { readonly boardId: string; readonly zone: string[] }

const fits = (board: Board, rounds: number): boolean =>
  board.layout === 'rounds' && board.axes.length === 1 && board.axes[0]?.entries.length === rounds

const placeOn = (board: Board, round: number): AnswerPlace | null => {
  const column = board.axes[0]?.entries[round - 1]
  return column ? { boardId: board.id, zone: [column.id] } : null
}

/** The column of this round on the board of rounds; null when the session has none. */
export const answerPlace = (view: DocumentView, round: number): AnswerPlace | null => {
  const board = ordered(view, 'board').find((one) => fits(one, roundsOf(view).length))
  return board ? placeOn(board, round) : null
}

/** A board with a column for each round of the lab, for sessions that have none. */
export const roundsBoard = (
  view: DocumentView,
  ids: { readonly board: string; readonly axis: string },
): RequestArgs<'board.add'> => ({
  id: ids.board,
  label: { key: 'boards:board.bikva' },
  layout: 'rounds',
  axes: [
    {
      id: ids.axis,
      label: { key: 'boards:axis.round' },
      entries: roundsOf(view).map(({ id, label }) => ({ id, label })),
    },
  ],
})
