import { patch } from '../change/diff'
import { orderBetween, ordersAfter } from '../change/order'
import type { Board } from '../model/board'
import type { Card, CardSource } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Quote } from '../model/person'
import { removeCards } from './cards'
import type { Command, Outcome } from './command'
import { cleanText, done, isTaken, missing, refuse, sameZone } from './kit'
import { endOfZone } from './places'
import { runningStep } from './running-step'

export type Submission = {
  readonly id: string
  readonly text: string
  /** At most one per axis, in any order. */
  readonly entryIds: readonly string[]
  readonly quote: Quote
  readonly voiceId: string | undefined
  readonly editHash: string
  readonly source: Extract<CardSource, 'phone' | 'kiosk'>
}

/**
 * A card from a participant. Nothing about person, device or time is kept. The same id with the same secret changes the
 * words of the card, so that a phone may repeat itself; where the phone left an axis open (or names an entry that is
 * gone), the card waits for the facilitator to place it.
 */
export const submitCard: Command<Submission> = (view, args, context) => {
  if (sessionOf(view)?.state === 'closed') return refuse('session-is-closed')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const step = runningStep(view)
  const board = step?.boardId === undefined ? undefined : view.board.get(step.boardId)
  if (!step || !board || step.contribute === 'closed') return refuse('step-closed')
  const earlier = view.card.get(args.id)
  if (earlier) return changeOwn(earlier, text.value, args, step.id)
  if (isTaken(view, args.id)) return refuse('already-there')
  const { zone, complete } = zoneFrom(board, args.entryIds)
  const alone = step.contribute === 'alone'
  const card: Card = {
    type: 'card',
    id: args.id,
    boardId: board.id,
    zone,
    order: alone ? randomOrder(view, board.id, zone, context.random) : endOrder(view, board.id, zone),
    text: text.value,
    // A voice that is gone counts as none given.
    ...(args.voiceId !== undefined && view.voice.has(args.voiceId) ? { voiceId: args.voiceId } : {}),
    source: args.source,
    held: !complete,
    revealed: !alone,
    quote: args.quote,
    editHash: args.editHash,
    stepId: step.id,
  }
  return done({ added: [card] })
}

const changeOwn = (card: Card, text: string, args: Submission, stepId: string): Outcome => {
  if (card.editHash === undefined || card.editHash !== args.editHash) return refuse('wrong-secret')
  if (card.stepId !== stepId) return refuse('step-closed')
  return done({ changed: [patch<'card'>(card, { text, quote: args.quote })] })
}

const zoneFrom = (board: Board, entryIds: readonly string[]): { zone: string[]; complete: boolean } => {
  const chosen = board.axes.map((axis) => axis.entries.find((entry) => entryIds.includes(entry.id)))
  return {
    zone: board.axes.map((axis, index) => chosen[index]?.id ?? axis.entries[0]?.id ?? ''),
    complete: board.axes.every((axis, index) => chosen[index] !== undefined || axis.entries.length === 1),
  }
}

const endOrder = (view: DocumentView, boardId: string, zone: readonly string[]): string =>
  ordersAfter(endOfZone(view, boardId, zone), 1)[0] ?? ''

/** Anywhere among the hidden cards of the zone, which stand behind the others. */
const randomOrder = (view: DocumentView, boardId: string, zone: readonly string[], random: () => number): string => {
  const here = [...view.card.values()].filter((card) => card.boardId === boardId && sameZone(card.zone, zone))
  const sorted = here.toSorted(byOrder)
  const lastShown = sorted.findLastIndex((card) => card.revealed)
  const slots = sorted.length - lastShown
  const at = lastShown + Math.min(slots - 1, Math.floor(random() * slots))
  const after = sorted[at]?.order ?? null
  return orderBetween(after, sorted[at + 1]?.order ?? null)
}

/** The author takes the card back, at any time before people vote on it. */
export const withdrawCard: Command<{ readonly id: string; readonly editHash: string }> = (view, { id, editHash }) => {
  const card = view.card.get(id)
  if (!card) return missing('card')
  if (card.editHash === undefined || card.editHash !== editHash) return refuse('wrong-secret')
  return removeCards(view, [card])
}
