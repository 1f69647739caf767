import { createHash } from 'node:crypto'
import type { CommandContext } from '@core/commands/command'
import { cleanText, done, isTaken, refuse } from '@core/commands/kit'
import { runningStep } from '@core/commands/running-step'
import { err, ok } from '@core/lib/result'
import type { Result } from '@core/lib/result'
import type { Board } from '@core/model/board'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import type { DocumentView } from '@core/model/document'
import type { Step } from '@core/model/step'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import { sameSecret } from './secrets'
import type { DiffResult } from './ports'

type Submission = RequestArgs<'card.submit'> & { readonly voiceId: string | null; readonly kiosk: boolean }

/** The phone keeps the secret; the document only this. */
export const editHashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A card of the same id and secret is the answer to a message that was sent twice. */
export const submittedBefore = (view: DocumentView, { id, secret }: { id: string; secret: string }): Card | null => {
  const card = view.card.get(id)
  return card?.editHash !== undefined && sameSecret(card.editHash, editHashOf(secret)) ? card : null
}

/**
 * A statement from a phone or the kiosk. Its place in the order is random, so that it tells neither who was first nor
 * when.
 */
export const submitCard = (view: DocumentView, given: Submission, context: CommandContext): DiffResult => {
  const step = openStep(view)
  if (!step.ok) return step
  const { board, alone, stepId } = step.value
  if (isTaken(view, given.id)) return refuse('already-there')
  const text = cleanText(given.text, LIMITS.statement)
  if (!text.ok) return text
  const zone = zoneFor(board, given.entryIds ?? [])
  if (!zone) return refuse('wrong-place')
  const card: Card = {
    type: 'card',
    id: given.id,
    boardId: board.id,
    zone,
    order: randomOrder(context),
    text: text.value,
    ...(given.voiceId !== null && view.voice.has(given.voiceId) ? { voiceId: given.voiceId } : {}),
    source: given.kiosk ? 'kiosk' : 'phone',
    held: false,
    revealed: !alone,
    quote: given.quote,
    editHash: editHashOf(given.secret),
    stepId,
  }
  return done({ added: [card] })
}

export const withdrawCard = (view: DocumentView, id: string, secret: string): Result<Card, Failure> => {
  const card = view.card.get(id)
  if (!card) return err(failure('not-found', { type: 'card' }))
  return submittedBefore(view, { id, secret }) ? ok(card) : err(failure('wrong-secret'))
}

type OpenStep = { readonly board: Board; readonly alone: boolean; readonly stepId: string }

const openStep = (view: DocumentView): Result<OpenStep, Failure> => {
  const step: Step | undefined = runningStep(view)
  if (!step || step.contribute === 'closed') return err(failure('step-closed'))
  const board = step.boardId === undefined ? undefined : view.board.get(step.boardId)
  if (!board) return err(failure('step-closed'))
  return ok({ board, alone: step.contribute === 'alone', stepId: step.id })
}

/** Entries that were not named are the first of their axis. */
const zoneFor = (board: Board, entryIds: readonly string[]): string[] | null => {
  const known = new Set(board.axes.flatMap((axis) => axis.entries.map((entry) => entry.id)))
  if (entryIds.some((id) => !known.has(id))) return null
  return board.axes.map((axis) => {
    const named = axis.entries.find((entry) => entryIds.includes(entry.id))
    return (named ?? axis.entries[0])?.id ?? ''
  })
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** An order key at random: 48 bits; never ends in the lowest digit, as `core/change/order` asks. */
const randomOrder = (context: CommandContext): string => {
  let key = ''
  for (let index = 0; index < 8; index += 1) key += DIGITS.charAt(Math.floor(context.random() * DIGITS.length))
  return `${key}V`
}
