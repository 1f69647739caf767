import { assertNever } from '../lib/assert-never'
import type { VoteMethod } from '../model/vote'
import type { Sentence } from './result-model'

/** What percentages and points are counted from. */
export const baseOf = (method: VoteMethod, options: number): Sentence => {
  if (method.name === 'dots' && (method.negative ?? 0) > 0) return { key: 'result:base.dotsAgainst', params: {} }
  return {
    key: `result:base.${method.name}`,
    params: method.name === 'ranking' ? { options, most: Math.max(0, options - 1) } : {},
  }
}

/** Which rule decides between topics with the same figure, and what becomes of those that stay level. */
export const tieRuleOf = (method: VoteMethod): Sentence => {
  switch (method.name) {
    case 'consent':
    case 'effort-effect':
      return { key: `result:ties.${method.name}`, params: {} }
    case 'dots':
    case 'approval':
    case 'rating':
    case 'ranking':
    case 'share-100':
      return { key: 'result:ties.same', params: {} }
    default:
      return assertNever(method)
  }
}
