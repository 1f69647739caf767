import type { ReactNode } from 'react'

export interface ErrorRow {
  readonly term: string
  readonly words: ReactNode
}

interface ErrorSheetProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly icon?: ReactNode
  /** Label and words each; the order of reading is fixed: what happened, what is safe, what to do. */
  readonly happened: ErrorRow
  readonly safe: ErrorRow
  readonly todo: ErrorRow
  readonly actions?: ReactNode
  readonly note?: ReactNode
}

/** A failure told so that nobody has to be afraid for their work. */
export const ErrorSheet = (props: ErrorSheetProps) => {
  const { title, lead, icon, happened, safe, todo, actions, note } = props
  return (
    <section className="sheet error-sheet" role="alert">
      <div className="error-sheet-head">
        {icon === undefined ? null : <div className="error-sheet-sign">{icon}</div>}
        <div>
          <h2>{title}</h2>
          {lead === undefined ? null : <p className="quiet">{lead}</p>}
        </div>
      </div>
      <dl className="error-sheet-rows">
        {[happened, safe, todo].map((row) => (
          <div key={row.term}>
            <dt>{row.term}</dt>
            <dd>{row.words}</dd>
          </div>
        ))}
      </dl>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
      {note === undefined ? null : <p className="error-sheet-note">{note}</p>}
    </section>
  )
}
