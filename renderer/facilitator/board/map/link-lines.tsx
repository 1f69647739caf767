import { useMemo, useSyncExternalStore } from 'react'
import type { Link } from '@core/model/card'
import { useT } from '../../../shared/i18n/use-t'
import { useTable } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import type { BoardGeometry } from '../model/geometry'
import { itemBox, zoneBox } from '../model/geometry'
import type { Grid } from '../model/grid'
import type { LinkEnd } from '../model/link-paths'
import { linkPath } from '../model/link-paths'
import type { BoardIndex } from '../model/zone-index'
import { findItem } from '../model/zone-index'
import { holderOf } from './map-keys'

interface LinkLinesProps {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
}

/** With more they hide each other: then the partners are marked, and their words say how they are linked. */
const MOST_LINES = 8

const openId = (): string | null => selection.get().open?.id ?? null

const endOf = ({ grid, index, geometry }: LinkLinesProps, id: string): LinkEnd | null => {
  const found = findItem(grid, index, holderOf(index, id))
  const zone = found && zoneBox(geometry, found.cell)
  return found && zone ? { item: itemBox(zone, found.at), zone } : null
}

interface Shown {
  readonly link: Link
  readonly outward: boolean
  readonly partner: LinkEnd
  /** Null where no line can be drawn that leaves the words free. */
  readonly path: string | null
}

const shownOf = (props: LinkLinesProps, links: Iterable<Link>, open: string): Shown[] => {
  const own = [...links].filter((link) => link.from === open || link.to === open)
  const drawn = props.grid.drawn === 'grid' && own.length <= MOST_LINES
  return own.flatMap((link) => {
    const from = endOf(props, link.from)
    const to = endOf(props, link.to)
    const outward = link.from === open
    const partner = outward ? to : from
    // Both in one group: there is nothing to draw between.
    if (!partner || (from && to && from.item.x === to.item.x && from.item.y === to.item.y)) return []
    return [{ link, outward, partner, path: drawn && from && to ? linkPath(from, to) : null }]
  })
}

/** The links of the card in the drawer: lines between the zones, and a word at each partner. */
export const LinkLines = (props: LinkLinesProps) => {
  const t = useT()
  const { grid, index, geometry } = props
  const links = useTable('link')
  const open = useSyncExternalStore(selection.subscribe, openId)
  const shown = useMemo(
    () => (open === null ? [] : shownOf({ grid, index, geometry }, links.values(), open)),
    [open, links, grid, index, geometry],
  )
  if (shown.length === 0) return null
  return (
    // The drawer has the same as sentences.
    <div className="link-layer" aria-hidden="true">
      <svg className="link-lines" width={geometry.width} height={geometry.height}>
        <defs>
          <marker id="link-end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" className="link-head" />
          </marker>
        </defs>
        {shown.map(({ link, path }) =>
          path === null ? null : <path key={link.id} className="link-line" d={path} markerEnd="url(#link-end)" />,
        )}
      </svg>
      {shown.map(({ link, outward, partner }) => (
        <span
          key={link.id}
          className="link-word"
          style={{ left: partner.item.x + 10, top: partner.item.y + partner.item.height }}
        >
          {t(`board:link.${outward ? 'out' : 'in'}.${link.kind}`)}
        </span>
      ))}
    </div>
  )
}
