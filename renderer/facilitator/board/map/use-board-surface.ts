import { useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { frozenSources } from '@core/rules/frozen'
import { labelText } from '../../../shared/i18n/label'
import type { Translate } from '../../../shared/i18n/use-t'
import { useT } from '../../../shared/i18n/use-t'
import type { Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import type { BoardGeometry } from '../model/geometry'
import { zoneAt } from '../model/grid'
import type { BoardIndex } from '../model/zone-index'
import type { BoardWork } from '../state/board-context'
import { useBoardWork } from '../state/board-context'
import type { CarryTexts, SurfaceState } from './board-surface'
import { BoardSurface } from './board-surface'
import type { DropMarks } from './drop-marks'
import { createDropMarks } from './drop-marks'

interface SurfaceParts {
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly marks: RefObject<HTMLDivElement | null>
}

/** Statements are cut for being read out; the whole of it is on the card. */
const SPOKEN = 90

const cut = (text: string): string => (text.length <= SPOKEN ? text : `${text.slice(0, SPOKEN)}…`)

const nameOf = (t: Translate, replica: Replica, id: string): string => {
  const card = replica.view.card.get(id)
  if (card) return card.revealed ? cut(card.text) : t('board:card.hidden')
  const cluster = replica.view.cluster.get(id)
  return cluster ? labelText(t, cluster.label) : ''
}

const textsOf = (t: Translate, replica: Replica, { grid, zoneName }: BoardWork): CarryTexts => ({
  origin: t('board:carry.origin'),
  onto: t('board:carry.onto'),
  putBack: t('board:carry.putBack'),
  outside: t('board:carry.outside'),
  locked: t('board:carry.locked'),
  place: (at, of) => t('board:carry.place', { at, of }),
  pickedUp: (id, count) =>
    count > 1 ? t('board:carry.pickedUpMany', { count }) : t('board:carry.pickedUp', { name: nameOf(t, replica, id) }),
  movedTo: (cell, at, of) => t('board:carry.movedTo', { zone: zoneName(zoneAt(grid, cell)), at, of }),
  dropped: (id, cell) => t('board:carry.dropped', { name: nameOf(t, replica, id), zone: zoneName(zoneAt(grid, cell)) }),
})

/** The board as a surface to carry over: one object for good, which always asks for the newest state. */
export const useBoardSurface = (parts: SurfaceParts): BoardSurface => {
  const t = useT()
  const replica = useReplica()
  const work = useBoardWork()
  const marks = useRef<DropMarks | null>(null)
  const newest = useRef<SurfaceState | null>(null)
  const words = useMemo(() => textsOf(t, replica, work), [t, replica, work])
  useEffect(() => {
    const scroller = parts.scroller.current
    const layer = parts.marks.current
    if (!scroller || !layer) return
    marks.current ??= createDropMarks(layer)
    const frozen = (itemIds: readonly string[]): string | null => {
      const sources = frozenSources(replica.view)
      return itemIds.some((id) => sources.has(id)) ? t('board:carry.frozen') : null
    }
    const { grid, ui, deeds, locked } = work
    const { index, geometry } = parts
    newest.current = { grid, index, geometry, marks: marks.current, scroller, ui, deeds, locked, words, frozen }
  })
  return useMemo(() => new BoardSurface(() => newest.current), [])
}
