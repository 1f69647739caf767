import { assertNever } from '@core/lib/assert-never'
import type { BallotValue, Vote, VoteMethod } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import type { PaperMark } from '@core/protocol/vote-views'
import { checkBallot } from '@core/rules/tally-ballot'

/**
 * What stands in the fields while a slip is typed in. `cells`: one for each option, two for effort × effect, option by
 * option. `voice` undefined: not asked yet; null: no voice ticked.
 */
export type Typed = {
  readonly number: string
  readonly voice: string | null | undefined
  readonly cells: readonly string[]
  readonly reason: string
  readonly kind: 'ballot' | 'blank' | 'invalid'
  /** Typed before and meant: takes its place. */
  readonly replace: boolean
}

export const cellsPerOption = (method: VoteMethod): 1 | 2 => (method.name === 'effort-effect' ? 2 : 1)

export const emptyTyped = (vote: Vote): Typed => ({
  number: '',
  voice: undefined,
  cells: Array.from({ length: vote.options.length * cellsPerOption(vote.method) }, () => ''),
  reason: '',
  kind: 'ballot',
  replace: false,
})

/** One sign is all that a field can hold: after it the cursor goes on by itself. */
export const isOneKey = (method: VoteMethod, options: number): boolean => {
  switch (method.name) {
    case 'dots':
      return method.cap < 10
    case 'ranking':
      return (method.places ?? options) < 10
    case 'share-100':
      return false
    case 'approval':
    case 'rating':
    case 'effort-effect':
    case 'consent':
      return true
    default:
      return assertNever(method)
  }
}

export const takesMinus = (method: VoteMethod): boolean => method.name === 'dots' && (method.negative ?? 0) > 0

/** Most figures in a field. */
export const figuresIn = (method: VoteMethod, options: number): number =>
  isOneKey(method, options) ? 1 : method.name === 'share-100' ? 3 : String(options).length > 2 ? 3 : 2

/** Only what the field takes of what was typed or pasted. */
export const cleanCell = (method: VoteMethod, options: number, text: string): string => {
  const minus = takesMinus(method) && /^\s*[-\u2212]/.test(text) ? '-' : ''
  return minus + text.replaceAll(/\D/g, '').slice(-figuresIn(method, options))
}

/** Consent is typed as it stands on paper, from the left: 1 support, 2 stand aside, 3 object. */
const numberOf = (method: VoteMethod, cell: string): number | null => {
  if (cell === '' || cell === '-') return null
  const number = Number(cell)
  if (method.name === 'consent') return number === 0 ? null : number - 1
  return number === 0 ? null : number
}

const valueOf = (method: VoteMethod, cells: readonly string[]): BallotValue => {
  const [first = null, second = null] = cells.map((cell) => numberOf(method, cell))
  if (method.name !== 'effort-effect') return first
  return first === null && second === null ? null : [first ?? 0, second ?? 0]
}

const valuesOf = (vote: Vote, typed: Typed): BallotValue[] => {
  const size = cellsPerOption(vote.method)
  return vote.options.map((_, at) => valueOf(vote.method, typed.cells.slice(at * size, (at + 1) * size)))
}

export const markOf = (vote: Vote, typed: Typed): PaperMark => {
  if (typed.kind === 'invalid') return { kind: 'invalid' }
  const voice = typed.voice == null ? {} : { voiceId: typed.voice }
  if (typed.kind === 'blank') return { kind: 'ballot', ballot: { ...voice, values: vote.options.map(() => null) } }
  const reason = typed.reason.trim() === '' ? {} : { reason: typed.reason.trim() }
  return { kind: 'ballot', ballot: { ...voice, ...reason, values: valuesOf(vote, typed) } }
}

const textOf = (method: VoteMethod, value: number | null): string => {
  if (value === null) return ''
  if (method.name === 'consent') return String(value + 1)
  return value === 0 ? '' : String(value)
}

