import { err } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'

/** Printed slips and what is typed in from them. */
export const paperHandlers = (): Handlers => ({
  'slips.add': () => err(failure('method-not-ready')),
  'slip.check': () => err(failure('method-not-ready')),
  'paper.enter': () => err(failure('method-not-ready')),
  'paper.remove': () => err(failure('method-not-ready')),
  'paper.view': () => err(failure('method-not-ready')),
})
