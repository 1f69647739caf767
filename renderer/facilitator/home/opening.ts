import type { Failure } from '@core/protocol/failures'
import { createStore, useStore } from '../app/store'

/** What is being opened, and why it did not: told on the home page until it is closed. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  /** Dropped over an open session: to open it, or to merge it. */
  | { readonly kind: 'asked'; readonly file: File }
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
