/** @jsxImportSource preact */
import { labOf } from '@core/model/document'
import { nameOfLang, phoneLanguages } from '../model/words'
import { useLabel, useOwnVoice, usePage } from '../context'
import { Icon } from '../parts/icon'
import { Logo, Mark, slotOf } from '../parts/mark'
import { useReader } from '../parts/use-reader'
import { PrefButtons } from './pref-buttons'

/** In a turn: for whom one speaks, how one reads, and the way to end it. */
export const TabletHead = () => {
  const { phone, prefs, setPrefs, setPanel, tablet, lang, t } = usePage()
  const label = useLabel()
  const voice = useOwnVoice()
  const reader = useReader(lang)
  const lab = phone.view ? labOf(phone.view)?.name : undefined
  return (
    <header class="head tablet-head">
      <span class="head-you">
        {voice ? <Mark slot={slotOf(voice.slot)} size={24} /> : <Logo />}
        <span class="head-name" dir="auto">
          {voice ? label(voice.label) : (lab ?? 'Polyphony')}
        </span>
      </span>
      {phoneLanguages().length < 2 ? null : (
        <button type="button" class="tablet-tool" onClick={() => setPanel('you')}>
          <Icon name="language" /> {nameOfLang(lang)}
        </button>
      )}
      {reader && (
        <button type="button" class="tablet-tool" aria-pressed={reader.reading} onClick={reader.toggle}>
          <Icon name="volume" size={22} />
          <span class="visually-hidden">{t(reader.reading ? 'participant:head.stop' : 'participant:head.read')}</span>
        </button>
      )}
      <PrefButtons t={t} prefs={prefs} onChange={setPrefs} />
      <button type="button" class="tablet-tool tablet-pass" onClick={() => tablet?.passOn()}>
        {t('tablet:pass')} <Icon name="right" />
      </button>
    </header>
  )
}
