import type { KeyboardEvent, RefObject } from 'react'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { KeyCap } from '../../shared/look/key-cap'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'
import { voiceKey } from './entry-model'
import type { Entry } from './use-entry'

interface EntryVoiceProps {
  readonly entry: Entry
  readonly group: RefObject<HTMLFieldSetElement | null>
  readonly onNext: () => void
  readonly onBack: () => void
}

/** Which box is ticked: by the figure before it, by arrows, or by a click. */
export const EntryVoice = ({ entry, group, onNext, onBack }: EntryVoiceProps) => {
  const t = useT()
  const voices = useOrdered('voice')
  const chosen = entry.typed.voice
  const choose = (voice: string | null): void => {
    entry.change({ voice, ...(entry.typed.kind === 'invalid' ? { kind: 'ballot' as const } : {}) })
    onNext()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = voices.findIndex((_, index) => voiceKey(index) === event.key.toLowerCase())
    const voice = voices[at]
    if (voice) choose(voice.id)
    else if (event.key === '0') choose(null)
    else if (event.key === 'Enter') choose(chosen ?? null)
    else if (event.key === 'Backspace') onBack()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const option = (id: string | null, name: string, key: string, slot?: number) => (
    <label key={id ?? ''} className="voice-option">
      <input
        type="radio"
        name="slip-voice"
        aria-label={name}
        checked={chosen === id}
        onChange={() => entry.change({ voice: id })}
      />
      <KeyCap keys={[key]} />
      {slot === undefined ? null : <VoiceMark voice={voiceLook(slot)} size={15} />}
      <span dir="auto">{name}</span>
    </label>
  )
  return (
    // The keys choose among the radios inside.
    <fieldset ref={group} className="slip-voices" onKeyDown={onKey}>
      <legend>
        <b>{t('ballot:speakFor')}</b> <span className="quiet">{t('paper:entry.voiceHint')}</span>
      </legend>
      <div>
        {voices.map((voice, at) => option(voice.id, labelText(t, voice.label), voiceKey(at), voice.slot))}
        {option(null, t('ballot:ratherNotSay'), '0')}
      </div>
    </fieldset>
  )
}
