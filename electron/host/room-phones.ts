import type { RoomState } from '@core/protocol/kept'
import type { PhoneView } from '@core/protocol/views'
import { sign } from './secrets'

/** Phones in one room at once, whatever the facilitator allows. */
export const MOST_PHONES = 2_000
/** Phones that went away are listed up to so many; a page that joins again and again is no reason to pile up. */
const MOST_AWAY = 2_000
const ID_LENGTH = 22

type Here = { readonly device: string; readonly voiceId: string | null }

/** Of this opening of the room alone: the secret of its QR is made anew with each. Survives a restart of the program. */
export const phoneIdOf = ({ secret, qr }: RoomState, device: string): string =>
  sign(secret, `phone ${qr} ${device}`).slice(0, ID_LENGTH)

/** The phones of an open room, for the facilitator: here, or here before. In memory only. */
export const createRoomPhones = (here: () => Iterable<Here>) => {
  const away = new Map<string, string | null>()
  const present = (state: RoomState): Map<string, Here> =>
    new Map([...here()].map((phone) => [phoneIdOf(state, phone.device), phone]))
  return {
    /** Sorted by an id that says nothing: neither who came first nor who sits where. */
    list: (state: RoomState): PhoneView[] => {
      const removed = new Set(state.removed)
      const inRoom = present(state)
      const gone = [...away].filter(([phoneId]) => !inRoom.has(phoneId) && !removed.has(phoneId))
      return [
        ...[...inRoom].map(([phoneId, { voiceId }]) => ({ phoneId, voiceId, here: true })),
        ...gone.map(([phoneId, voiceId]) => ({ phoneId, voiceId, here: false })),
      ].toSorted((a, b) => (a.phoneId < b.phoneId ? -1 : 1))
    },
    /** Its device while it is here, null while it is away; undefined: not of this room. */
    deviceOf: (state: RoomState, phoneId: string): string | null | undefined =>
      present(state).get(phoneId)?.device ?? (away.has(phoneId) ? null : undefined),
    left: (state: RoomState, { device, voiceId }: Here): void => {
      const phoneId = phoneIdOf(state, device)
      // Behind all others: the first to be forgotten is the one that went first.
      away.delete(phoneId)
      away.set(phoneId, voiceId)
      const [oldest] = away.keys()
      if (away.size > MOST_AWAY && oldest !== undefined) away.delete(oldest)
    },
    clear: (): void => away.clear(),
  }
}
