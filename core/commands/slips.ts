import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { SlipSeries, Vote } from '../model/vote'
import { isPrinted, lastRound } from '../rules/frozen'
import type { Command } from './command'
import { done, missing, refuse } from './kit'
import { frozenOption } from './vote-phases'
import { withLastRound } from './vote-rounds'

const MOST_SERIES = 50

const seriesOf = (view: DocumentView): readonly SlipSeries[] =>
  [...view.vote.values()].flatMap((vote) => vote.rounds.flatMap((round) => round.slips ?? []))

/** The first number that no slip of this session has or had. */
export const nextSlip = (view: DocumentView): number =>
  seriesOf(view).reduce((next, { first, count }) => Math.max(next, first + count), sessionOf(view)?.nextSlip ?? 1)

/**
 * Reserves `count` numbers for the last round. In a draft the topics get the words that they have now, since these are
 * printed. The host draws the codes; they are in no record.
 */
export const addSlips: Command<{ readonly id: string; readonly count: number }> = (view, { id, count }) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (!vote.channels.includes('paper') && vote.admission !== 'codes') return refuse('channel-not-allowed')
  const round = lastRound(vote)
  if (round.state === 'closed') return refuse('vote-closed')
  const before = round.slips ?? []
  if (before.length >= MOST_SERIES || count > LIMITS.slips) return refuse('slips-full', { limit: LIMITS.slips })
  const first = nextSlip(view)
  const slips = [...before, { first, count }]
  // Slips that are printed already say what they say: more of them must say the same.
  const isFirstPrint = vote.rounds.length === 1 && round.state === 'draft' && !isPrinted(vote)
  const options = isFirstPrint ? vote.options.map((option) => frozenOption(view, option)) : vote.options
  const session = sessionOf(view)
  return done({
    changed: [
      patch<'vote'>(vote, { options, rounds: [...withLastRound(vote, { slips })] }),
      session ? patch<'session'>(session, { nextSlip: first + count }) : null,
    ],
  })
}

/** Where a number belongs: its vote, round and series; null when no slip has it. */
export const slipPlace = (
  view: DocumentView,
  number: number,
): { readonly vote: Vote; readonly roundId: string; readonly series: SlipSeries } | null => {
  for (const vote of view.vote.values()) {
    for (const round of vote.rounds) {
      const series = round.slips?.find(({ first, count }) => number >= first && number < first + count)
      if (series) return { vote, roundId: round.id, series }
    }
  }
  return null
}
