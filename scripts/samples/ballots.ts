import type { Ballot, BallotValue, RoundResult, SlipSeries, VoteMethod } from '@core/model/vote'
import { dotBallots } from './kit'
import type { SampleKit } from './kit'

/** What a voice leans to, one entry per option: 0-10, or for effort × effect [effort, effect] from 1 to 5. */
export type Lean = readonly (number | readonly [number, number])[]

type Draw = (lean: Lean) => BallotValue[]

/** A whole number near `mean`, from 1 to 5. */
const near = (kit: SampleKit, mean: number): number =>
  Math.min(5, Math.max(1, Math.round(mean + (kit.random() + kit.random() - 1) * 1.6)))

const flat = (lean: Lean): number[] => lean.map((one) => (typeof one === 'number' ? one : one[1] * 2))

/** The option drawn by weight among those still there. */
const drawn = (kit: SampleKit, weights: readonly number[]): number => {
  let left = kit.random() * weights.reduce((sum, weight) => sum + weight, 0)
  return weights.findIndex((weight) => (left -= weight) < 0)
}

const ranked = (kit: SampleKit, weights: number[], places: number): BallotValue[] => {
  const values: BallotValue[] = weights.map(() => null)
  for (let place = 1; place <= Math.min(places, weights.length); place += 1) {
    const option = drawn(kit, weights)
    if (option < 0) break
    values[option] = place
    weights[option] = 0
  }
  return values
}

/** Of ten people, `lean` support it; of the others a third object. */
const stance = (kit: SampleKit, lean: number): number => {
  if (kit.random() * 10 < lean) return 0
  return kit.random() < 1 / 3 ? 2 : 1
}

const drawFor = (kit: SampleKit, method: Exclude<VoteMethod, { name: 'dots' }>): Draw => {
  switch (method.name) {
    case 'approval':
      return (lean) => flat(lean).map((one) => (kit.random() * 10 < one ? 1 : 0))
    case 'rating':
      return (lean) => flat(lean).map((one) => (kit.random() < 0.06 ? null : near(kit, 1 + one * 0.4)))
    case 'ranking':
      return (lean) => ranked(kit, flat(lean), method.places ?? lean.length)
    case 'effort-effect':
      return (lean) => lean.map((one) => (typeof one === 'number' ? null : [near(kit, one[0]), near(kit, one[1])]))
    case 'consent':
      return (lean) => flat(lean).map((one) => stance(kit, one))
    case 'share-100':
      return (lean) => {
        const all = flat(lean).reduce((sum, one) => sum + one, 0)
        return flat(lean).map((one) => Math.floor((one / all) * 100))
      }
  }
}

/** So many ballots of one voice, each drawn by what it leans to. */
export const sampleBallots = (
  kit: SampleKit,
  method: VoteMethod,
  plan: { readonly voiceId: string; readonly count: number; readonly lean: Lean },
): Ballot[] => {
  const { voiceId, count, lean } = plan
  if (method.name === 'dots')
    return dotBallots(kit, { voiceId, count, weights: flat(lean), budget: method.budget, cap: method.cap })
  const draw = drawFor(kit, method)
  return Array.from({ length: count }, () => ({ voiceId, values: draw(lean) }))
}

/** The reasons go to ballots that stand aside or object, as far as there are any. */
export const withReasons = (ballots: readonly Ballot[], reasons: readonly string[]): Ballot[] => {
  const left = [...reasons]
  const given = ballots.map((ballot) => {
    const speaks = ballot.values.some((value) => value === 1 || value === 2)
    const reason = speaks ? left.shift() : undefined
    return reason === undefined ? ballot : { ...ballot, reason }
  })
  if (left.length > 0) throw new Error(`sample: nobody to say "${left[0] ?? ''}"`)
  return given
}

type Paper = { readonly slips: SlipSeries; readonly paper: NonNullable<RoundResult['paper']> }

/** Some more slips are printed than come back; all are typed in twice, and of many one was read wrong at first. */
export const samplePaper = (first: number, entered: number): Paper => {
  const printed = Math.ceil((entered + 4) / 4) * 4
  const paper = { printed, entered, twice: entered, corrected: entered > 4 ? 1 : 0 }
  return { slips: { first, count: printed }, paper }
}
