import { IconPlus } from '@tabler/icons-react'
import { memo, useLayoutEffect, useRef } from 'react'
import { useCarryTarget } from '../../dnd/carry-provider'
import { itemBox } from '../model/geometry'
import type { ZoneBox } from '../model/geometry'
import { emptyZoneId } from '../model/place'
import type { ZoneItem, ZoneItems } from '../model/zone-index'
import { zoneOfKey } from '../model/grid'
import { useBoardWork } from '../state/board-context'
import type { Draft } from '../state/board-ui'
import { useUi } from '../state/board-ui'
import { CardView } from './card-view'
import { ClusterView } from './cluster-view'
import { DraftCard } from './draft-card'
import { useTakesFocus } from './takes-focus'

export const DRAFT_ID = 'draft'

interface ZoneViewProps {
  readonly zone: ZoneItems
  readonly box: ZoneBox
  /** Items near the view. */
  readonly from: number
  readonly to: number
  /** Index of an item that stays mounted wherever it is: carried or focused. */
  readonly pinned: number
  /** Where the field for a new card stands in this zone; -1 without one. */
  readonly draftAt: number
  readonly measure: (list: HTMLElement) => void
}

const rangeOf = (from: number, to: number, pinned: number): number[] => {
  const all = Array.from({ length: to - from }, (_, at) => from + at)
  if (pinned < 0 || (pinned >= from && pinned < to)) return all
  return pinned < from ? [pinned, ...all] : [...all, pinned]
}

