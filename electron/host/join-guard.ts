import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Proof } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RoomState } from '@core/protocol/kept'
import { createGuessLimit } from './guess-limit'
import type { Place } from './room-groups'
import { placeOfCode, placeOfSecret } from './room-groups'
import { base64url, checkToken, signedToken } from './secrets'

export type JoinProof = Extract<Proof, { kind: 'join' }>
export type Joined = {
  /** Random part of the device token: the same in every group. */
  readonly device: string
  readonly token: string
  /** The parallel group whose code or QR was used last; null: everybody. */
  readonly groupId: string | null
}

type Deps = {
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  /** The code of a slip for a vote that is prepared or open: who has one may come in. */
  readonly isSlip: (typed: string) => boolean
}
type Known = { readonly device: string; readonly groupId: string | null }

/** In no id and no base64url: parts the device from its group inside the signed token. */
const BREAK = '~'

const EVERYBODY: Place = { groupId: null }

const joined = (state: RoomState, device: string, groupId: string | null): Joined => ({
  device,
  groupId,
  token: signedToken(state.secret, 'device', groupId === null ? device : `${device}${BREAK}${groupId}`),
})

const known = (state: RoomState, token: string | undefined): Known | null => {
  const random = token === undefined ? null : checkToken(state.secret, 'device', token)
  if (random === null) return null
  const [device = '', groupId = null] = random.split(BREAK)
  return { device, groupId }
}

const placeIn = (state: RoomState, { secret, code }: JoinProof): Place | null =>
  secret === undefined ? (code === undefined ? null : placeOfCode(state, code)) : placeOfSecret(state, secret)

/**
 * Lets phones in: by the token of an earlier visit, the secret of the QR, the typed code or the code of a slip. Each
 * parallel group has a QR and a code of its own; a phone that was here before changes its group with them and stays the
 * same phone.
 */
export const createJoinGuard = ({ now, randomBytes, isSlip }: Deps) => {
  const guesses = createGuessLimit(now)
  return (state: RoomState, proof: JoinProof, address: string): Result<Joined, Failure> => {
    const before = known(state, proof.device)
    if (before !== null) {
      const { groupId } = placeIn(state, proof) ?? before
      return ok(joined(state, before.device, groupId))
    }
    if (state.locked) return err(failure('room-locked'))
    const isTyped = proof.secret === undefined
    if (isTyped && proof.code === undefined) return err(failure('wrong-code'))
    // A QR is never slowed: nobody guesses 128 bits.
    const wait = isTyped ? guesses.wait(address) : 0
    if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
    const place = placeIn(state, proof) ?? (isTyped && isSlip(proof.code ?? '') ? EVERYBODY : null)
    if (place) return ok(joined(state, base64url(randomBytes(18)), place.groupId))
    guesses.wrong(address)
    return err(failure('wrong-code'))
  }
}
export type JoinGuard = ReturnType<typeof createJoinGuard>
