import { useEffect, useRef } from 'react'
import { useReplica } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import { holderOf } from '../map/map-keys'
import { NO_FILTER, toggled } from '../model/filter'
import { findItem } from '../model/zone-index'
import type { BoardIndex } from '../model/zone-index'
import type { BoardWork } from './board-context'

/** What a search, a link or another place opened is brought into view; a filter that hides it gives way. */
export const useOpenShown = ({ ui, grid, board }: BoardWork, index: BoardIndex): void => {
  const replica = useReplica()
  const newest = useRef(index)
  // Once for each opening: a filter set while the drawer is open may hide the card.
  const shown = useRef<string | null>(null)
  useEffect(() => {
    newest.current = index
  })
  useEffect(() => {
    const show = (): void => {
      const { open } = selection.get()
      const before = shown.current
      shown.current = open?.id ?? null
      if (!open || (open.type !== 'card' && open.type !== 'cluster') || before === open.id) return
      const record = replica.view[open.type].get(open.id)
      if (ui.get().active === open.id || record?.boardId !== board.id) return
      const group = record.type === 'card' ? replica.view.cluster.get(record.clusterId ?? '') : undefined
      const merged = group?.kind === 'merged'
      const hidden = findItem(grid, newest.current, holderOf(newest.current, open.id)) === null
      ui.patch({
        // An original is seen in the drawer only; on the board its merged card stands for it.
        active: group && merged ? group.id : open.id,
        wantsFocus: true,
        ...(group && !merged ? { opened: toggled(ui.get().opened, group.id, true) } : {}),
        ...(hidden ? { filter: NO_FILTER } : {}),
      })
    }
    show()
    return selection.subscribe(show)
  }, [ui, grid, board, replica])
}
