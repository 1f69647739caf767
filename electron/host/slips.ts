import { createHmac } from 'node:crypto'
import { slipPlace } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { SlipSeries, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { lastRound } from '@core/rules/frozen'
import { normalCode } from './join-code'

/** Without 0 O 1 I L: nobody has to guess what is printed. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 6
const ALL_CODES = BigInt(ALPHABET.length) ** BigInt(LENGTH)

/** A printed slip: its number, and the vote and round that it belongs to. */
export type Slip = {
  readonly number: number
  readonly vote: Vote
  readonly roundId: string
  readonly series: SlipSeries
}

type Deps = {
  /** Of the session's room; null before it was needed for the first time. */
  readonly secret: () => string | null
  readonly view: () => DocumentView | null
}

type Codes = { readonly byNumber: ReadonlyMap<number, string>; readonly byCode: ReadonlyMap<string, number> }
const NONE: Codes = { byNumber: new Map(), byCode: new Map() }

/**
 * The codes on slips. They are in no record and no file: who has the session's file cannot vote with somebody's slip.
 * Each is worked out from the room's secret, the round and the number, so that a slip of a removed vote opens nothing.
 */
export const createSlips = ({ secret, view }: Deps) => {
  let known: { readonly of: string; readonly codes: Codes } | null = null

  const codes = (): Codes => {
    const key = secret()
    const document = view()
    const session = document && sessionOf(document)
    if (key === null || !document || !session) return NONE
    const series = printed(document)
    const of = JSON.stringify([key, session.id, series.map(({ roundId, first, count }) => [roundId, first, count])])
    if (known?.of !== of) known = { of, codes: drawn(key, session.id, series) }
    return known.codes
  }
  const slipOf = (number: number | undefined): Slip | null => {
    const document = view()
    const place = document && number !== undefined ? slipPlace(document, number) : null
    return place && number !== undefined ? { number, ...place } : null
  }
  const byCode = (typed: string): Slip | null => slipOf(codes().byCode.get(normalCode(typed)))
  const codeOf = (number: number): string | null => {
    const code = codes().byNumber.get(number)
    return code === undefined ? null : spaced(code)
  }

  return {
    /** As it is printed, `K7Q XTD`; null where no slip has the number. */
    codeOf,
    codesFor: (first: number, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => codeOf(first + index) ?? ''),
    byCode,
    /** For whoever types slips in: the number does as well, since they have the paper in hand. */
    byNumberOrCode: (typed: string): Slip | null => {
      const plain = normalCode(typed)
      return byCode(plain) ?? (/^\d{1,7}$/.test(plain) ? slipOf(Number(plain)) : null)
    },
    /** Whether it is the code of a slip that can still be used: it opens the room too. */
    isCurrent: (typed: string): boolean => {
      const slip = byCode(typed)
      if (!slip || slip.series.void === true) return false
      const round = lastRound(slip.vote)
      return round.id === slip.roundId && (round.state === 'draft' || round.state === 'open')
    },
  }
}
export type Slips = ReturnType<typeof createSlips>

/** Why a slip cannot be used in this round; null when it can. */
export const slipProblem = ({ number, vote, roundId, series }: Slip, wanted: string): Failure | null => {
  if (roundId !== wanted) {
    const round = vote.rounds.find(({ id }) => id === roundId)?.number ?? 1
    return failure('slip-other-round', { number, question: vote.question, round })
  }
  return series.void === true ? failure('slip-void', { number }) : null
}

/** How many slips of a round can be used. */
export const slipsOf = (slips: readonly SlipSeries[] | undefined): number =>
  (slips ?? []).reduce((sum, series) => sum + (series.void === true ? 0 : series.count), 0)

type Printed = SlipSeries & { readonly roundId: string }

const printed = (view: DocumentView): Printed[] =>
  [...view.vote.values()]
    .flatMap(({ rounds }) => rounds.flatMap(({ id, slips }) => (slips ?? []).map((one) => ({ ...one, roundId: id }))))
    .toSorted((a, b) => a.first - b.first)

/** A code that an earlier number has is drawn again. */
const drawn = (key: string, sessionId: string, series: readonly Printed[]): Codes => {
  const byNumber = new Map<number, string>()
  const byCode = new Map<string, number>()
  for (const { roundId, first, count } of series) {
    for (let number = first; number < first + count; number += 1) {
      if (byNumber.has(number)) continue
      const draw = (attempt: number): string => codeFrom(key, `slip ${sessionId} ${roundId} ${number} ${attempt}`)
      let code = draw(0)
      for (let attempt = 1; byCode.has(code); attempt += 1) code = draw(attempt)
      byNumber.set(number, code)
      byCode.set(code, number)
    }
  }
  return { byNumber, byCode }
}

const codeFrom = (key: string, text: string): string => {
  let rest = createHmac('sha256', key).update(text).digest().readBigUInt64BE() % ALL_CODES
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))] ?? ''
    rest /= BigInt(ALPHABET.length)
  }
  return code
}

const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
