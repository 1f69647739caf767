import type { ReactNode } from 'react'

interface PlaceProps {
  /** A `PlaceHeader`. */
  readonly header: ReactNode
  /** A `Drawer`, or nothing. It stands under the header, over the work on narrow screens. */
  readonly drawer?: ReactNode
  /** `soft` is the ground of boards and lists, `sheet` that of forms. */
  readonly ground?: 'soft' | 'sheet'
  readonly children: ReactNode
}

/** The frame of a place: head, work that scrolls for itself, drawer. */
export const PlaceFrame = ({ header, drawer, ground = 'soft', children }: PlaceProps) => (
  <div className="place">
    {header}
    <div className="place-body" data-ground={ground}>
      <div className="place-main">{children}</div>
      {drawer}
    </div>
  </div>
)
