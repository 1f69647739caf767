import { useMemo, useSyncExternalStore } from 'react'
import type { Link } from '@core/model/card'
import { useT } from '../../../shared/i18n/use-t'
import { useTable } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import type { BoardGeometry, Box } from '../model/geometry'
import { itemBox, zoneBox } from '../model/geometry'
import type { Grid } from '../model/grid'
import type { BoardIndex } from '../model/zone-index'
import { findItem } from '../model/zone-index'
import { holderOf } from './map-keys'

interface LinkLinesProps {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
}

/** With more the lines hide the cards: the partners are marked, and the drawer says the rest in words. */
const MOST_LINES = 8

const openId = (): string | null => selection.get().open?.id ?? null

const boxOf = ({ grid, index, geometry }: LinkLinesProps, id: string): Box | null => {
  const found = findItem(grid, index, holderOf(index, id))
  const zone = found && zoneBox(geometry, found.cell)
  return found && zone ? itemBox(zone, found.at) : null
}

interface Line {
  readonly link: Link
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

/** From edge to edge, so that no line runs over the words of its two cards. */
const edgePoint = (box: Box, towards: Box): { readonly x: number; readonly y: number } => {
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const dx = towards.x + towards.width / 2 - center.x
  const dy = towards.y + towards.height / 2 - center.y
  if (dx === 0 && dy === 0) return center
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  )
  return { x: center.x + dx * scale, y: center.y + dy * scale }
}

const linesOf = (props: LinkLinesProps, links: readonly Link[]): Line[] =>
  links.flatMap((link) => {
    const from = boxOf(props, link.from)
    const to = boxOf(props, link.to)
    if (!from || !to || (from.x === to.x && from.y === to.y)) return []
    return [{ link, from: edgePoint(from, to), to: edgePoint(to, from) }]
  })

/** The links of the card in the drawer, as thin lines with a word. The drawer has the same as sentences. */
export const LinkLines = (props: LinkLinesProps) => {
  const t = useT()
  const { grid, index, geometry } = props
  const links = useTable('link')
  const open = useSyncExternalStore(selection.subscribe, openId)
  const lines = useMemo(() => {
    if (open === null) return []
    const own = [...links.values()].filter((link) => link.from === open || link.to === open)
    return own.length > MOST_LINES ? [] : linesOf({ grid, index, geometry }, own)
  }, [open, links, grid, index, geometry])
  if (lines.length === 0) return null
  return (
    <svg className="link-lines" width={geometry.width} height={geometry.height} aria-hidden="true">
      <defs>
        <marker id="link-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 8 4 0 8z" className="link-head" />
        </marker>
      </defs>
      {lines.map(({ link, from, to }) => (
        <g key={link.id}>
          <line className="link-line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} markerEnd="url(#link-end)" />
          <text className="link-word" x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4} textAnchor="middle">
            {t(`board:link.out.${link.kind}`)}
          </text>
        </g>
      ))}
    </svg>
  )
}
