import type { FailureCode, SaveState } from './session-types'

/** Tells listeners what became of the changes: only when the answer is another one, not at each of them. */
export class SaveStateBoard {
  #state: SaveState = { state: 'saved', unsaved: 0 }
  readonly #listeners = new Set<(state: SaveState) => void>()

  get current(): SaveState {
    return this.#state
  }

  /** `warning`: everything is durable, yet something needs attention (the snapshot could not be replaced). */
  set(unsaved: number, failed: FailureCode | null, warning: FailureCode | null): void {
    const state = failed ? 'failed' : unsaved > 0 ? 'saving' : 'saved'
    const code = failed ?? warning
    const before = this.#state
    const known = before.state === state && before.code === (code ?? undefined)
    this.#state = { state, unsaved, ...(code ? { code } : {}) }
    if (known && (state !== 'failed' || before.unsaved === unsaved)) return
    for (const listener of this.#listeners) listener(this.#state)
  }

  on(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#state)
    return () => this.#listeners.delete(listener)
  }
}
