import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Pictures } from './pictures'
import { isPicture, usePictures } from './pictures'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { reportFailure } from '../../app/problems'
import { isTableFile, isTableType, sourceOfFile } from '../../import/table-source'
import { selection } from '../../app/selection'
import { keyAt, zoneOfKey } from '../model/grid'
import type { BoardWork } from './board-context'

/** A list in a file; anything longer is no list for a board. */
const MOST_LIST_BYTES = 5 * 1024 * 1024

const LIST = /\.(?:txt|md|markdown)$/i

const isList = (file: File): boolean => LIST.test(file.name) || file.type === 'text/plain'

/** Session files are the page's business (home/drop-zone): before the drop only their kind is known. */
const isOurs = (event: DragEvent): boolean => {
  const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file')
  const [item] = items
  // Several at once are asked about. Not every system knows what a file of tabs is.
  if (!item || items.length > 1) return false
  const { type } = item
  return type === '' || type.startsWith('image/') || type.startsWith('text/') || isTableType(type)
}

/** Now its name is known. */
const isOursDropped = (event: DragEvent): boolean => {
  const files = [...(event.dataTransfer?.files ?? [])]
  const [file] = files
  return file !== undefined && files.length === 1 && (isPicture(file) || isTableFile(file) || isList(file))
}

/** The card and the zone under the pointer. */
const spotOf = (
  event: Event,
): { readonly cardId: string | null; readonly zone: string | null; readonly element: Element | null } => {
  const target = event.target instanceof Element ? event.target : null
  const card = target?.closest(`[${CARRY_ATTRIBUTE}]`) ?? null
  const zone = target?.closest<HTMLElement>('[data-zone]') ?? null
  return {
    cardId: card?.getAttribute(CARRY_ATTRIBUTE) ?? null,
    zone: zone?.dataset['zone'] ?? null,
    element: card ?? zone,
  }
}

const takeFiles = async (
  files: readonly File[],
  event: DragEvent,
  work: BoardWork,
  pictures: Pictures,
): Promise<void> => {
  const { cardId, zone } = spotOf(event)
  const picture = files.find(isPicture)
  const table = files.find(isTableFile)
  const list = files.find(isList)
  const into = zoneOfKey(zone ?? keyAt(work.grid, { column: 0, row: 0 }))
  if (picture) return cardId === null ? pictures.into(picture, into) : pictures.onto(picture, cardId)
  if (table) return work.ui.patch({ draft: null, importing: await sourceOfFile(table) })
  if (!list) return reportFailure({ code: 'not-an-image' })
  if (list.size > MOST_LIST_BYTES) return reportFailure({ code: 'too-large' })
  return work.ui.patch({ draft: null, pasting: await list.text() })
}

const inField = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]') !== null

/** Pictures and lists dropped on the board, and pictures pasted while a card is in hand. */
export const useBoardFiles = (work: BoardWork): RefObject<HTMLDivElement | null> => {
  const area = useRef<HTMLDivElement>(null)
  const pictures = usePictures(work)
  const newest = useRef({ work, pictures })
  useEffect(() => {
    newest.current = { work, pictures }
  })
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    let marked: Element | null = null
    const mark = (next: Element | null): void => {
      if (next === marked) return
      marked?.removeAttribute('data-file-over')
      next?.setAttribute('data-file-over', '')
      marked = next
    }
    const onOver = (event: DragEvent): void => {
      if (newest.current.work.locked || !isOurs(event)) return
      event.preventDefault()
      event.stopPropagation()
      mark(spotOf(event).element)
    }
    const onDrop = (event: DragEvent): void => {
      mark(null)
      if (newest.current.work.locked || !isOursDropped(event)) return
      event.preventDefault()
      event.stopPropagation()
      const files = [...(event.dataTransfer?.files ?? [])]
      void takeFiles(files, event, newest.current.work, newest.current.pictures)
    }
    const onLeave = (event: DragEvent): void => {
      if (!element.contains(event.relatedTarget as Node | null)) mark(null) // a node or nothing, for drag events
    }
    const onPaste = (event: ClipboardEvent): void => {
      const file = [...(event.clipboardData?.files ?? [])].find(isPicture)
      const { open } = selection.get()
      const id = open?.type === 'card' ? open.id : newest.current.work.ui.get().active
      if (!file || inField(event) || newest.current.work.locked || id === null) return
      event.preventDefault()
      void newest.current.pictures.pasted(file, id)
    }
    element.addEventListener('dragover', onOver)
    element.addEventListener('drop', onDrop)
    element.addEventListener('dragleave', onLeave)
    document.addEventListener('paste', onPaste)
    return () => {
      element.removeEventListener('dragover', onOver)
      element.removeEventListener('drop', onDrop)
      element.removeEventListener('dragleave', onLeave)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return area
}
