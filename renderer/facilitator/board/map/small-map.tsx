import { useRef } from 'react'
import type { PointerEvent } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import type { Store } from '../../app/store'
import { useStore } from '../../app/store'
import { columnsInView } from '../model/geometry'
import type { BoardGeometry, View } from '../model/geometry'

export interface SmallMapView {
  readonly geometry: BoardGeometry
  readonly view: View
  readonly scrollTo: (left: number, top: number) => void
}

const WIDTH = 104
const HEIGHT = 38

/** The whole board in the tool row: what is in view, where cards are, and a way to scroll there. */
export const SmallMap = ({ store }: { readonly store: Store<SmallMapView | null> }) => {
  const t = useT()
  const shown = useStore(store)
  const svg = useRef<SVGSVGElement>(null)
  if (!shown || shown.geometry.columns < 2) return null
  const { geometry, view, scrollTo } = shown
  const seen = columnsInView(geometry, view)
  const inColumns = geometry.drawn === 'grid' || geometry.drawn === 'rounds'
  const x = WIDTH / geometry.width
  const y = HEIGHT / geometry.height
  const go = (event: PointerEvent): void => {
    const box = svg.current?.getBoundingClientRect()
    if (!box || event.buttons === 0) return
    scrollTo((event.clientX - box.left) / x - view.width / 2, (event.clientY - box.top) / y - view.height / 2)
  }
  return (
    <div className="small-map">
      {inColumns ? (
        <span className="small-map-words">
          {seen === geometry.columns
            ? t('board:map.all', { count: geometry.columns })
            : t('board:map.some', { seen, count: geometry.columns })}
        </span>
      ) : null}
      {/* A second way for the mouse only: the arrow keys and the scroller itself do the same. */}
      <svg
        ref={svg}
        className="small-map-picture"
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      >
        {geometry.zones
          .toSorted((a, b) => a.depth - b.depth)
          .map((zone) => {
            const used = Math.min(zone.height, zone.tops.at(-1) ?? 0)
            return (
              <g key={zone.key}>
                <rect
                  className="small-map-zone"
                  x={zone.x * x}
                  y={zone.y * y}
                  width={Math.max(1, zone.width * x - 1)}
                  height={Math.max(1, zone.height * y - 1)}
                  rx={geometry.drawn === 'rings' ? 6 : undefined}
                />
                {zone.tops.length > 1 && geometry.drawn !== 'rings' ? (
                  <rect
                    className="small-map-cards"
                    x={zone.x * x + 1}
                    y={zone.y * y + 1}
                    width={Math.max(1, zone.width * x - 3)}
                    height={Math.max(1.5, used * y - 2)}
                  />
                ) : null}
              </g>
            )
          })}
        <rect
          className="small-map-view"
          x={Math.max(1, view.left * x)}
          y={Math.max(1, view.top * y)}
          width={Math.min(WIDTH - 2, Math.max(3, view.width * x - 2))}
          height={Math.min(HEIGHT - 2, Math.max(3, view.height * y - 2))}
        />
      </svg>
    </div>
  )
}
