/** @jsxImportSource preact */
import { labOf } from '@core/model/document'
import { useLabel, useOwnVoice, usePage, useWords } from '../context'
import { Icon } from './icon'
import { Logo, Mark, slotOf } from './mark'
import { useReader } from './use-reader'

/** Always the same: who speaks here, and how the page is read. */
export const Head = () => {
  const { phone, prefs, setPrefs, panel, setPanel, lang } = usePage()
  const t = useWords()
  const label = useLabel()
  const voice = useOwnVoice()
  const reader = useReader(lang)
  const group = phone.view?.group.get(phone.groupId ?? '')
  const lab = phone.view ? labOf(phone.view)?.name : undefined
  return (
    <header class="head">
      <button
        type="button"
        class="head-you"
        aria-expanded={panel === 'you'}
        title={t('head.you')}
        onClick={() => setPanel(panel === 'you' ? null : 'you')}
      >
        {voice ? <Mark slot={slotOf(voice.slot)} /> : <Logo />}
        <span class="head-name">
          {voice ? label(voice.label) : (lab ?? 'Polyphony')}
          {group ? <span class="head-group">{label(group.label)}</span> : null}
        </span>
        <span class="visually-hidden">{t('head.you')}</span>
      </button>
      <div class="head-tools">
        <button type="button" class="tool" aria-pressed={prefs.big} onClick={() => setPrefs({ big: !prefs.big })}>
          {prefs.big ? 'A\u2212 ' : 'A+ '}
          <span class="visually-hidden">{prefs.big ? t('head.smaller') : t('head.bigger')}</span>
        </button>
        <button
          type="button"
          class="tool"
          aria-pressed={prefs.contrast}
          aria-label={t('head.contrast')}
          onClick={() => setPrefs({ contrast: !prefs.contrast })}
        >
          <Icon name="contrast" size={22} />
        </button>
        {reader && (
          <button
            type="button"
            class="tool"
            aria-pressed={reader.reading}
            aria-label={reader.reading ? t('head.stop') : t('head.read')}
            onClick={reader.toggle}
          >
            <Icon name="volume" size={22} />
          </button>
        )}
      </div>
    </header>
  )
}
