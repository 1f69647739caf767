import type { BallotReceipt } from '@core/protocol/views'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { Socket } from './phones'
import { openPhone } from './phones'

/** A phone at the edge of the Wi-Fi: it loses messages both ways and drops out, and does what the phone page does about it. */
export type WeakPhone = {
  /** Tries until it is told that the ballot counts. */
  readonly cast: (voteId: string, roundId: string, rev: number, values: readonly number[]) => Promise<void>
  readonly drops: () => number
}

type Line = { readonly random: () => number; readonly loss: number; readonly drops: number; readonly voiceId: string }

export const weakPhone = async (roomUrl: string, { random, loss, drops, voiceId }: Line): Promise<WeakPhone> => {
  let phone: Socket = await openPhone(roomUrl, { voiceId })
  const device = phone.welcome().credential ?? ''
  let dropped = 0

  const drop = async (): Promise<void> => {
    phone.socket.terminate()
    dropped += 1
    phone = await openPhone(roomUrl, { voiceId, device })
  }
  /** Null: it was lost on the way there or on the way back. */
  const once = async (
    ask: () => Promise<Result<BallotReceipt, Failure>>,
  ): Promise<Result<BallotReceipt, Failure> | null> => {
    if (random() < loss) return null
    const answer = ask()
    if (dropped < drops && random() < 0.5) {
      // Away in the middle of it: nobody knows whether it arrived.
      await drop()
      return null
    }
    const heard = await answer
    return random() < loss ? null : heard
  }
  return {
    drops: () => dropped,
    cast: async (voteId, roundId, rev, values) => {
      const ballot = { voiceId, values: [...values] }
      for (;;) {
        const answer = await once(() => phone.request('ballot.cast', { voteId, roundId, rev, ballot }))
        if (answer?.ok && answer.value.counted) return
        if (answer && !answer.ok && answer.error.code !== 'slow-down') throw new Error(answer.error.code)
      }
    },
  }
}
