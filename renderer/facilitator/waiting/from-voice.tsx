import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useRecord } from '../../shared/replica/react'
import { voiceSlot } from '../app/voice-slot'

/** For whom it speaks, never who it was. */
export const FromVoice = ({ voiceId }: { readonly voiceId: string | undefined }) => {
  const t = useT()
  const voice = useRecord('voice', voiceId)
  return (
    <span className="waiting-from">
      {voice ? <VoiceMark voice={voiceSlot(voice)} size={13} /> : null}
      {voice ? t('waiting:from', { voice: labelText(t, voice.label) }) : t('waiting:unstated')}
    </span>
  )
}
