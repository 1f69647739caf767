import { sendImage } from '../../../shared/lib/send-image'
import { newId } from '../../../shared/lib/new-id'
import { useT } from '../../../shared/i18n/use-t'
import { useClient, useReplica } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'
import { selection } from '../../app/selection'
import { zoneOfKey } from '../model/grid'
import { zoneOfEmptyId } from '../model/place'
import type { BoardWork } from './board-context'

/** What the browser offers to choose from; what is really in the file is looked into. */
const OFFERED = 'image/jpeg,image/png,image/webp'

export const isPicture = (file: { readonly type: string }): boolean => file.type.startsWith('image/')

export const choosePicture = (take: (file: File) => void): void => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = OFFERED
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) take(file)
  })
  input.click()
}

/** Letters of a file's name that become the words of its card. */
const NAME = 120

const nameOf = (file: File): string => {
  const name = file.name.replace(/\.[^.]+$/, '').trim()
  return name.slice(0, NAME)
}

export interface Pictures {
  readonly onto: (file: Blob, cardId: string) => Promise<void>
  /** A new card at the end of the zone, with the file's name for its words until somebody writes better ones. */
  readonly into: (file: File, zone: readonly string[]) => Promise<void>
  /** On the card the keys are on; on a zone or a group a new card. */
  readonly pasted: (file: File, itemId: string) => Promise<void>
}

/** Puts pictures on cards: made small and sent first, so that a refusal changes nothing. */
export const usePictures = (work: Pick<BoardWork, 'ui' | 'board' | 'stepId'>): Pictures => {
  const t = useT()
  const client = useClient()
  const replica = useReplica()
  const { ui, board, stepId } = work
  const sent = async (file: Blob): Promise<string | null> => {
    ui.patch({ note: { text: t('board:picture.sending'), undoable: false } })
    const answer = await sendImage(client, file)
    ui.patch({ note: null })
    if (answer.ok) return answer.value
    reportFailure(answer.error)
    return null
  }
  const onto: Pictures['onto'] = async (file, cardId) => {
    const imageId = await sent(file)
    if (imageId === null) return
    const done = await replica.run('card.update', { id: cardId, imageId })
    if (!done.ok) return reportFailure(done.error)
    selection.openDrawer({ type: 'card', id: cardId })
    ui.patch({ note: { text: t('board:picture.added'), undoable: true } })
  }
  const into: Pictures['into'] = async (file, zone) => {
    const imageId = await sent(file)
    if (imageId === null) return
    const id = newId()
    const done = await replica.run('card.add', {
      id,
      boardId: board.id,
      zone: [...zone],
      text: nameOf(file) || t('board:picture.newCard'),
      imageId,
      ...(stepId === undefined ? {} : { stepId }),
    })
    if (!done.ok) return reportFailure(done.error)
    selection.openDrawer({ type: 'card', id })
    ui.patch({ active: id, note: { text: t('board:picture.card'), undoable: true } })
  }
  return {
    onto,
    into,
    pasted: async (file, itemId) => {
      const { card, cluster } = replica.view
      if (card.has(itemId)) return onto(file, itemId)
      const empty = zoneOfEmptyId(itemId)
      const zone = cluster.get(itemId)?.zone ?? (empty === null ? undefined : zoneOfKey(empty))
      return zone ? into(file, zone) : undefined
    },
  }
}
