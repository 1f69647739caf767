import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import type { HostDeps } from './ports'

/** Ends votes at the time that was announced; a moved or withdrawn announcement counts as soon as it is made. */
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
    const wait = Math.max(0, Date.parse(round.closesAt) - this.#deps.clock.now())
    const cancel = this.#deps.timers.after(wait, () => {
      this.#planned.delete(vote.id)
      this.#end(vote.id)
    })
    this.#planned.set(vote.id, cancel)
  }

  stop(): void {
    for (const cancel of this.#planned.values()) cancel()
    this.#planned.clear()
  }
}
