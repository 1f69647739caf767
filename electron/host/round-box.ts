import type { CastBallot } from '@core/rules/tally'
import type { BallotBox } from '../storage/session-types'
import type { PaperFrame } from './paper-ledger'
import { createPaperLedger } from './paper-ledger'

/** What one device handed in. `from`: that device, where a slip's code gives the ballot and not the device. */
export type DeviceFrame = CastBallot & { readonly channel: 'phone' | 'kiosk'; readonly from?: string }
export type Frame = DeviceFrame | PaperFrame

/** `from`: the device that it came from; the credential itself where each device has one. */
export type Cast = {
  readonly rev: number
  readonly from: string
  readonly cast: CastBallot
  readonly written: Promise<void>
}
/** Who was counted, without what was chosen. */
export type Counted = Pick<Cast, 'rev' | 'from'>

const castOf = ({ channel, ballot }: Frame): CastBallot =>
  ballot ? { channel, ballot } : { channel, ballot: { values: [] }, invalid: true }

/** The open box of one round: the last ballot of each credential counts. `slot`: bytes each one has in the file. */
export const createRoundBox = (box: BallotBox, slot: number) => {
  const latest = new Map<string, Cast>()
  const paper = createPaperLedger()
  const pending = new Set<Promise<void>>()

  const take = (cred: string, rev: number, frame: Frame, written: Promise<void>): void => {
    if (frame.channel === 'paper') {
      paper.add(frame)
      // A second typing is compared, never counted.
      if (frame.slip.what === 'second') return
      if (frame.slip.what === 'removed') {
        latest.delete(cred)
        return
      }
    }
    const from = frame.channel === 'paper' ? '' : (frame.from ?? cred)
    latest.set(cred, { rev, from, cast: castOf(frame), written })
  }
  const put = (cred: string, rev: number, frame: Frame): Promise<void> => {
    const before = latest.get(cred)
    const written = box.append({ cred, rev, ballot: frame })
    take(cred, rev, frame, written)
    const after = latest.get(cred)
    pending.add(written)
    written.then(
      () => pending.delete(written),
      () => {
        pending.delete(written)
        if (frame.channel === 'paper') paper.drop(frame)
        // Not on disk, so not cast: what was cast before counts again.
        if (latest.get(cred) !== after) return
        if (before) latest.set(cred, before)
        else latest.delete(cred)
      },
    )
    return written
  }

  const written = Promise.resolve()
  // Written by this host and sealed, in the order in which they were taken.
  for (const { cred, rev, ballot } of box.ballots) take(cred, rev, ballot as Frame, written)

  return {
    get: (cred: string): Cast | undefined => latest.get(cred),
    fits: (cred: string, rev: number, frame: Frame): boolean =>
      Buffer.byteLength(JSON.stringify({ cred, rev, ballot: frame })) <= slot,
    /** Resolves when the ballot is on disk. */
    put,
    /** What was typed in from slips. */
    paper,
    count: (): number => latest.size,
    all: (): CastBallot[] => [...latest.values()].map(({ cast }) => cast),
    counted: (): ReadonlyMap<string, Counted> =>
      new Map([...latest].map(([cred, { rev, from }]) => [cred, { rev, from }])),
    /** When every ballot that was on its way is written or refused. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(pending)
    },
  }
}
export type RoundBox = ReturnType<typeof createRoundBox>

/**
 * Bytes of one sealed slot: room for the longest ballot this vote allows, from a device with a slip's code as well as
 * typed in from paper, so that lengths tell nothing.
 */
export const slotBytes = (options: number, method: string): number => {
  const perOption = method === 'effort-effect' ? 12 : 6
  // A reason has 2,000 characters of up to three bytes, or six when escaped.
  const reason = method === 'consent' ? 12_100 : 0
  return 420 + options * perOption + reason
}
