import type { Failure } from '@core/protocol/failures'
import type { StoredFile } from '@core/protocol/stored-file'
import { createStore, useStore } from '../app/store'

/** What is being opened, and why it did not: told on the home page until it is closed. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  /** Dropped over an open session: to open it, or to merge it. */
  | { readonly kind: 'asked'; readonly file: File }
  /** Several at once. */
  | { readonly kind: 'many'; readonly files: readonly File[] }
  /** Another state of a session that is here already: which of the two is meant? */
  | { readonly kind: 'double'; readonly name: string; readonly sent: StoredFile }
  /** Dropped, but no session file. */
  | { readonly kind: 'foreign'; readonly name: string; readonly what: 'table' | 'picture' | 'other' }
  | {
      readonly kind: 'failed'
      readonly name: string
      readonly failure: Failure
      readonly fileId: string | null
      /** The file came from elsewhere by itself, without what may lie beside it there: its copy is not kept if it does not open. */
      readonly alone?: true
    }

export type DroppedOpening = Extract<Opening, { readonly kind: 'asked' | 'foreign' | 'many' | 'double' }>

const IDLE: Opening = { kind: 'idle' }
const opening = createStore<Opening>(IDLE)

export const setOpening = opening.set
export const endOpening = (): void => opening.set(IDLE)
export const useOpening = (): Opening => useStore(opening)

/** Failures where the undamaged part can be opened when one accepts the loss. */
const WITH_LOSS: ReadonlySet<string> = new Set([
  'journal-missing',
  'journal-gap',
  'journal-corrupt-middle',
  'rolled-back',
])
export const canOpenWithLoss = (failure: Failure): boolean => WITH_LOSS.has(failure.code)
export const canOpenReadOnly = (failure: Failure): boolean => failure.code === 'locked-by-other'
