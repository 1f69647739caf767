import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Round, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { HostDeps } from './ports'
import type { Counted, RoundBox } from './round-box'
import { createRoundBox, slotBytes } from './round-box'
import { codeOfStorage, failureOfThrown } from './storage-failures'
import type { Workspace } from './workspace'

/** The boxes of the open session's rounds, from the opening to the destruction after the close. */
export class RoundBoxes {
  readonly #log: HostDeps['log']
  readonly #boxes = new Map<string, RoundBox>()
  /** Rounds whose box cannot be read: never taken for an empty one. */
  readonly #broken = new Map<string, Failure>()
  /** Who was counted in rounds closed since the start, by credential: a phone whose receipt was lost may ask. */
  readonly #counted = new Map<string, ReadonlyMap<string, Counted>>()

  constructor(log: HostDeps['log']) {
    this.#log = log
  }

  get = (roundId: string): RoundBox | undefined => this.#boxes.get(roundId)
  problem = (roundId: string): Failure | undefined => this.#broken.get(roundId)
  /** Null: a closed round of which this is not known any more, since the app was started after it. */
  counted = (roundId: string): ReadonlyMap<string, Counted> | null => this.#counted.get(roundId) ?? null

  async open(
    space: Workspace,
    vote: Vote,
    round: Round,
    mode: 'create' | 'reopen',
  ): Promise<Result<RoundBox, Failure>> {
    const slot = slotBytes(vote.options.length, vote.method.name)
    const opened = await space.store.box(round.id, slot, mode)
    if (!opened.ok) return err(failure(codeOfStorage(opened.error.code)))
    const box = createRoundBox(opened.value, slot)
    this.#boxes.set(round.id, box)
    return ok(box)
  }

  /** A crash between two steps of opening or closing left a box that does not fit its round. */
  async recover(space: Workspace): Promise<void> {
    const rounds = [...space.tables.vote.values()].flatMap((vote) => vote.rounds.map((round) => ({ vote, round })))
    const underway = rounds.filter(({ round }) => round.state === 'open' || round.state === 'counting')
    const wanted = new Set(underway.map(({ round }) => round.id))
    for (const roundId of await space.store.boxes()) {
      if (wanted.has(roundId)) continue
      const isClosed = rounds.some(({ round }) => round.id === roundId && round.state === 'closed')
      await this.#remove(space, roundId, isClosed)
    }
    for (const { vote, round } of underway) {
      const opened = await this.open(space, vote, round, 'reopen')
      if (!opened.ok) this.#broken.set(round.id, opened.error)
    }
  }

  /** The opening came to nothing. */
  async discard(space: Workspace, roundId: string): Promise<void> {
    this.#boxes.delete(roundId)
    await space.store.destroyBox(roundId)
  }

  /** First nothing but the snapshot needs the box any more, then the key and the box go. A crash here is recovered. */
  async bury(space: Workspace, roundId: string): Promise<void> {
    const box = this.#boxes.get(roundId)
    if (box) this.#counted.set(roundId, box.counted())
    this.#boxes.delete(roundId)
    await this.#remove(space, roundId, true)
  }

  async #remove(space: Workspace, roundId: string, isCounted: boolean): Promise<void> {
    try {
      if (isCounted) await space.store.snapshot('vote-close')
      await space.store.destroyBox(roundId)
    } catch (error) {
      this.#log('box-left', { code: failureOfThrown(error).code })
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#boxes.values()].map((box) => box.settled()))
  }

  clear(): void {
    this.#boxes.clear()
    this.#broken.clear()
    this.#counted.clear()
  }
}
