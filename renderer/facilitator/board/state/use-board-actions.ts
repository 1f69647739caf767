import { useT } from '../../../shared/i18n/use-t'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import { useActions } from '../../app/use-actions'
import { aboutIds } from '../map/map-keys'
import { zoneAt } from '../model/grid'
import { itemsAt, neighbourOf, spotOf, zoneOfEmptyId } from '../model/place'
import type { BoardIndex } from '../model/zone-index'
import type { BoardWork } from './board-context'
import type { Draft } from './board-ui'
import { useMaking } from './use-making'
import { useSenseActions } from './use-sense-actions'

/** Below the item the keys are on; else at the end of the first zone. */
const draftPlace = ({ grid, ui }: BoardWork, index: BoardIndex): Draft => {
  const { active } = ui.get()
  const spot = active === null ? null : spotOf(grid, index, active)
  const cell = spot?.cell ?? { column: 0, row: 0 }
  const next = spot && zoneOfEmptyId(active ?? '') === null ? itemsAt(grid, index, cell)[spot.at + 1] : undefined
  return { zone: zoneAt(grid, cell), before: next?.id ?? null }
}

const clustersAbout = (replica: Replica, ids: readonly string[]): readonly string[] => {
  const { card, cluster } = replica.view
  const found = ids.map((id) => (cluster.has(id) ? id : (card.get(id)?.clusterId ?? '')))
  return [...new Set(found)].filter((id) => cluster.has(id))
}

/** The deeds of the open board for keys, menu, palette and buttons. */
export const useBoardActions = (work: BoardWork, index: BoardIndex, toggleOutline: () => void): void => {
  const t = useT()
  const replica = useReplica()
  const { ui, deeds, locked } = work
  const about = (): readonly string[] => aboutIds(ui)
  const any = (): boolean => !locked && about().length > 0
  const making = useMaking(work)
  const sense = useSenseActions(work, index)
  useActions({
    ...making,
    ...sense,
    'board.newCard': {
      enabled: () => !locked,
      run: () => ui.patch({ draft: draftPlace(work, index), note: null }),
    },
    'board.cluster': {
      enabled: any,
      run: async () => {
        const ids = about()
        // One that has a heading already takes the others in; there is nothing to ask.
        const joins = ids.length > 1 && ids.some((id) => replica.view.cluster.has(id))
        if (!joins) return ui.patch({ ask: { kind: 'heading', itemIds: ids } })
        const id = await deeds.cluster(ids, '')
        if (id === null) return undefined
        selection.clear()
        const note = { text: t('board:note.together', { count: deeds.cardsOf([id]).length }), undoable: true }
        return ui.patch({ active: id, wantsFocus: true, note })
      },
    },
    'board.setVoice': { enabled: any, run: () => ui.patch({ ask: { kind: 'voice', itemIds: about() } }) },
    'board.split': {
      enabled: () => !locked && clustersAbout(replica, about()).length > 0,
      run: async () => {
        const clusters = clustersAbout(replica, about())
        for (const id of clusters) {
          const first = deeds.cardsOf([id])[0]
          if (!(await deeds.split(id))) return
          ui.patch({ active: first ?? null, wantsFocus: true, note: { text: t('board:note.split'), undoable: true } })
        }
        selection.closeDrawer()
      },
    },
    'board.delete': {
      enabled: any,
      run: async () => {
        const ids = about()
        const next = neighbourOf(work.grid, index, ids)
        const count = await deeds.remove(ids)
        if (count === 0) return
        selection.clear()
        if (ids.includes(selection.get().open?.id ?? '')) selection.closeDrawer()
        const note = { text: t('board:note.removed', { count }), undoable: true }
        ui.patch({ active: next, wantsFocus: true, note })
      },
    },
    'board.reveal': {
      enabled: () => !locked && index.held + index.hidden > 0,
      run: async () => {
        await deeds.reveal()
      },
    },
    'board.outline': { enabled: () => true, run: toggleOutline },
  })
}
