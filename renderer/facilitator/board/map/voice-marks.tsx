import { isVoiceSlot } from '@core/charts/voice-looks'
import { labelText } from '../../../shared/i18n/label'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useRecord } from '../../../shared/replica/react'
import { useBoardWork } from '../state/board-context'

/** This many voice marks stand on a closed group. */
const MARKS = 9

const Mark = ({ cardId }: { readonly cardId: string }) => {
  const { t } = useBoardWork()
  const card = useRecord('card', cardId)
  const voice = useRecord('voice', card?.voiceId)
  if (!card?.revealed || !voice || !isVoiceSlot(voice.slot)) return null
  return <VoiceMark voice={voice.slot} size={12} label={labelText(t, voice.label)} />
}

/** Whose words stand behind a group or a merged card, one mark a card. */
export const VoiceMarks = ({ cardIds }: { readonly cardIds: readonly string[] }) => (
  <span className="cluster-marks">
    {cardIds.slice(0, MARKS).map((cardId) => (
      <Mark key={cardId} cardId={cardId} />
    ))}
  </span>
)
