import type { CastBallot } from '@core/rules/tally'
import type { BallotBox } from '../storage/session-types'

export type Cast = { readonly rev: number; readonly cast: CastBallot; readonly written: Promise<void> }

/** The open box of one round: the last ballot of each credential counts. `slot`: bytes each one has in the file. */
export const createRoundBox = (box: BallotBox, slot: number) => {
  const latest = new Map<string, Cast>()
  const pending = new Set<Promise<void>>()
  for (const { cred, rev, ballot } of box.ballots) {
    const known = latest.get(cred)
    const cast = ballot as CastBallot // written by this host and sealed
    if (!known || rev >= known.rev) latest.set(cred, { rev, cast, written: Promise.resolve() })
  }
  return {
    get: (cred: string): Cast | undefined => latest.get(cred),
    fits: (cred: string, rev: number, cast: CastBallot): boolean =>
      Buffer.byteLength(JSON.stringify({ cred, rev, ballot: cast })) <= slot,
    /** Resolves when the ballot is on disk. */
    put: (cred: string, rev: number, cast: CastBallot): Promise<void> => {
      const before = latest.get(cred)
      const written = box.append({ cred, rev, ballot: cast })
      const mine: Cast = { rev, cast, written }
      latest.set(cred, mine)
      pending.add(written)
      written.then(
        () => pending.delete(written),
        () => {
          pending.delete(written)
          // Not on disk, so not cast: what was cast before counts again.
          if (latest.get(cred) !== mine) return
          if (before) latest.set(cred, before)
          else latest.delete(cred)
        },
      )
      return written
    },
    count: (): number => latest.size,
    all: (): CastBallot[] => [...latest.values()].map(({ cast }) => cast),
    /** Revision per credential, without what was chosen. */
    revisions: (): ReadonlyMap<string, number> => new Map([...latest].map(([cred, { rev }]) => [cred, rev])),
    /** When every ballot that was on its way is written or refused. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(pending)
    },
  }
}
export type RoundBox = ReturnType<typeof createRoundBox>

/** Bytes of one sealed slot: room for the longest ballot this vote allows, so that lengths tell nothing. */
export const slotBytes = (options: number, method: string): number => {
  const perOption = method === 'effort-effect' ? 12 : 6
  // A reason has 2,000 characters of up to three bytes, or six when escaped.
  const reason = method === 'consent' ? 12_100 : 0
  return 260 + options * perOption + reason
}
