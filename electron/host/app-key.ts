import { join } from 'node:path'
import { appKeySchema } from '@core/protocol/kept'
import type { HostDeps } from './ports'
import { base64url } from './secrets'

/** The key that signs what this computer gives out; made at the first start. */
export const openAppKey = async ({
  appData,
  storage,
  randomBytes,
}: Pick<HostDeps, 'appData' | 'storage' | 'randomBytes'>): Promise<string> => {
  const file = storage.kept(join(appData, 'key.json'), appKeySchema)
  const read = await file.read()
  if (read.kind === 'read') return read.value.key
  const key = base64url(randomBytes(32))
  // Without a place to keep it pages cannot come back after a restart; everything else works.
  await file.write({ key }).catch(() => undefined)
  return key
}
