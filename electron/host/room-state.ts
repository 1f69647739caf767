import { join } from 'node:path'
import { readJson, writeJson } from './json-file'
import { newJoinCode } from './join-code'
import { base64url } from './secrets'

/** What lets a room come back after a crash just as it was. In the app's data folder, never beside the session. */
export type RoomState = {
  /** Signs device tokens and ballot credentials of this session. */
  readonly secret: string
  /** 128 bits, in the QR. */
  readonly qr: string
  readonly code: string
  readonly address: string
  readonly port: number
  readonly open: boolean
  readonly locked: boolean
  readonly wifi: { readonly name: string; readonly password: string } | null
}

const pathOf = (appData: string, sessionId: string): string => join(appData, 'rooms', `${sessionId}.json`)

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

/** null when there is none or it cannot be read: then the room begins anew. */
export const readRoomState = async (appData: string, sessionId: string): Promise<RoomState | null> => {
  const raw = await readJson(pathOf(appData, sessionId))
  if (typeof raw !== 'object' || raw === null) return null
  const { secret, qr, code, address, port, open, locked, wifi } = raw as Partial<RoomState>
  const texts = [secret, qr, code, address].every((text) => typeof text === 'string')
  if (!texts || typeof port !== 'number') return null
  return { ...(raw as RoomState), open: open === true, locked: locked === true, wifi: wifi ?? null } // the fields were checked above
}

export const writeRoomState = (appData: string, sessionId: string, state: RoomState): Promise<void> =>
  writeJson(pathOf(appData, sessionId), state)
