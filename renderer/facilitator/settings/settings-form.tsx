import { useId } from 'react'
import type { Settings } from '@core/protocol/views'
import { languages } from '../../shared/i18n/catalogs'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { TEXT_SIZES, THEME_CHOICES } from '../../shared/look/theme-choice'
import { useRequest, useSettings } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { DataFolder } from './data-folder'
import { Network } from './network'
import type { Change } from './set'
import { Thresholds } from './thresholds'

const NAMES = new Intl.DisplayNames(undefined, { type: 'language' })

const Language = ({ settings, set }: { readonly settings: Settings; readonly set: Change }) => {
  const t = useT()
  const id = useId()
  const all = languages()
  return (
    <div className="field settings-lang">
      <label htmlFor={id}>{t('settings:language')}</label>
      <select id={id} className="input" value={settings.lang} onChange={(event) => set({ lang: event.target.value })}>
        {all.map((lang) => (
          <option key={lang} value={lang}>
            {NAMES.of(lang) ?? lang}
          </option>
        ))}
      </select>
      <span className="field-hint">{t('settings:languageHint')}</span>
    </div>
  )
}

/** What this laptop remembers; sessions keep none of it. */
export const SettingsForm = () => {
  const t = useT()
  const request = useRequest()
  const settings = useSettings()
  if (settings === null) return <p aria-busy="true">{t('common:loading')}</p>
  const set: Change = (args) => {
    void request('settings.set', args).then((done) => {
      if (!done.ok) reportFailure(done.error)
    })
  }
  return (
    <div className="settings">
      <section>
        <h2>{t('settings:theme')}</h2>
        <Segmented
          name={t('settings:theme')}
          value={settings.theme}
          segments={THEME_CHOICES.map((value) => ({ value, label: t(`settings:themes.${value}`) }))}
          onChange={(theme) => set({ theme })}
        />
        <p className="field-hint">{t('settings:themeHint')}</p>
      </section>
      <section>
        <h2>{t('settings:size')}</h2>
        <Segmented
          name={t('settings:size')}
          value={settings.textSize}
          segments={TEXT_SIZES.map((value) => ({ value, label: t(`settings:sizes.${value}`) }))}
          onChange={(textSize) => set({ textSize })}
        />
        <p className="field-hint">{t('settings:sizeHint')}</p>
      </section>
      <section>
        <h2>{t('settings:sound')}</h2>
        <label className="tick">
          <input type="checkbox" checked={settings.sound} onChange={(event) => set({ sound: event.target.checked })} />
          <span>{t('settings:soundText')}</span>
        </label>
      </section>
      <section>
        <h2>{t('settings:keys')}</h2>
        <label className="tick">
          <input
            type="checkbox"
            checked={settings.singleKeys}
            onChange={(event) => set({ singleKeys: event.target.checked })}
          />
          <span>{t('settings:singleKeys')}</span>
        </label>
        <p className="field-hint">{t('settings:singleKeysHint')}</p>
      </section>
      <section>
        <h2>{t('settings:words')}</h2>
        <Language settings={settings} set={set} />
      </section>
      <Thresholds settings={settings} set={set} />
      <Network settings={settings} set={set} />
      <DataFolder settings={settings} set={set} />
    </div>
  )
}
