import type { CSSProperties } from 'react'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { voiceClass } from './voices'

export interface BandPart {
  readonly voice: VoiceLookId
  readonly count: number
}

interface VoiceBandProps {
  readonly parts: readonly BandPart[]
  /** The whole band in words, with the numbers: it is one picture to a screen reader. */
  readonly label: string
  /** Pixels; 14 in the foot of the laptop, 28 on the projector. */
  readonly height?: number
}

/** The strip of patterns that shows who was heard, in the order given. Voices with nothing are left out of the strip. */
export const VoiceBand = ({ parts, label, height = 14 }: VoiceBandProps) => {
  const heard = parts.filter((part) => part.count > 0)
  const style: CSSProperties & Record<'--band-height', string> = { '--band-height': `${height}px` }
  return (
    <div
      className={heard.length === 0 ? 'voice-band voice-band-empty' : 'voice-band'}
      role="img"
      aria-label={label}
      style={style}
    >
      {heard.map((part) => {
        const share: CSSProperties & Record<'--count', number> = { '--count': part.count }
        return <span key={part.voice} className={`pat ${voiceClass(part.voice)}`} style={share} />
      })}
    </div>
  )
}
