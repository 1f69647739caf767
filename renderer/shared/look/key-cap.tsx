import { Fragment } from 'react'

interface KeyCapProps {
  /** Already in the reader's words and for their system: `['Ctrl', 'K']`. */
  readonly keys: readonly string[]
}

/** The keys of one shortcut, pressed together. */
export const KeyCap = ({ keys }: KeyCapProps) => (
  <span className="keys">
    {keys.map((key, index) => (
      <Fragment key={key}>
        {index > 0 ? <span>+</span> : null}
        <kbd className="key">{key}</kbd>
      </Fragment>
    ))}
  </span>
)
