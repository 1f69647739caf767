import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = { readonly [name: string]: string | undefined }

export const defaultDataDir = (): string => join(homedir(), 'Polyphony')

/** Where programs of this system keep what is theirs. */
export const defaultAppData = (platform: NodeJS.Platform, environment: Environment): string => {
  const home = homedir()
  const own = environment['POLYPHONY_APP_DATA']
  if (own) return own
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Polyphony')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Polyphony')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'polyphony')
}
