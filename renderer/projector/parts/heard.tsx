import type { Card } from '@core/model/card'
import { labelText } from '../../shared/i18n/label'
import { formatList } from '../../shared/i18n/format'
import { useLang, useT } from '../../shared/i18n/use-t'
import { VoiceBand } from '../../shared/look/voice-band'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useTable } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'

/** Who was heard so far: it states and does not scold. Counts what stands on the boards, never ballots. */
export const HeardSoFar = () => {
  const t = useT()
  const lang = useLang()
  const voices = useOrdered('voice')
  const cards = useTable('card')
  const heard = voices.map((voice) => ({
    id: voice.id,
    look: voiceLook(voice.slot),
    name: labelText(t, voice.label),
    count: countOf(cards.values(), voice.id),
  }))
  const words = heard.map(({ name, count }) => t('projector:heardOne', { voice: name, count }))
  return (
    <div className="heard">
      <b>{t('projector:heard')}</b>
      <div className="heard-band">
        <VoiceBand
          parts={heard.map(({ look, count }) => ({ voice: look, count }))}
          label={formatList(lang, words)}
          height={30}
        />
      </div>
      <ul className="heard-counts" aria-hidden="true">
        {heard
          .filter(({ count }) => count > 0)
          .map(({ id, look, count }) => (
            <li key={id}>
              <VoiceMark voice={look} size={28} /> <b>{count}</b>
            </li>
          ))}
      </ul>
    </div>
  )
}

const countOf = (cards: Iterable<Card>, voiceId: string): number => {
  let count = 0
  for (const card of cards) if (card.voiceId === voiceId && card.revealed && !card.held) count += 1
  return count
}
