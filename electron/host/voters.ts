import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Round, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { createGuessLimit } from './guess-limit'
import { normalCode } from './join-code'
import type { DeviceFrame } from './round-box'
import { sign } from './secrets'
import type { Slip, Slips } from './slips'
import { slipProblem } from './slips'

/** Who asks, as their connection says. */
export type Voter = {
  readonly device: string
  readonly channel: DeviceFrame['channel']
  /** For slowing wrong codes. */
  readonly address: string
}

/** Whose ballot it is, and the device that it comes from: the same, except where a slip's code gives the ballot. */
export type Who = { readonly cred: string; readonly from: string }

type Deps = { readonly secret: () => string | null; readonly slips: Slips; readonly now: () => number }

/** Credentials of devices and slips. Keeps no list of who has which. */
export const createVoters = ({ secret, slips, now }: Deps) => {
  const guesses = createGuessLimit(now)
  const roundKeys = new Map<string, string>()
  /** Devices with a code that was right: they are not slowed by what others guess. */
  const proven = new Set<string>()

  /** The name of a device or slip in this round alone; says nothing about either. */
  const name = (roundId: string, of: string): string => {
    const key = roundKeys.get(roundId) ?? sign(secret() ?? '', `round ${roundId}`)
    roundKeys.set(roundId, key)
    return sign(key, of)
  }
  const ofSlip = (roundId: string, number: number): string => name(roundId, `slip ${number}`)

  /** By its code alone: numbers can be counted up. */
  const slipOf = (roundId: string, typed: string, { device, address }: Voter): Result<Slip, Failure> => {
    const slip = slips.byCode(typed)
    const proof = `${device} ${normalCode(typed)}`
    if (!slip || !proven.has(proof)) {
      const wait = guesses.wait(address)
      if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
    }
    if (!slip) {
      guesses.wrong(address)
      return err(failure('slip-unknown'))
    }
    proven.add(proof)
    const problem = slipProblem(slip, roundId)
    return problem ? err(problem) : ok(slip)
  }

  return {
    ofSlip,
    slipOf,
    who: (vote: Vote, round: Round, typed: string | undefined, voter: Voter): Result<Who, Failure> => {
      const from = name(round.id, voter.device)
      if (vote.admission === 'open-room') return ok({ cred: from, from })
      if (typed === undefined) return err(failure('slip-needed'))
      const slip = slipOf(round.id, typed, voter)
      return slip.ok ? ok({ cred: ofSlip(round.id, slip.value.number), from }) : slip
    },
    clear: (): void => {
      roundKeys.clear()
      proven.clear()
    },
  }
}
export type Voters = ReturnType<typeof createVoters>
