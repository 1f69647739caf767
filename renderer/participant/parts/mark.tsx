/** @jsxImportSource preact */
import { shapePath } from '@core/charts/voice-shapes'
import { LOGO_BOX, LOGO_PATH } from '../../shared/look/logo-paths'

/** The shapes of the eight voices by slot, without the colours and patterns of charts: the style sheet has those. */
const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'dome', 'hourglass'] as const

const BOX = 16

/** A number of the document as one of the eight looks. */
export const slotOf = (slot: number): number => Math.min(SHAPES.length, Math.max(1, slot))

/** The sign of a voice: shape and colour. Silent, its name stands beside it. */
export const Mark = ({ slot, size = 20 }: { readonly slot: number; readonly size?: number }) => (
  <svg
    class={`voice-mark mark voice-${slotOf(slot)}`}
    width={size}
    height={size}
    viewBox={`0 0 ${BOX} ${BOX}`}
    aria-hidden="true"
  >
    <path d={shapePath(SHAPES[slotOf(slot) - 1] ?? 'rings', BOX / 2, BOX / 2, BOX)} />
  </svg>
)

export const Logo = () => (
  <svg class="logo" width={28} height={24} viewBox={`0 0 ${LOGO_BOX.width} ${LOGO_BOX.height}`} aria-hidden="true">
    <path d={LOGO_PATH} />
  </svg>
)
