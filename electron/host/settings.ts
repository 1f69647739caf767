import { join } from 'node:path'
import type { SettingsFile } from '@core/protocol/kept'
import { settingsFileSchema } from '@core/protocol/kept'
import type { Notice, Settings } from '@core/protocol/views'
import type { HostDeps, StoragePort } from './ports'

const DEFAULTS: Settings = {
  theme: 'system',
  lang: 'en',
  networkAddress: null,
  singleKeys: true,
  textSize: 'normal',
  sound: true,
  k: { room: 3, public: 5 },
  dataDir: null,
}
const RECENTS = 40

type Stored = { readonly settings: Settings; readonly recents: readonly string[] }

/** What an older version did not know gets its default. */
const withDefaults = ({ settings, recents }: SettingsFile): Stored => {
  const known = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  return { settings: { ...DEFAULTS, ...known }, recents }
}

/** Choices of this computer and the files opened last. A broken file is set aside for fresh choices, and that is said. */
export const openSettings = async (appData: string, storage: StoragePort) => {
  const file = storage.kept(join(appData, 'settings.json'), settingsFileSchema)
  const read = await file.read()
  let stored: Stored = read.kind === 'read' ? withDefaults(read.value) : { settings: DEFAULTS, recents: [] }
  const notices: readonly Notice[] = read.kind === 'damaged' ? [{ code: 'settings-reset' }] : []
  let last: Promise<void> = Promise.resolve()
  const save = (): Promise<void> => {
    const { settings, recents } = stored
    // A choice that cannot be kept is no reason to stop: it holds until the app ends.
    last = file.write({ settings: { ...settings }, recents: [...recents] }).catch(() => undefined)
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
    remember: (path: string): Promise<void> => {
      stored = { ...stored, recents: [path, ...stored.recents.filter((one) => one !== path)].slice(0, RECENTS) }
      return save()
    },
    notices,
    settled: (): Promise<void> => last,
  }
}
export type SettingsStore = Awaited<ReturnType<typeof openSettings>>

/** The host's ports with the folder for sessions that was chosen in the settings, from the moment it is chosen. */
export const withChosenFolder = (deps: HostDeps, settings: SettingsStore): HostDeps => ({
  ...deps,
  get dataDir() {
    return settings.get().dataDir ?? deps.dataDir
  },
})

/** Pages that may be on other computers learn nothing of the folders and networks of this one. */
export const settingsElsewhere = (settings: Settings): Settings => ({
  ...settings,
  dataDir: null,
  networkAddress: null,
})
