import { IconCheck } from '@tabler/icons-react'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceSlot } from '../app/voice-slot'
import { useDialogueWork } from './dialogue-work'

/** The rounds over their columns: done, now, to come; who spoke, how many. */
export const RoundHeads = () => {
  const t = useT()
  const { dialogue, roundName } = useDialogueWork()
  return (
    <ol className="round-heads">
      {dialogue.rounds.map((round) => {
        const now = round.number === dialogue.current
        return (
          <li key={round.id} className="round-head" aria-current={now ? 'step' : undefined}>
            <span className="round-ring" aria-hidden="true">
              {round.number < dialogue.current ? <IconCheck size={15} stroke={2.25} /> : round.number}
            </span>
            <span className="round-marks">
              {round.voices.map((voice) => (
                <VoiceMark key={voice.id} voice={voiceSlot(voice)} size={15} label={labelText(t, voice.label)} />
              ))}
            </span>
            <h2>
              <span className="visually-hidden">{t('dialogue:roundNumber', { number: round.number })}</span>
              {roundName(round.number)}
            </h2>
            <span className="round-count">
              {now && round.present > 0
                ? t('dialogue:present', { count: round.present })
                : t('dialogue:said', { count: round.said })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
