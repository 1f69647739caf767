import { cssVoiceColours } from '@core/charts/voice-looks'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { MARK_BOX, markPath } from './voices'

interface VoiceMarkProps {
  readonly voice: VoiceLookId
  /** Pixels; 12 at least on the laptop, 26 on the projector. */
  readonly size?: number
  /** Only where no name stands beside the mark; without it the mark is silent. */
  readonly label?: string
}

/** The sign of a voice: colour and shape. */
export const VoiceMark = ({ voice, size = 14, label }: VoiceMarkProps) => (
  <svg
    className="voice-mark"
    width={size}
    height={size}
    viewBox={`0 0 ${MARK_BOX} ${MARK_BOX}`}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {label === undefined ? null : <title>{label}</title>}
    <path d={markPath(voice)} fill={cssVoiceColours(voice).fill} />
  </svg>
)
