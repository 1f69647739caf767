import { useRequest, useSettings } from '../../shared/replica/react'
import { THEME_CHOICES } from '../../shared/look/theme-choice'
import { chooseFile } from '../home/file-picker'
import { nav } from './nav'
import { showDialog } from './panels'
import { reportFailure } from './problems'
import { useActions } from './use-actions'

const always = (): boolean => true

/** The deeds that hold on every page, with or without a session. */
export const useAppActions = (): void => {
  const request = useRequest()
  const theme = useSettings()?.theme ?? 'system'
  useActions({
    'file.new': { enabled: always, run: () => showDialog({ kind: 'new-session' }) },
    'file.open': { enabled: always, run: chooseFile },
    'view.palette': { enabled: always, run: () => showDialog({ kind: 'palette' }) },
    'view.compare': { enabled: always, run: () => nav.go({ kind: 'compare' }) },
    'view.settings': { enabled: always, run: () => nav.go({ kind: 'settings' }) },
    'help.open': { enabled: always, run: () => nav.go({ kind: 'help' }) },
    'help.shortcuts': { enabled: always, run: () => showDialog({ kind: 'shortcuts' }) },
    'view.theme': {
      enabled: always,
      run: async () => {
        const next = THEME_CHOICES[(THEME_CHOICES.indexOf(theme) + 1) % THEME_CHOICES.length] ?? 'system'
        const done = await request('settings.set', { theme: next })
        if (!done.ok) reportFailure(done.error)
      },
    },
  })
}
