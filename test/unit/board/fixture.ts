import { boardRecords } from '../../../scripts/bench/board/board-records'
import type { Board } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'
import { tablesOf } from '@core/model/document'
import type { CardFilter } from '../../../renderer/facilitator/board/model/filter'
import { NO_FILTER } from '../../../renderer/facilitator/board/model/filter'
import { gridOf } from '../../../renderer/facilitator/board/model/grid'
import type { BoardGeometry } from '../../../renderer/facilitator/board/model/geometry'
import { layOut } from '../../../renderer/facilitator/board/model/lay-out'
import type { BoardIndex } from '../../../renderer/facilitator/board/model/zone-index'
import { indexBoard } from '../../../renderer/facilitator/board/model/zone-index'

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing')
  return value
}

/** Seven themes by three levels with so many cards spread over them. */
export const boardWith = (cards: number) => {
  const tables = tablesOf(boardRecords({ cards }))
  const board: Board = must(tables.board.get('board-1'))
  return { board, grid: gridOf(board), tables }
}

export const indexOf = (
  grid: ReturnType<typeof gridOf>,
  cards: Iterable<Card>,
  clusters: Iterable<Cluster> = [],
  filter: CardFilter = NO_FILTER,
  previous?: BoardIndex,
): BoardIndex => indexBoard({ boardId: 'board-1', grid, cards, clusters, filter }, previous)

export const geometryOf = (
  grid: ReturnType<typeof gridOf>,
  index: BoardIndex,
  heightOf: (id: string) => number = () => 60,
): BoardGeometry =>
  layOut({ grid, index, viewWidth: 1224, viewHeight: 660, heightOf: (item) => heightOf(item.id), draft: null })
