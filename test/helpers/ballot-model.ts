import type { Ballot, RoundResult } from '@core/model/vote'
import type { PaperMark } from '@core/protocol/vote-views'

/** What should happen to ballots of one dot vote, said as simply as possible and apart from the host's own code. */

type Way = 'phone' | 'kiosk' | 'paper'
type Held = { readonly way: Way; readonly from: string; readonly rev: number; readonly mark: PaperMark }
type Typed = { readonly first: PaperMark; readonly second: PaperMark | null; readonly differed: boolean }

export type RoundModel = {
  readonly id: string
  state: 'open' | 'counting' | 'closed'
  /** One entry per credential: a slip where codes are needed, else a device. */
  readonly held: Map<string, Held>
  readonly typed: Map<number, Typed>
}

export const newRound = (id: string): RoundModel => ({ id, state: 'open', held: new Map(), typed: new Map() })

export const BUDGET = 5
export const markOf = (values: Ballot['values']): PaperMark => ({ kind: 'ballot', ballot: { values } })
const valuesOf = (mark: PaperMark): readonly number[] =>
  mark.kind === 'invalid' ? [] : mark.ballot.values.map((value) => (typeof value === 'number' ? value : 0))
const same = (a: PaperMark, b: PaperMark): boolean =>
  a.kind === b.kind && JSON.stringify(valuesOf(a)) === JSON.stringify(valuesOf(b))
const differs = ({ first, second }: Typed): boolean => second !== null && !same(first, second)

export type CastAsk = {
  readonly cred: string
  readonly from: string
  readonly way: 'phone' | 'kiosk'
  readonly rev: number
  readonly values: readonly number[]
}

/** A ballot from a device; answers `ok` or the failure. */
export const castIn = (round: RoundModel, { cred, from, way, rev, values }: CastAsk): string => {
  const before = round.held.get(cred)
  const mark = markOf([...values])
  if (round.state === 'closed') return before?.rev === rev && before.from === from ? 'ok' : 'vote-closed'
  if (before && before.way !== way) return 'slip-used'
  if (before?.rev === rev && (before.from === from || same(before.mark, mark))) return 'ok'
  if (round.state === 'counting') return 'vote-closed'
  if (before && rev <= before.rev) return 'old-ballot'
  if (values.reduce((sum, value) => sum + value, 0) > BUDGET) return 'too-many-dots'
  round.held.set(cred, { way, from, rev, mark })
  return 'ok'
}

export type TypeAsk = {
  readonly number: number
  readonly pass: 'first' | 'second' | 'fix'
  readonly mark: PaperMark
  readonly replace: boolean
}

const slipName = (number: number): string => `slip ${number}`

/** A slip typed in; answers the outcome or the failure. */
export const typeIn = (round: RoundModel, { number, pass, mark, replace }: TypeAsk): string => {
  const held = round.held.get(slipName(number))
  if (held && held.way !== 'paper') return 'slip-used'
  const before = round.typed.get(number)
  const put = (first: PaperMark, second: PaperMark | null): Typed => {
    const differed = (before?.differed ?? false) || (second !== null && !same(first, second))
    const typed = { first, second, differed }
    round.typed.set(number, typed)
    round.held.set(slipName(number), { way: 'paper', from: 'paper', rev: 0, mark: first })
    return typed
  }
  const against = (typed: Typed): string => (typed.second === null ? 'taken' : differs(typed) ? 'differs' : 'same')
  if (pass === 'fix') return before ? against(put(mark, mark)) : 'not-found'
  if (!before) return against(put(mark, null))
  if (pass === 'second') {
    return before.second !== null && !replace ? 'already-entered' : against(put(before.first, mark))
  }
  return replace ? against(put(mark, before.second)) : 'already-entered'
}

export const takeOut = (round: RoundModel, number: number): string => {
  if (!round.typed.delete(number)) return 'not-found'
  round.held.delete(slipName(number))
  return 'ok'
}

export const differing = (round: RoundModel): number => [...round.typed.values()].filter(differs).length

/** The part of the result that ballots decide, counted anew. */
export const countOf = (round: RoundModel, printed: number, options: number) => {
  const all = [...round.held.values()]
  const typed = [...round.typed.values()]
  const rows = Array.from({ length: options }, (_, index) => [
    all.reduce((sum, { mark }) => sum + (valuesOf(mark)[index] ?? 0), 0),
  ])
  const by = (way: Way): number => all.filter((held) => held.way === way).length
  const blank = ({ mark }: Held): boolean => mark.kind === 'ballot' && valuesOf(mark).every((value) => value === 0)
  return {
    cast: all.length,
    invalid: all.filter(({ mark }) => mark.kind === 'invalid').length,
    blank: all.filter(blank).length,
    channels: { phone: by('phone'), kiosk: by('kiosk'), paper: by('paper'), hands: 0 },
    rows,
    paper: {
      printed,
      entered: typed.length,
      twice: typed.filter(({ second }) => second !== null).length,
      corrected: typed.filter((one) => one.differed && !differs(one)).length,
    },
  }
}

/** The same part of the host's result. */
export const countedIn = ({ cast, invalid, blank, channels, overall, paper }: RoundResult) => ({
  cast,
  invalid,
  blank,
  channels,
  rows: overall.rows,
  paper,
})
