import type { VoiceLookId } from '@core/charts/voice-looks'
import { VoiceMark } from '../look/voice-mark'
import { voiceClass } from '../look/voices'
import './seats.css'

/** More boxes than these would say less than the number beside them. */
const MOST_SEATS = 24

interface SeatRowProps {
  readonly look: VoiceLookId
  readonly name: string
  readonly cast: number
  readonly present: number
  /** "of 9", in the reader's language. */
  readonly of: string
  readonly markSize?: number
}

/** One box a person: who is still missing, without naming anybody. The figures say it to a screen reader. */
export const SeatRow = ({ look, name, cast, present, of, markSize = 15 }: SeatRowProps) => {
  const seats = Math.max(present, cast)
  return (
    <div className="seats">
      <p className="seats-head">
        <VoiceMark voice={look} size={markSize} />
        <span className="seats-name" dir="auto">
          {name}
        </span>
        <b className="seats-cast">{cast}</b> <span className="seats-of">{of}</span>
      </p>
      <div className="seats-row" aria-hidden="true">
        {seats > MOST_SEATS ? (
          <SeatStrip look={look} cast={cast} seats={seats} />
        ) : (
          Array.from({ length: seats }, (_, index) => (
            <span key={index} className={index < cast ? `seat pat ${voiceClass(look)}` : 'seat'} />
          ))
        )}
      </div>
    </div>
  )
}

const SeatStrip = ({ look, cast, seats }: { look: VoiceLookId; cast: number; seats: number }) => (
  <>
    <span className={`seat pat ${voiceClass(look)}`} style={{ flex: `${cast} 1 0` }} hidden={cast === 0} />
    <span className="seat" style={{ flex: `${seats - cast} 1 0` }} hidden={cast >= seats} />
  </>
)
