/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { useLabel, useOwnVoice, usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'

type Answer = 'none' | 'role'

/** Asked once, with nothing chosen beforehand: whoever just taps on has not said yes. */
export const ConsentScreen = () => {
  const { phone, say, tablet } = usePage()
  const t = useWords()
  const label = useLabel()
  const voice = useOwnVoice()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const choices: readonly { readonly value: Answer; readonly name: string; readonly hint: string }[] = [
    voice
      ? { value: 'role', name: t('consent.role'), hint: t('consent.roleHint', { voice: label(voice.label) }) }
      : { value: 'role', name: t('consent.roleUnstated'), hint: t('consent.roleUnstatedHint') },
    { value: 'none', name: t('consent.none'), hint: t('consent.noneHint') },
  ]
  return (
    <Frame
      title={t('consent.title')}
      lead={t('consent.lead')}
      note={tablet ? undefined : t('consent.asked')}
      foot={
        <Deed
          missing={answer === null ? t('consent.choose') : null}
          onMissing={say}
          onClick={() => answer && phone.keep({ quote: answer })}
        >
          {answer === null ? t('consent.choose') : t('consent.go')}
        </Deed>
      }
    >
      <div class="choices" role="radiogroup" aria-label={t('consent.title')}>
        {choices.map(({ value, name, hint }) => (
          <label key={value} class="choice choice-plain">
            <input type="radio" name="quote" checked={answer === value} onChange={() => setAnswer(value)} />
            <span class="choice-name">
              {name}
              <span class="choice-hint">{hint}</span>
            </span>
            <span class="choice-tick">
              <Icon name="check" />
            </span>
          </label>
        ))}
      </div>
    </Frame>
  )
}
