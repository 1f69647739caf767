import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import type { HostDeps } from './ports'

/** So late, ms, is no timer on a computer that is awake: it slept, or the program was not running. */
const LATE = 3_000
/** What the room has then, ms: as much as with any announcement, for phones to come back with what they hold. */
const REST = 20_000

/**
 * Ends votes at the time that was announced, never before; a moved or withdrawn announcement counts as soon as it is
 * made. An end that the computer slept through comes a little later, so that no ballot on its way is shut out.
 */
export class AnnouncedEnds {
  readonly #deps: Pick<HostDeps, 'clock' | 'timers'>
  readonly #end: (voteId: string) => void
  readonly #planned = new Map<string, () => void>()

  constructor(deps: Pick<HostDeps, 'clock' | 'timers'>, end: (voteId: string) => void) {
    this.#deps = deps
    this.#end = end
  }

  plan(vote: Vote): void {
    this.#planned.get(vote.id)?.()
    this.#planned.delete(vote.id)
    const round = lastRound(vote)
    if (round.state !== 'open' || round.closesAt === undefined) return
    this.#wait(vote.id, Date.parse(round.closesAt))
  }

  #wait(voteId: string, end: number): void {
    const left = end - this.#deps.clock.now()
    const cancel = this.#deps.timers.after(left < -LATE ? REST : Math.max(0, left), () => {
      const late = this.#deps.clock.now() - end
      // The clock was set back meanwhile, or the computer slept: once more. After the rest it is over in any case.
      if (late < 0 || (left >= -LATE && late > LATE)) return this.#wait(voteId, end)
      this.#planned.delete(voteId)
      this.#end(voteId)
    })
    this.#planned.set(voteId, cancel)
  }

  stop(): void {
    for (const cancel of this.#planned.values()) cancel()
    this.#planned.clear()
  }
}
