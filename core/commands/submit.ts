import { patch } from '../change/diff'
import { orderBetween } from '../change/order'
import type { Board } from '../model/board'
import type { Card, CardSource } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Quote } from '../model/person'
import type { Step } from '../model/step'
import { isLocked } from '../rules/step-clock'
import { removeCards } from './cards'
import type { Command, Outcome } from './command'
import { roundsOf, withinRounds } from '../rules/dialogue-rounds'
import { cleanText, done, isTaken, missing, refuse, sameZone } from './kit'
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
  /** Whether a card waits for the facilitator where the phone left an axis open, instead of going to its first entry. */
  readonly holdOpenAxis: boolean
  /** The parallel group of the phone. */
  readonly groupId?: string | undefined
}

/**
 * A card from a participant. Nothing about person, device or time is kept. The same id with the same secret changes the
 * words of the card, so that a phone may repeat itself. A card that names an entry which is gone (an old page) waits for
 * the facilitator to place it.
 */
export const submitCard: Command<Submission> = (view, args, context) => {
  if (sessionOf(view)?.state === 'closed') return refuse('session-is-closed')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const step = runningStep(view, args.groupId)
  const board = step?.boardId === undefined ? undefined : view.board.get(step.boardId)
  if (!step || !board || !takesWords(step, context.now)) return refuse('step-closed')
  const earlier = view.card.get(args.id)
  if (earlier) return changeOwn(earlier, text.value, args, step.id)
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.card.size >= LIMITS.cards) return refuse('too-many', { limit: LIMITS.cards })
  const { zone, open, gone } = zoneFrom(view, board, args.entryIds)
  const alone = step.contribute === 'alone'
  const card: Card = {
    type: 'card',
    id: args.id,
    boardId: board.id,
    zone,
    order: randomOrder(view, { boardId: board.id, zone, stepId: step.id }, context.random),
    text: text.value,
    // A voice that is gone counts as none given.
    ...(args.voiceId !== undefined && view.voice.has(args.voiceId) ? { voiceId: args.voiceId } : {}),
    source: args.source,
    held: gone || step.holdFirst === true || (open && args.holdOpenAxis),
    revealed: !alone,
    quote: args.quote,
    editHash: args.editHash,
    stepId: step.id,
  }
  return done({ added: [card] })
}

const takesWords = (step: Step, now: number): boolean => step.contribute !== 'closed' && !isLocked(step, now)

const changeOwn = (card: Card, text: string, args: Submission, stepId: string): Outcome => {
  if (card.editHash === undefined || card.editHash !== args.editHash) return refuse('wrong-secret')
  if (card.stepId !== stepId) return refuse('step-closed')
  return done({ changed: [patch<'card'>(card, { text, quote: args.quote })] })
}

type Chosen = { readonly zone: string[]; readonly open: boolean; readonly gone: boolean }

/** On a board of rounds what is said goes to the round that this session is. */
const roundColumn = (view: DocumentView, board: Board): string | undefined => {
  const columns = board.axes[0]?.entries ?? []
  if (board.layout !== 'rounds' || columns.length !== roundsOf(view).length) return undefined
  return columns[withinRounds(sessionOf(view)?.round ?? 1, columns.length) - 1]?.id
}

const zoneFrom = (view: DocumentView, board: Board, entryIds: readonly string[]): Chosen => {
  const column = roundColumn(view, board)
  const named = column === undefined || entryIds.length > 0 ? entryIds : [column]
  const chosen = board.axes.map((axis) => axis.entries.find((entry) => named.includes(entry.id)))
  const known = new Set(board.axes.flatMap((axis) => axis.entries.map((entry) => entry.id)))
  return {
    zone: board.axes.map((axis, index) => chosen[index]?.id ?? axis.entries[0]?.id ?? ''),
    open: board.axes.some((axis, index) => chosen[index] === undefined && axis.entries.length > 1),
    gone: entryIds.some((id) => !known.has(id)),
  }
}

type Place = { readonly boardId: string; readonly zone: readonly string[]; readonly stepId: string }

/** Anywhere among what this step brought to the zone, behind all else: the order tells nobody who was first. */
const randomOrder = (view: DocumentView, { boardId, zone, stepId }: Place, random: () => number): string => {
  const here = [...view.card.values()].filter((card) => card.boardId === boardId && sameZone(card.zone, zone))
  const sorted = here.toSorted(byOrder)
  const lastOther = sorted.findLastIndex((card) => card.stepId !== stepId)
  const slots = sorted.length - lastOther
  const at = lastOther + Math.min(slots - 1, Math.floor(random() * slots))
  return orderBetween(sorted[at]?.order ?? null, sorted[at + 1]?.order ?? null)
}

/** The author takes the card back, at any time before people vote on it. */
export const withdrawCard: Command<{ readonly id: string; readonly editHash: string }> = (view, { id, editHash }) => {
  const card = view.card.get(id)
  if (!card) return missing('card')
  if (card.editHash === undefined || card.editHash !== editHash) return refuse('wrong-secret')
  return removeCards(view, [card], { copies: true })
}