const AddButton = ({ zone, empty }: { readonly zone: ZoneItems; readonly empty: boolean }) => {
  const { ui, t, zoneName, locked } = useBoardWork()
  const id = emptyZoneId(zone.key)
  const active = useUi(ui, (state) => state.active === id)
  const ref = useTakesFocus(ui, id)
  const parts = zoneOfKey(zone.key)
  if (locked && !empty) return null
  return (
    // The only thing to focus in an empty zone, so the arrow keys reach it.
    <div
      ref={ref}
      role="button"
      className="zone-add"
      data-empty-zone={zone.key}
      data-empty={empty || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={t('board:zone.add', { zone: zoneName(parts) })}
    >
      <IconPlus size={15} stroke={1.9} aria-hidden="true" />
      <span>{t('board:zone.addShort')}</span>
    </div>
  )
}

interface ItemProps {
  readonly item: ZoneItem
  readonly at: number
  readonly of: number
  /** Set for an item outside of the mounted stretch: where it stands, px from the corner of the zone. */
  readonly awayTop: number | undefined
  readonly awayLeft: number | undefined
  /** Room above it: an inner ring lies there. */
  readonly room: number
}

const styleOf = ({ awayTop, awayLeft, room }: Pick<ItemProps, 'awayTop' | 'awayLeft' | 'room'>) =>
  awayTop !== undefined ? { top: awayTop, left: awayLeft } : room > 0 ? { marginTop: room } : undefined

const Item = memo(({ item, at, of, awayTop, awayLeft, room }: ItemProps) => (
  <li
    className="zone-item"
    data-item={item.id}
    data-at={at}
    data-away={awayTop !== undefined || undefined}
    aria-setsize={of}
    aria-posinset={at + 1}
    style={styleOf({ awayTop, awayLeft, room })}
  >
    {item.kind === 'card' ? <CardView id={item.id} /> : <ClusterView id={item.id} cardIds={item.cardIds} />}
  </li>
))
Item.displayName = 'Item'

const DraftItem = ({ draft, awayTop }: { readonly draft: Draft; readonly awayTop: number | undefined }) => (
  <li
    className="zone-item"
    data-item={DRAFT_ID}
    data-away={awayTop !== undefined || undefined}
    style={awayTop === undefined ? undefined : { top: awayTop }}
  >
    <DraftCard draft={draft} />
  </li>
)

/** Keys in the order of the list: the mounted stretch, what is pinned outside of it, and the field for a new card. */
const keysOf = ({ zone, from, to, pinned, draftAt }: ZoneViewProps): (number | typeof DRAFT_ID)[] => {
  const shown: (number | typeof DRAFT_ID)[] = rangeOf(from, Math.min(to, zone.items.length), pinned)
  if (draftAt < 0) return shown
  const before = shown.findIndex((at) => typeof at === 'number' && at >= draftAt)
  if (before < 0) return [...shown, DRAFT_ID]
  return shown.toSpliced(before, 0, DRAFT_ID)
}

/** Zones without a head of a column and a row carry their own name. */
const ZoneHead = ({ zone, box }: { readonly zone: ZoneItems; readonly box: ZoneBox }) => {
  const { t, zoneName } = useBoardWork()
  const name = zoneName(zoneOfKey(zone.key))
  return (
    <div className="zone-head" style={{ marginInline: box.inset }}>
      <h2 className="zone-name" title={name} dir="auto">
        {name}
      </h2>
      <span className="column-count" aria-label={t('board:zone.cards', { count: zone.cards })}>
        {zone.cards}
      </span>
    </div>
  )
}

const Items = (props: ZoneViewProps & { readonly draft: Draft | null }) => {
  const { zone, box, from, to, draftAt, draft } = props
  const topOf = (at: number): number => box.tops[at] ?? 0
  const draftAway = draftAt < from || draftAt > to
  const roomOf = (at: number): number =>
    box.hole > 0 && at >= box.splitAt && from < box.splitAt && topOf(at) === topOf(box.splitAt) ? box.hole : 0
  return keysOf(props).map((at) => {
    if (at === DRAFT_ID) {
      return draft ? <DraftItem key={DRAFT_ID} draft={draft} awayTop={draftAway ? topOf(draftAt) : undefined} /> : null
    }
    const item = zone.items[at]
    if (!item) return null
    const away = at < from || at >= to
    return (
      <Item
        key={item.id}
        item={item}
        at={at}
        of={zone.items.length}
        awayTop={away ? topOf(at) : undefined}
        awayLeft={away ? itemBox(box, at).x - box.x : undefined}
        room={away ? 0 : roomOf(at)}
      />
    )
  })
}

const listStyle = (box: ZoneBox, from: number) => ({
  paddingTop: from === 0 ? box.start : (box.tops[from] ?? 0),
  paddingInline: box.inset,
  ...(box.lanes > 1 ? { gridTemplateColumns: `repeat(${box.lanes}, ${box.laneWidth}px)` } : {}),
})

/** One zone with the cards that are near the view; the rest is only room. */
export const ZoneView = memo((props: ZoneViewProps) => {
  const { zone, box, from, draftAt, measure } = props
  const { ui, t, grid, zoneName } = useBoardWork()
  const list = useRef<HTMLUListElement>(null)
  const draft = useUi(ui, (state) => (draftAt < 0 ? null : state.draft))
  useCarryTarget(zone.key)
  useLayoutEffect(() => {
    if (list.current) measure(list.current)
  })
  const named = grid.drawn === 'quadrants' || grid.drawn === 'rings'
  return (
    <section
      className="zone"
      data-zone={zone.key}
      data-ring={grid.drawn === 'rings' ? (box.cell.column === 0 ? 'core' : 'around') : undefined}
      data-depth={box.depth % 2 === 1 ? 'odd' : undefined}
      aria-label={t('board:zone.name', { zone: zoneName(zoneOfKey(zone.key)), count: zone.cards })}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height, zIndex: box.depth || undefined }}
    >
      {named ? <ZoneHead zone={zone} box={box} /> : null}
      <ul ref={list} className="zone-list" data-lanes={box.lanes > 1 || undefined} style={listStyle(box, from)}>
        <Items {...props} draft={draft} />
      </ul>
      {draft ? null : <AddButton zone={zone} empty={zone.items.length === 0} />}
    </section>
  )
})
ZoneView.displayName = 'ZoneView'
