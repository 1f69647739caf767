import type { Diff } from '@core/change/diff'
import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { HeardView } from '@core/protocol/views'

/** Written lists and what came from earlier sessions are nobody speaking now. */
const NOT_NOW: readonly string[] = ['import', 'carried']

/**
 * When each voice was last heard, by a contribution or a speaking turn. Contributions leave no time in the document, so
 * their times are known only since the session was opened; turns stand in its log.
 */
export class HeardTimes {
  readonly #now: () => number
  readonly #last = new Map<string, number>()
  readonly #turns = new Map<string, number>()
  #since = 0

  constructor(now: () => number) {
    this.#now = now
  }

  begin(view: DocumentView): void {
    this.#since = this.#now()
    this.#last.clear()
    this.#countTurns(view)
  }

  /** Answers whether anything is new. */
  note(diff: Diff, view: DocumentView): boolean {
    const voices = (diff.added ?? []).flatMap((record) => voiceOf(record) ?? [])
    for (const voiceId of voices) this.#last.set(voiceId, this.#now())
    const turns = [...(diff.added ?? []), ...(diff.removed ?? [])].some(isTurn)
    if (turns) this.#countTurns(view)
    return turns || voices.length > 0
  }

  /** Only voices of `k` people or more: of a smaller one it would point at somebody. */
  view(view: DocumentView): HeardView {
    const k = sessionOf(view)?.k.room ?? 3
    const voices = [...view.voice.values()].filter((voice) => voice.present >= k)
    return {
      since: this.#since,
      voices: voices.map(({ id }) => ({
        voiceId: id,
        at: this.#last.get(id) ?? this.#since,
        turns: this.#turns.get(id) ?? 0,
      })),
    }
  }

  #countTurns(view: DocumentView): void {
    this.#turns.clear()
    for (const record of view.event.values()) {
      if (!isTurn(record) || record.ref === undefined) continue
      this.#turns.set(record.ref, (this.#turns.get(record.ref) ?? 0) + 1)
      const at = Date.parse(record.at)
      // A turn of an earlier run of the app counts from then on, not from before.
      if (at > Math.max(this.#since, this.#last.get(record.ref) ?? 0)) this.#last.set(record.ref, at)
    }
  }
}

const isTurn = (record: AnyRecord): record is Extract<AnyRecord, { type: 'event' }> =>
  record.type === 'event' && record.kind === 'turn.taken'

const voiceOf = (record: AnyRecord): string | undefined =>
  record.type === 'card' && !NOT_NOW.includes(record.source) ? record.voiceId : undefined
