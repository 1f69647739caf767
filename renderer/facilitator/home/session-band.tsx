import type { SessionCard } from '@core/protocol/views'
import { useFormat } from '../app/use-format'
import { useT } from '../../shared/i18n/use-t'
import { VoiceBand } from '../../shared/look/voice-band'
import { slotOf, voiceName } from './words'

/** The voices of a session as a strip, and its figures in words. */
export const SessionBand = ({ card }: { readonly card: SessionCard }) => {
  const t = useT()
  const { list } = useFormat()
  const parts = card.voices.map((voice) => ({ voice: slotOf(voice), count: voice.count }))
  const words = list(
    card.voices.map((voice) => t('home:voicePart', { voice: voiceName(t, voice.name), people: voice.count })),
  )
  const cards = t('common:cards', { count: card.cards })
  const votes = card.votes === 0 ? t('home:noVote') : t('home:votes', { count: card.votes })
  const prepared = card.state === 'prepared' && card.cards === 0
  return (
    <div className="session-band">
      <VoiceBand parts={parts} label={words === '' ? t('home:noVoices') : words} height={13} />
      <p className="small quiet">
        {prepared ? t('home:expected', { count: card.people }) : t('home:figures', { cards, votes })}
      </p>
    </div>
  )
}
