import { join } from 'node:path'
import { readJson, writeJson } from './json-file'
import { base64url } from './secrets'

/** The key that signs what this computer gives out; made at the first start, readable by its owner only. */
export const openAppKey = async (appData: string, randomBytes: (count: number) => Uint8Array): Promise<string> => {
  const path = join(appData, 'key.json')
  const raw = await readJson(path)
  const known = typeof raw === 'object' && raw !== null && 'key' in raw ? raw.key : null
  if (typeof known === 'string' && known.length >= 40) return known
  const key = base64url(randomBytes(32))
  // Without a place to keep it pages cannot come back after a restart; everything else works.
  await writeJson(path, { key }).catch(() => undefined)
  return key
}
