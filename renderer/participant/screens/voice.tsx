/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { ordered } from '@core/model/document'
import type { Voice } from '@core/model/voice'
import { useLabel, usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { Mark, slotOf } from '../parts/mark'
import { MoreBelow } from '../parts/more-below'

/** Chosen here: a voice, or null for "rather not say"; undefined until something is chosen. */
type Choice = string | null | undefined

export const VoiceScreen = () => {
  const { phone, say } = usePage()
  const t = useWords()
  const label = useLabel()
  const [choice, setChoice] = useState<Choice>(phone.mine.voiceId)
  const voices: readonly Voice[] = phone.view ? ordered(phone.view, 'voice') : []
  const chosen = voices.find((voice) => voice.id === choice)
  const go = chosen ? t('voice.go', { voice: label(chosen.label) }) : t('voice.goUnstated')
  const ready = chosen !== undefined || choice === null || voices.length === 0
  return (
    <Frame
      title={t('voice.title')}
      lead={voices.length === 0 ? t('voice.none') : t('voice.lead')}
      foot={
        <Deed
          missing={ready ? null : t('voice.choose')}
          onMissing={say}
          onClick={() => phone.chooseVoice(chosen ? chosen.id : null)}
        >
          {ready ? go : t('voice.choose')}
        </Deed>
      }
    >
      <div class="choices choices-voices" role="radiogroup" aria-label={t('voice.title')}>
        {voices.map((voice) => (
          <label key={voice.id} class={`choice choice-voice edge voice-${slotOf(voice.slot)}`} data-row>
            <input type="radio" name="voice" checked={choice === voice.id} onChange={() => setChoice(voice.id)} />
            <Mark slot={slotOf(voice.slot)} size={24} />
            <span class="choice-name" dir="auto">
              {label(voice.label)}
            </span>
            <span class="choice-tick choice-tick-round">
              <Icon name="check" size={18} />
            </span>
          </label>
        ))}
        {voices.length === 0 ? null : (
          <label class="choice-quiet">
            <input type="radio" name="voice" checked={choice === null} onChange={() => setChoice(null)} />
            <span>{t('voice.unstated')}</span>
            <Icon name="check" size={18} />
          </label>
        )}
      </div>
      <MoreBelow />
    </Frame>
  )
}
