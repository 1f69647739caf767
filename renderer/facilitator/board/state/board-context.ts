import { createContext, useContext } from 'react'
import type { Board } from '@core/model/board'
import type { Translate } from '../../../shared/i18n/use-t'
import type { Grid } from '../model/grid'
import type { BoardDeeds } from './board-deeds'
import type { BoardUiStore } from './board-ui'

export interface BoardWork {
  readonly board: Board
  readonly grid: Grid
  readonly stepId: string | undefined
  readonly ui: BoardUiStore
  readonly deeds: BoardDeeds
  /** Nothing can be changed: the session is closed or another program has the file. */
  readonly locked: boolean
  /** From here, not from a hook of its own in each card: thousands of cards come and go while scrolling. */
  readonly t: Translate
  readonly zoneName: (zone: readonly string[]) => string
}

const BoardWorkContext = createContext<BoardWork | null>(null)

export const BoardWorkProvider = BoardWorkContext.Provider

export const useBoardWork = (): BoardWork => {
  const work = useContext(BoardWorkContext)
  if (!work) throw new Error('BoardWorkProvider is missing above this component')
  return work
}
