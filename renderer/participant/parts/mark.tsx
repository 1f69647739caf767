/** @jsxImportSource preact */
import { LOGO_BOX, LOGO_PATH } from '../../shared/look/logo-paths'
import { MARK_BOX, markPath } from '../../shared/look/voices'

export type Slot = Parameters<typeof markPath>[0]

/** A number of the document as one of the eight looks. */
export const slotOf = (slot: number): Slot => Math.min(8, Math.max(1, slot)) as Slot // 1 to 8 by the line above

/** The sign of a voice: shape and colour. Silent, its name stands beside it. */
export const Mark = ({ slot, size = 20 }: { readonly slot: Slot; readonly size?: number }) => (
  <svg
    class={`voice-mark mark voice-${slot}`}
    width={size}
    height={size}
    viewBox={`0 0 ${MARK_BOX} ${MARK_BOX}`}
    aria-hidden="true"
  >
    <path d={markPath(slot)} />
  </svg>
)

export const Logo = () => (
  <svg class="logo" width={28} height={24} viewBox={`0 0 ${LOGO_BOX.width} ${LOGO_BOX.height}`} aria-hidden="true">
    <path d={LOGO_PATH} />
  </svg>
)
