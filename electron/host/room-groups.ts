import type { RoomState } from '@core/protocol/kept'
import { newJoinCode, normalCode } from './join-code'
import { base64url, sameSecret } from './secrets'

type Bytes = (count: number) => Uint8Array
type GroupCode = NonNullable<RoomState['groups']>[number]

/** Where a code leads: null is everybody. */
export type Place = { readonly groupId: string | null }

/** One code for each group that there is: kept ones stay, new ones differ from all others. Null when nothing changes. */
export const codesFor = (
  state: RoomState,
  groupIds: readonly string[],
  randomBytes: Bytes,
): readonly GroupCode[] | null => {
  const old = state.groups ?? []
  const same = old.length === groupIds.length && groupIds.every((id, index) => old[index]?.groupId === id)
  if (same) return null
  const taken = new Set([state.code, ...old.map(({ code }) => code)].map(normalCode))
  return groupIds.map((groupId) => {
    const kept = old.find((group) => group.groupId === groupId)
    if (kept) return kept
    const code = freshCode(taken, randomBytes)
    taken.add(normalCode(code))
    return { groupId, code, qr: base64url(randomBytes(16)) }
  })
}

/** All codes new, as when a room opens anew. */
export const freshCodes = (state: RoomState, randomBytes: Bytes): RoomState => {
  const code = newJoinCode(randomBytes)
  const bare = { ...state, code, qr: base64url(randomBytes(16)), groups: [] }
  const ids = (state.groups ?? []).map(({ groupId }) => groupId)
  return { ...bare, groups: [...(codesFor(bare, ids, randomBytes) ?? [])] }
}

const freshCode = (taken: ReadonlySet<string>, randomBytes: Bytes): string => {
  for (;;) {
    const code = newJoinCode(randomBytes)
    if (!taken.has(normalCode(code))) return code
  }
}

const doorsOf = (state: RoomState): readonly (Place & { readonly code: string; readonly qr: string })[] => [
  { groupId: null, code: state.code, qr: state.qr },
  ...(state.groups ?? []),
]

export const placeOfSecret = (state: RoomState, secret: string): Place | null =>
  doorsOf(state).find(({ qr }) => sameSecret(secret, qr)) ?? null

export const placeOfCode = (state: RoomState, typed: string): Place | null =>
  doorsOf(state).find(({ code }) => sameSecret(normalCode(typed), normalCode(code))) ?? null
