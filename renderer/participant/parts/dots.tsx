/** @jsxImportSource preact */

/** More than these would not fit beside the option: then the number stands alone. */
const MOST_DRAWN = 6

/** Dots given and left. Silent: the words or the label around it say the number. */
export const Dots = ({ full, of }: { readonly full: number; readonly of: number }) =>
  of > MOST_DRAWN ? (
    <span class="dots-number" aria-hidden="true">
      {full}
    </span>
  ) : (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <span key={index} class={index < full ? 'dot dot-full' : 'dot'} />
      ))}
    </span>
  )
