import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** What this place is for, in one or two sentences. */
  readonly text: ReactNode
  readonly drawing?: ReactNode
  /** One primary and at most one second button. */
  readonly actions?: ReactNode
  readonly tip?: ReactNode
  readonly tipIcon?: ReactNode
  readonly headingLevel?: 2 | 3
}

/** A place with nothing in it yet: what it is for and what to do first. */
export const EmptyState = (props: EmptyStateProps) => {
  const { title, text, drawing, actions, tip, tipIcon, headingLevel = 2 } = props
  return (
    <div className="sheet empty-state">
      <div className="empty-state-body">
        {drawing}
        {headingLevel === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
        <p>{text}</p>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {tip === undefined ? null : (
        <div className="empty-state-tip">
          {tipIcon}
          <p>{tip}</p>
        </div>
      )}
    </div>
  )
}
