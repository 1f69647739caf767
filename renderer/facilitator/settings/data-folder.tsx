import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useSession } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { useHome } from '../home/use-home'
import type { SettingProps } from './set'

/** Where new sessions go. Those that are there already stay where they are and are still found from here. */
export const DataFolder = ({ settings, set }: SettingProps) => {
  const t = useT()
  const id = useId()
  const { view } = useHome()
  const [path, setPath] = useState<string | null>(null)
  const inSession = useSession() !== undefined
  const shown = path ?? settings.dataDir ?? view?.dataDir ?? ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (shown.trim() !== '') set({ dataDir: shown.trim() })
    setPath(null)
  }
  return (
    <section>
      <h2>{t('settings:files')}</h2>
      <p className="settings-note">{t('settings:filesText')}</p>
      <form className="settings-folder" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t('settings:folder.label')}</label>
          <input
            id={id}
            className="input"
            value={shown}
            spellCheck={false}
            onChange={(event) => setPath(event.target.value)}
          />
        </div>
        <Button type="submit">{t('settings:folder.use')}</Button>
        {settings.dataDir === null ? null : (
          <Button kind="quiet" onClick={() => set({ dataDir: null })}>
            {t('settings:folder.usual')}
          </Button>
        )}
      </form>
      <p className="field-hint">{t('settings:folder.hint')}</p>
      <h2>{t('settings:backups.title')}</h2>
      <p className="settings-note">{t('settings:backups.text')}</p>
      {inSession ? <Button onClick={() => nav.go({ kind: 'history' })}>{t('settings:backups.show')}</Button> : null}
    </section>
  )
}
