import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Proof } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RoomState } from '@core/protocol/kept'
import { normalCode } from './join-code'
import { base64url, checkToken, sameSecret, signedToken } from './secrets'
import type { TokenBucket } from './token-bucket'
import { createTokenBucket } from './token-bucket'

/** Wrong codes an address may type at once, and how many more per second. A QR is never slowed. */
const GUESSES = { burst: 10, perSecond: 1 / 3 } as const
/** The same for all addresses together: 23,000 codes must not be tried within a workshop. */
const ALL_GUESSES = { burst: 100, perSecond: 2 } as const
const MOST_ADDRESSES = 5_000

export type JoinProof = Extract<Proof, { kind: 'join' }>
export type Joined = {
  /** Random part of the device token. */
  readonly device: string
  readonly token: string
}

type Deps = { readonly now: () => number; readonly randomBytes: (count: number) => Uint8Array }

/** Lets phones in: by the token of an earlier visit, the secret of the QR or the typed code. */
export const createJoinGuard = ({ now, randomBytes }: Deps) => {
  const buckets = new Map<string, TokenBucket>()
  const all = createTokenBucket(ALL_GUESSES.perSecond, ALL_GUESSES.burst, now)
  const bucketOf = (address: string): TokenBucket => {
    const bucket = buckets.get(address) ?? createTokenBucket(GUESSES.perSecond, GUESSES.burst, now)
    if (buckets.size > MOST_ADDRESSES) buckets.clear()
    buckets.set(address, bucket)
    return bucket
  }
  const fresh = (state: RoomState): Joined => {
    const device = base64url(randomBytes(18))
    return { device, token: signedToken(state.secret, 'device', device) }
  }
  const wrong = (address: string): Result<Joined, Failure> => {
    bucketOf(address).take()
    all.take()
    return err(failure('wrong-code'))
  }
  return (state: RoomState, proof: JoinProof, address: string): Result<Joined, Failure> => {
    const device = proof.device ? checkToken(state.secret, 'device', proof.device) : null
    if (device !== null) return ok({ device, token: proof.device ?? '' })
    if (state.locked) return err(failure('room-locked'))
    if (proof.secret !== undefined) {
      return sameSecret(proof.secret, state.qr) ? ok(fresh(state)) : wrong(address)
    }
    if (proof.code === undefined) return err(failure('wrong-code'))
    const wait = Math.max(bucketOf(address).wait(), all.wait())
    if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
    return sameSecret(normalCode(proof.code), normalCode(state.code)) ? ok(fresh(state)) : wrong(address)
  }
}
export type JoinGuard = ReturnType<typeof createJoinGuard>
