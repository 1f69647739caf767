import { join } from 'node:path'
import type { RoomState } from '@core/protocol/kept'
import { roomStateSchema } from '@core/protocol/kept'
import type { SmallJson } from '../storage/small-json'
import { newJoinCode } from './join-code'
import type { HostDeps } from './ports'
import { base64url } from './secrets'

export const newRoomState = (randomBytes: (count: number) => Uint8Array): RoomState => ({
  secret: base64url(randomBytes(32)),
  qr: base64url(randomBytes(16)),
  code: newJoinCode(randomBytes),
  address: '',
  port: 0,
  open: false,
  locked: false,
  wifi: null,
})

/** In the app's data folder, never beside the session: it signs who may cast which ballot. */
export const roomFile = (
  { appData, storage }: Pick<HostDeps, 'appData' | 'storage'>,
  sessionId: string,
): SmallJson<RoomState> => storage.kept(join(appData, 'rooms', `${sessionId}.json`), roomStateSchema)
