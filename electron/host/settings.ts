import { join } from 'node:path'
import type { Notice, Settings } from '@core/protocol/views'
import { BROKEN, readJson, writeJson } from './json-file'

const DEFAULTS: Settings = { theme: 'system', lang: 'en', networkAddress: null, singleKeys: true }
const RECENTS = 40

type Stored = { readonly settings: Settings; readonly recents: readonly string[] }

const themes: readonly string[] = ['system', 'light', 'dark', 'contrast'] satisfies Settings['theme'][]

const asStored = (value: unknown): Stored | null => {
  if (typeof value !== 'object' || value === null) return null
  const { settings = {}, recents = [] } = value as { settings?: Partial<Settings>; recents?: unknown }
  if (!Array.isArray(recents) || typeof settings !== 'object') return null
  const merged = { ...DEFAULTS, ...settings }
  if (!themes.includes(merged.theme) || typeof merged.lang !== 'string') return null
  return { settings: merged, recents: recents.filter((path) => typeof path === 'string').slice(0, RECENTS) }
}

/** Choices of this computer and the files opened last. A broken file is set aside by fresh choices, and that is said. */
export const openSettings = async (appData: string) => {
  const path = join(appData, 'settings.json')
  const raw = await readJson(path)
  const known = raw === BROKEN ? null : raw === null ? { settings: DEFAULTS, recents: [] } : asStored(raw)
  let stored: Stored = known ?? { settings: DEFAULTS, recents: [] }
  const notices: readonly Notice[] = known ? [] : [{ code: 'settings-reset' }]
  let last: Promise<void> = Promise.resolve()
  const save = (): Promise<void> => {
    const next = stored
    // A choice that cannot be kept is no reason to stop: it holds until the app ends.
    last = last.then(() => writeJson(path, next)).catch(() => undefined)
    return last
  }
  return {
    get: (): Settings => stored.settings,
    set: async (change: Partial<Settings>): Promise<Settings> => {
      stored = { ...stored, settings: { ...stored.settings, ...change } }
      await save()
      return stored.settings
    },
    recents: (): readonly string[] => stored.recents,
    remember: (file: string): Promise<void> => {
      stored = { ...stored, recents: [file, ...stored.recents.filter((one) => one !== file)].slice(0, RECENTS) }
      return save()
    },
    notices,
    settled: (): Promise<void> => last,
  }
}
export type SettingsStore = Awaited<ReturnType<typeof openSettings>>
