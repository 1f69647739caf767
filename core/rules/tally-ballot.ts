import { assertNever } from '../lib/assert-never'
import type { Ballot, Vote, VoteMethod } from '../model/vote'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'

type Value = Ballot['values'][number]

const wrong = failure('wrong-ballot')
const isWhole = (value: Value, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high

/** Nothing was chosen: counted as taking part, in no row. */
export const isBlank = (method: VoteMethod, ballot: Ballot): boolean => {
  const nothing =
    method.name === 'consent' ? (value: Value) => value === null : (value: Value) => value === null || value === 0
  return ballot.values.every(nothing)
}

/**
 * Whether a ballot fits its vote: null, or why not. One value per option, null where nothing was said:
 * dots: whole dots, each at most `cap`, together at most `budget` (dots against, if allowed: negative, together at most
 * `negative`) · approval: 1 or 0 · rating: 1-5 · ranking: places 1, 2, 3…, none twice, none skipped · effort-effect:
 * [effort, effect], each 1-5 · consent: 0 support, 1 stand aside, 2 object · share-100: whole points, together at most 100.
 */
export const checkBallot = (vote: Pick<Vote, 'method' | 'options'>, ballot: Ballot): Failure | null => {
  const { values } = ballot
  if (values.length !== vote.options.length) return wrong
  const { method } = vote
  switch (method.name) {
    case 'dots':
      return checkDots(method, values)
    case 'approval': {
      if (!values.every((value) => value === null || isWhole(value, 0, 1))) return wrong
      const chosen = values.filter((value) => value === 1).length
      return method.most !== undefined && chosen > method.most
        ? failure('too-many-dots', { budget: method.most })
        : null
    }
    case 'rating':
      return values.every((value) => value === null || isWhole(value, 1, 5)) ? null : wrong
    case 'ranking':
      return checkPlaces(values, method.places ?? values.length)
    case 'effort-effect':
      return values.every((value) => value === null || isPair(value)) ? null : wrong
    case 'consent':
      return values.every((value) => value === null || isWhole(value, 0, 2)) ? null : wrong
    case 'share-100': {
      if (!values.every((value) => value === null || isWhole(value, 0, Number.MAX_SAFE_INTEGER))) return wrong
      return sumOf(values) > 100 ? failure('too-many-dots', { budget: 100 }) : null
    }
    default:
      return assertNever(method)
  }
}

const sumOf = (values: readonly Value[]): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)

const isPair = (value: Value): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((part) => isWhole(part, 1, 5))

const checkDots = (method: Extract<VoteMethod, { name: 'dots' }>, values: readonly Value[]): Failure | null => {
  const against = method.negative ?? 0
  if (!values.every((value) => value === null || isWhole(value, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER))) {
    return wrong
  }
  const numbers = values.map((value) => (typeof value === 'number' ? value : 0))
  if (numbers.some((value) => value < 0) && against === 0) return wrong
  if (numbers.some((value) => Math.abs(value) > method.cap)) return failure('too-many-on-one', { cap: method.cap })
  const given = numbers.reduce((sum, value) => sum + Math.max(0, value), 0)
  const taken = numbers.reduce((sum, value) => sum + Math.max(0, -value), 0)
  if (given > method.budget) return failure('too-many-dots', { budget: method.budget })
  return taken > against ? failure('too-many-dots', { budget: against }) : null
}

const checkPlaces = (values: readonly Value[], places: number): Failure | null => {
  const taken: number[] = []
  for (const value of values) {
    if (value === null) continue
    if (!isWhole(value, 1, places)) return wrong
    taken.push(value)
  }
  const complete = taken.toSorted((a, b) => a - b).every((place, index) => place === index + 1)
  return complete ? null : wrong
}
