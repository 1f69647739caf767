import type { Failure } from '@core/protocol/failures'
import { createStore, useStore } from '../app/store'

/** What is being opened, and why it did not: told on the home page until it is closed. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure; readonly fileId: string | null }

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
