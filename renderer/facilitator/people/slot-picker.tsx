import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { VoiceSlot } from '@core/charts/voice-looks'
import { VOICE_LOOKS, VOICE_SLOTS } from '@core/charts/voice-looks'
import type { Voice } from '@core/model/voice'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { voiceSlot } from '../app/voice-slot'

interface SlotPickerProps {
  readonly voice: Voice
  readonly name: string
  /** Slots that other voices have: they can still be taken, but then two voices look alike. */
  readonly taken: ReadonlySet<number>
  readonly onPick: (slot: VoiceSlot) => void
}

/** Shape, pattern and colour come together: eight looks, named by shape and pattern. */
export const SlotPicker = ({ voice, name, taken, onPick }: SlotPickerProps) => {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const words = (slot: VoiceSlot): string =>
    t('people:look', {
      shape: t(`people:shape.${VOICE_LOOKS[slot].shape}`),
      pattern: t(`people:pattern.${VOICE_LOOKS[slot].pattern}`),
    })
  const current = voiceSlot(voice)
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-start">
      <Popover.Target>
        <button
          type="button"
          className="slot-button"
          aria-label={t('people:lookOf', { voice: name, look: words(current) })}
          title={words(current)}
          onClick={() => setOpened(!opened)}
        >
          <VoiceMark voice={current} size={18} />
          <span className={`pat slot-pattern ${voiceClass(current)}`} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people:chooseLook')}>
        <ul className="slot-list">
          {VOICE_SLOTS.map((slot) => (
            <li key={slot}>
              <button
                type="button"
                aria-pressed={slot === current}
                onClick={() => {
                  onPick(slot)
                  setOpened(false)
                }}
              >
                <VoiceMark voice={slot} size={18} />
                <span className={`pat slot-pattern ${voiceClass(slot)}`} aria-hidden="true" />
                <span>{words(slot)}</span>
                {taken.has(slot) && slot !== current ? <span className="small quiet">{t('people:taken')}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
