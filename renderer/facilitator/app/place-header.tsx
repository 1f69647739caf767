import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface PlaceHeaderProps {
  /** "Step 2 of 8 · Challenge map". */
  readonly kicker?: ReactNode
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** One primary button at most; it stands last. */
  readonly actions?: ReactNode
  /** The tool row. */
  readonly children?: ReactNode
}

/** The head of every place; its heading takes the focus when one comes here, so that screen readers say where. */
export const PlaceHeader = ({ kicker, title, lead, actions, children }: PlaceHeaderProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="place-header">
      <div className="place-header-row">
        <div className="place-header-words">
          {kicker === undefined ? null : <p className="place-kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="place-lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="place-actions">{actions}</div>}
      </div>
      {children === undefined ? null : <div className="tool-row">{children}</div>}
    </header>
  )
}
