import type { Decision } from '@core/model/outcome'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useOrdered, useTable } from '../../shared/replica/react'
import { useFormat } from '../app/use-format'
import { voiceSlot } from '../app/voice-slot'
import { openOutcome } from '../outcomes/drafts'

/** What somebody committed to: the decision that rests on this chain, by when, and what is being done. */
export const PromiseCard = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const { day } = useFormat()
  const voices = useTable('voice')
  const tasks = useOrdered('task').filter((task) => task.origin?.id === decision.id && task.state !== 'dropped')
  const behind = decision.behind.voiceIds.flatMap((id) => voices.get(id) ?? [])
  const [first] = behind
  const when = tasks.flatMap((task) => task.due ?? []).toSorted()[0] ?? decision.reviewOn
  const signs = [
    decision.kind === 'recommendation'
      ? t('dialogue:promise.asked', { to: decision.addressee ?? t('dialogue:promise.somebody') })
      : when === undefined
        ? t('dialogue:promise.open')
        : t('dialogue:promise.by', { day: day(when, 'short') }),
    t('dialogue:promise.number', { number: decision.number }),
    ...(tasks.length > 0 ? [t('dialogue:promise.tasks', { count: tasks.length })] : []),
  ]
  return (
    <div className={`spoke spoke-promise ${first ? `edge ${voiceClass(voiceSlot(first))}` : 'spoke-plain'}`}>
      <p className="spoke-words" dir="auto">
        <button type="button" className="spoke-open" onClick={() => openOutcome({ type: 'decision', id: decision.id })}>
          {behind.map((voice) => (
            <VoiceMark key={voice.id} voice={voiceSlot(voice)} size={15} label={labelText(t, voice.label)} />
          ))}{' '}
          {decision.wording}
        </button>
      </p>
      <p className="spoke-signs">{signs.join(' · ')}</p>
    </div>
  )
}
