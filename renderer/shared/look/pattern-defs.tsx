import { pagePatterns } from './voices'

const MARKUP = { __html: pagePatterns() }

/** The patterns for charts; once in a page, near its root. Not hidden by `display`, or the fills would be lost. */
export const PatternDefs = () => (
  <svg className="pattern-defs" aria-hidden="true" focusable="false">
    <defs dangerouslySetInnerHTML={MARKUP} />
  </svg>
)
