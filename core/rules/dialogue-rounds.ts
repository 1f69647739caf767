import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'
import type { DialogueRound } from '../model/lab'

const named = (...ids: readonly string[]): readonly DialogueRound[] =>
  ids.map((id) => ({ id, label: { key: `boards:round.${id}` } }))

/** As BIKVA has them: what users say travels upward. */
export const FOUR_ROUNDS = named('users', 'staff', 'managers', 'policymakers')
/** The short form: users, then everybody who works with them together. */
export const TWO_ROUNDS = named('users', 'professionals')

export const roundsOf = (view: DocumentView): readonly DialogueRound[] => {
  const own = labOf(view)?.rounds ?? []
  return own.length > 1 ? own : FOUR_ROUNDS
}

/** Number of the round that comes after this session, or of the last one. A guide is never for the first. */
export const nextRound = (view: DocumentView): number =>
  Math.max(2, Math.min((sessionOf(view)?.round ?? 1) + 1, roundsOf(view).length))

/** A round that the lab has: statements of a round that was taken away count for the last one. */
export const withinRounds = (round: number, count: number): number => Math.min(Math.max(1, Math.trunc(round)), count)

/**
 * The round in which a card of this session was said: its column, on a board of rounds with one column for each of the
 * lab's; else the round that this session is.
 */
export const roundOfCard = (view: DocumentView, card: Pick<Card, 'boardId' | 'zone'>): number => {
  const rounds = roundsOf(view)
  const board = view.board.get(card.boardId)
  const columns = board?.axes[0]?.entries ?? []
  if (board?.layout === 'rounds' && columns.length === rounds.length) {
    const column = columns.findIndex((entry) => entry.id === card.zone[0])
    if (column >= 0) return column + 1
  }
  return withinRounds(sessionOf(view)?.round ?? 1, rounds.length)
}
