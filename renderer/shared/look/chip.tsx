import type { ReactNode } from 'react'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VoiceMark } from './voice-mark'
import { voiceClass } from './voices'

interface ChipProps {
  readonly pressed: boolean
  readonly onChange: (pressed: boolean) => void
  readonly children: ReactNode
  readonly icon?: ReactNode
}

interface VoiceChipProps {
  readonly voice: VoiceLookId
  /** The voice's name; tooltip and name for screen readers when only the shape shows. */
  readonly name: string
  readonly pressed: boolean
  readonly onChange: (pressed: boolean) => void
  readonly withName?: boolean
}

/** A filter that is on or off. */
export const Chip = ({ pressed, onChange, children, icon }: ChipProps) => (
  <button type="button" className="chip" aria-pressed={pressed} onClick={() => onChange(!pressed)}>
    {icon}
    <span>{children}</span>
  </button>
)

/** A filter for one voice: a round shape, or shape and name. */
export const VoiceChip = ({ voice, name, pressed, onChange, withName = false }: VoiceChipProps) => (
  <button
    type="button"
    className={`chip ${withName ? '' : 'chip-round'} ${voiceClass(voice)}`}
    aria-pressed={pressed}
    title={withName ? undefined : name}
    aria-label={withName ? undefined : name}
    onClick={() => onChange(!pressed)}
  >
    <VoiceMark voice={voice} size={14} />
    {withName ? <span>{name}</span> : null}
  </button>
)
