import { slipPlace } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { PaperView } from '@core/protocol/vote-views'

export type Pass = 'first' | 'second' | 'fix'

/** The number that was typed; null for a code, which only the host can read. */
export const typedNumber = (text: string): number | null => (/^\s*\d{1,7}\s*$/.test(text) ? Number(text) : null)

export const numberText = (number: number): string => String(number).padStart(3, '0')

/** What is wrong with a number before anything else is typed; the host checks the same when the slip comes. */
export const numberProblem = (
  view: DocumentView,
  vote: Vote,
  paper: PaperView | null,
  pass: Pass,
  text: string,
): Failure | null => {
  const number = typedNumber(text)
  if (number === null) return null
  const place = slipPlace(view, number)
  if (!place) return failure('slip-unknown')
  if (place.vote.id !== vote.id || place.roundId !== lastRound(vote).id) {
    const round = place.vote.rounds.find(({ id }) => id === place.roundId)?.number ?? 1
    return failure('slip-other-round', { number, question: place.vote.question, round })
  }
  if (place.series.void === true) return failure('slip-void', { number })
  const typed = pass === 'first' ? paper?.entered : pass === 'second' ? paper?.twice : undefined
  return typed?.includes(number) === true ? failure('already-entered', { number }) : null
}
