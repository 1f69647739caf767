/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type FrameProps = {
  readonly title: string
  /** A line before the heading: where one is. */
  readonly above?: ComponentChildren
  readonly lead?: ComponentChildren
  /** A quiet line above the deed; with big text it stands after the last row instead, to leave room for the question. */
  readonly note?: ComponentChildren
  /** The one deed of this screen, in thumb reach. */
  readonly foot?: ComponentChildren
  readonly children?: ComponentChildren
  readonly class?: string
}

/** Characters from which a heading is set smaller: it must not push what it asks for off the screen. */
const LONG_TITLE = 90

/** One question on a screen: heading, what it is about, and at most one deed at the foot. */
export const Frame = ({ title, above, lead, note, foot, children, class: name }: FrameProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // A new question: a screen reader begins at its heading, and the page at its top.
  useEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <main class={name ? `main ${name}` : 'main'}>
        {above}
        <h1 ref={heading} tabIndex={-1} dir="auto" class={title.length > LONG_TITLE ? 'h1-long' : undefined}>
          {title}
        </h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        {children}
        {note === undefined ? null : <div class="small quiet note-in-main">{note}</div>}
      </main>
      {foot === undefined ? null : (
        <footer class="foot">
          {note === undefined ? null : <div class="small quiet note-in-foot">{note}</div>}
          {foot}
        </footer>
      )}
    </>
  )
}

type DeedProps = {
  readonly children: ComponentChildren
  readonly onClick?: () => void
  /** Why it cannot be done now: it stays reachable and says so. */
  readonly missing?: string | null
  readonly onMissing?: (why: string) => void
  readonly plain?: boolean
  readonly type?: 'button' | 'submit'
}

export const Deed = ({ children, onClick, missing, onMissing, plain, type = 'button' }: DeedProps) => (
  <button
    type={type}
    class={plain ? 'deed' : 'deed deed-first'}
    aria-disabled={missing ? true : undefined}
    onClick={(event) => {
      if (!missing) return onClick?.()
      event.preventDefault()
      onMissing?.(missing)
      return undefined
    }}
  >
    {children}
  </button>
)
