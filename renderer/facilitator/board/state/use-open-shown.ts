import { useEffect } from 'react'
import { useReplica } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import { findItem } from '../model/zone-index'
import type { BoardIndex } from '../model/zone-index'
import { NO_FILTER } from '../model/filter'
import { holderOf } from '../map/map-keys'
import type { BoardWork } from './board-context'

/** What a search, a link or another place opened is brought into view; a filter that hides it gives way. */
export const useOpenShown = ({ ui, grid, board }: BoardWork, index: BoardIndex): void => {
  const replica = useReplica()
  useEffect(() => {
    const show = (): void => {
      const { open } = selection.get()
      if (!open || (open.type !== 'card' && open.type !== 'cluster') || ui.get().active === open.id) return
      const record = replica.view[open.type].get(open.id)
      if (record?.boardId !== board.id) return
      const hidden = findItem(grid, index, holderOf(index, open.id)) === null
      ui.patch({ active: open.id, wantsFocus: true, ...(hidden ? { filter: NO_FILTER } : {}) })
    }
    show()
    return selection.subscribe(show)
  }, [ui, grid, board, index, replica])
}
