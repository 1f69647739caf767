import type { ActionId } from '@core/actions/catalog'
import { useT } from '../../../shared/i18n/use-t'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import type { ActionHandler } from '../../app/actions'
import { aboutIds, chooseZone } from '../map/map-keys'
import type { BoardIndex } from '../model/zone-index'
import type { BoardWork } from './board-context'
import { choosePicture, usePictures } from './pictures'

const isGroup = (replica: Replica, id: string): boolean => {
  const cluster = replica.view.cluster.get(id)
  return cluster !== undefined && cluster.kind !== 'merged'
}

/** The one card that a deed is about; null when it is about several or about a group. */
const cardAbout = (replica: Replica, ids: readonly string[]): string | null => {
  const [id] = ids
  return ids.length === 1 && id !== undefined && replica.view.card.get(id)?.revealed ? id : null
}

/** What makes sense of the cards that are there: merge, tag, move, hold back, find. */
export const useSenseActions = (work: BoardWork, index: BoardIndex): Partial<Record<ActionId, ActionHandler>> => {
  const t = useT()
  const replica = useReplica()
  const pictures = usePictures(work)
  const { ui, deeds, locked } = work
  const about = (): readonly string[] => aboutIds(ui)
  const any = (): boolean => !locked && about().length > 0
  const hold = async (): Promise<void> => {
    const ids = deeds.cardsOf(about())
    // Some of them are in front of the room still: all of them are kept back.
    const held = ids.some((id) => replica.view.card.get(id)?.held === false)
    if (!(await deeds.hold(ids, held))) return
    const text = t(held ? 'board:note.held' : 'board:note.shown', { count: ids.length })
    ui.patch({ note: { text, undoable: true } })
  }
  return {
    'board.merge': {
      enabled: () => any() && deeds.cardsOf(about()).length > 1 && !about().some((id) => isGroup(replica, id)),
      run: () => ui.patch({ merging: about() }),
    },
    'board.tag': { enabled: any, run: () => ui.patch({ ask: { kind: 'tag', itemIds: about() } }) },
    'board.moveCards': { enabled: any, run: () => ui.patch({ ask: { kind: 'move', itemIds: about() } }) },
    'board.hold': { enabled: () => any() && deeds.cardsOf(about()).length > 0, run: hold },
    'board.chooseZone': {
      enabled: () => ui.get().active !== null && index.shown > 0,
      run: () => chooseZone({ grid: work.grid, index }, ui.get().active ?? '', false),
    },
    'board.search': { enabled: () => true, run: () => ui.patch({ searching: true }) },
    'board.paste': { enabled: () => !locked, run: () => ui.patch({ draft: null, pasting: '' }) },
    'board.import': {
      enabled: () => !locked,
      run: () => ui.patch({ draft: null, pasting: null, importing: 'choose' }),
    },
    'board.picture': {
      enabled: () => !locked && cardAbout(replica, about()) !== null,
      run: () => {
        const id = cardAbout(replica, about())
        if (id !== null) choosePicture((file) => void pictures.onto(file, id))
      },
    },
  }
}
