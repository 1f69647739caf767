import type { BallotValue, Vote, VoteMethod } from '@core/model/vote'
import type { Values } from '../model/ballot'
import type { OwnBallot } from '../model/memory'

const empty = (method: VoteMethod): BallotValue =>
  method.name === 'dots' || method.name === 'approval' || method.name === 'share-100' ? 0 : null

const emptyValues = (vote: Pick<Vote, 'method' | 'options'>): Values => vote.options.map(() => empty(vote.method))

const emptyBallot = (vote: Vote): OwnBallot => ({
  voteId: vote.id,
  values: emptyValues(vote),
  rev: 0,
  state: 'choosing',
  counted: null,
})

/** What this phone is choosing; a ballot of other length is of another form of the vote and starts anew. */
export const ownBallot = (vote: Vote, present: OwnBallot | undefined): OwnBallot =>
  present && present.values.length === vote.options.length ? present : { ...emptyBallot(vote), rev: present?.rev ?? 0 }

export const numberAt = (values: Values, index: number): number => {
  const value = values[index]
  return typeof value === 'number' ? value : 0
}

export const withValue = (values: Values, index: number, value: BallotValue): Values =>
  values.map((before, at) => (at === index ? value : before))

export const sumOf = (values: Values): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)

// --- dots ---

export type DotsRule = Pick<Extract<VoteMethod, { name: 'dots' }>, 'budget' | 'cap' | 'negative'>

export const dotsUsed = (values: Values): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? Math.max(0, value) : 0), 0)

export const dotsAgainst = (values: Values): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? Math.max(0, -value) : 0), 0)

/** Why a dot cannot be added or taken away; null when it can. */
export const whyNotMore = (rule: DotsRule, values: Values, index: number): 'used' | 'cap' | null => {
  const value = numberAt(values, index)
  if (value < 0) return null
  return dotsUsed(values) >= rule.budget ? 'used' : value >= rule.cap ? 'cap' : null
}

export const whyNotLess = (rule: DotsRule, values: Values, index: number): 'none' | 'against' | 'capAgainst' | null => {
  const value = numberAt(values, index)
  const against = rule.negative ?? 0
  if (value > 0) return null
  if (against === 0) return 'none'
  return dotsAgainst(values) >= against ? 'against' : -value >= rule.cap ? 'capAgainst' : null
}

// --- ranking ---

/** The lines that have a place, by place. */
export const placed = (values: Values): number[] =>
  values
    .map((value, index) => ({ place: typeof value === 'number' ? value : 0, index }))
    .filter(({ place }) => place > 0)
    .toSorted((a, b) => a.place - b.place)
    .map(({ index }) => index)

const fromOrder = (count: number, order: readonly number[]): Values =>
  Array.from({ length: count }, (_, index) => {
    const at = order.indexOf(index)
    return at < 0 ? null : at + 1
  })

export const placeNext = (values: Values, index: number): Values => fromOrder(values.length, [...placed(values), index])

export const unplace = (values: Values, index: number): Values =>
  fromOrder(
    values.length,
    placed(values).filter((one) => one !== index),
  )

/** One place up or down; at the end of the order it stays. */
export const movePlace = (values: Values, index: number, by: 1 | -1): Values => {
  const order = placed(values)
  const at = order.indexOf(index)
  const other = order[at + by]
  if (at < 0 || other === undefined) return values
  return fromOrder(values.length, order.with(at, other).with(at + by, index))
}

// --- effort and effect ---

export type Pair = readonly [effort: number, effect: number]

/** Zero: that one is not given yet. */
export const pairAt = (values: Values, index: number): Pair => {
  const value = values[index]
  return Array.isArray(value) ? [value[0] ?? 0, value[1] ?? 0] : [0, 0]
}

/** The first line that has one figure and not the other. */
export const halfPair = (values: Values): number =>
  values.findIndex((value) => Array.isArray(value) && value.includes(0))

// --- share 100 ---

export const POINTS = 100

/** As many points as there are left, never under none. */
export const withPoints = (values: Values, index: number, by: number): Values => {
  const left = POINTS - sumOf(values)
  const value = numberAt(values, index)
  return withValue(values, index, Math.max(0, value + Math.min(by, left)))
}