/** A slip back in the fields, to change it. */
export const typedOf = (vote: Vote, number: string, mark: PaperMark): Typed => {
  const empty = { ...emptyTyped(vote), number, replace: true }
  if (mark.kind === 'invalid') return { ...empty, kind: 'invalid' }
  const { ballot } = mark
  const cells = ballot.values.flatMap((value) =>
    Array.isArray(value)
      ? value.map((part) => textOf(vote.method, part))
      : cellsPerOption(vote.method) === 2
        ? ['', '']
        : [textOf(vote.method, value)],
  )
  return { ...empty, voice: ballot.voiceId ?? null, cells, reason: ballot.reason ?? '' }
}

/** Why the slip cannot count as it stands, and at which field; null when it can. */
export type MarkProblem =
  | { readonly at: number | null; readonly kind: 'rule'; readonly failure: Failure }
  | { readonly at: number; readonly kind: 'place-twice' | 'place-missing'; readonly place: number }
  | { readonly at: number; readonly kind: 'half' }
  | { readonly at: number; readonly kind: 'out-of-range'; readonly most: number }

const mostIn = (vote: Vote): number | null => {
  switch (vote.method.name) {
    case 'approval':
      return 1
    case 'rating':
    case 'effort-effect':
      return 5
    case 'consent':
      return 3
    case 'ranking':
      return vote.method.places ?? vote.options.length
    case 'dots':
    case 'share-100':
      return null
    default:
      return assertNever(vote.method)
  }
}

const placeProblem = (cells: readonly string[]): MarkProblem | null => {
  const seen = new Set<number>()
  for (const [at, cell] of cells.entries()) {
    const place = Number(cell)
    if (cell === '' || place === 0) continue
    if (seen.has(place)) return { at, kind: 'place-twice', place }
    seen.add(place)
  }
  for (const [at, cell] of cells.entries()) {
    const place = Number(cell)
    if (place > 1 && !seen.has(place - 1)) return { at, kind: 'place-missing', place: place - 1 }
  }
  return null
}

const pairProblem = (cells: readonly string[]): MarkProblem | null => {
  const given = (cell: string | undefined): boolean => cell !== undefined && cell !== '' && cell !== '0'
  for (let at = 0; at < cells.length; at += 2) {
    if (given(cells[at]) !== given(cells[at + 1])) return { at: given(cells[at]) ? at + 1 : at, kind: 'half' }
  }
  return null
}

const atOf = (vote: Vote, typed: Typed, failure: Failure): number | null => {
  if (failure.code !== 'too-many-on-one' || vote.method.name !== 'dots') return null
  const { cap } = vote.method
  const at = typed.cells.findIndex((cell) => Math.abs(Number(cell)) > cap)
  return at === -1 ? null : at
}

export const problemOf = (vote: Vote, typed: Typed): MarkProblem | null => {
  if (typed.kind !== 'ballot') return null
  const most = mostIn(vote)
  const over = most === null ? -1 : typed.cells.findIndex((cell) => Number(cell) > most)
  if (over !== -1 && most !== null) return { at: over, kind: 'out-of-range', most }
  const own =
    vote.method.name === 'ranking'
      ? placeProblem(typed.cells)
      : vote.method.name === 'effort-effect'
        ? pairProblem(typed.cells)
        : null
  if (own) return own
  const mark = markOf(vote, typed)
  const failure = mark.kind === 'ballot' ? checkBallot(vote, mark.ballot) : null
  return failure && { at: atOf(vote, typed, failure), kind: 'rule', failure }
}

/** Dots or points given so far, and the most; null where nothing is added up. */
export const givenOf = (vote: Vote, typed: Typed): { readonly given: number; readonly most: number } | null => {
  const { method } = vote
  const sum = typed.cells.reduce((total, cell) => total + Math.max(0, Number(cell) || 0), 0)
  if (method.name === 'dots') return { given: sum, most: method.budget }
  if (method.name === 'share-100') return { given: sum, most: 100 }
  return method.name === 'approval' && method.most !== undefined ? { given: sum, most: method.most } : null
}

/** Keys of the voices: figures, then letters that are no deed here; 0 is "rather not say". */
const VOICE_KEYS = '123456789acdefghijklmno'
export const voiceKey = (at: number): string => VOICE_KEYS.charAt(at)
