import type { ReactNode } from 'react'
import type { Said } from '@core/rules/chain-links'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useRecord } from '../../shared/replica/react'
import { voiceSlot } from '../app/voice-slot'

interface SaidCardProps {
  readonly said: Said
  /** The first words of a chain stand in quotation marks. */
  readonly quoted?: boolean
  /** Around the words: the button that chooses the chain. */
  readonly wrap?: (words: ReactNode) => ReactNode
}

/** One thing said: pattern edge, shape, words; below what has to be known about them. */
export const SaidCard = ({ said, quoted = false, wrap = (words) => <span>{words}</span> }: SaidCardProps) => {
  const t = useT()
  const voice = useRecord('voice', said.voiceId)
  const words = (
    <>
      {voice ? <VoiceMark voice={voiceSlot(voice)} size={15} label={labelText(t, voice.label)} /> : null}{' '}
      {quoted ? t('dialogue:quoted', { text: said.text }) : said.text}
    </>
  )
  const signs = [
    ...(said.quote === 'none' ? [t('dialogue:sign.notQuoted')] : []),
    ...(said.kind === 'card' ? [t('dialogue:sign.onlyHere')] : []),
  ]
  return (
    <div className={`spoke ${voice ? `edge ${voiceClass(voiceSlot(voice))}` : 'spoke-plain'}`}>
      <p className="spoke-words" dir="auto">
        {wrap(words)}
      </p>
      {signs.length === 0 ? null : <p className="spoke-signs">{signs.join(' · ')}</p>}
    </div>
  )
}
