import { createHash } from 'node:crypto'
import type { CommandContext } from '@core/commands/command'
import { submitCard as submit } from '@core/commands/submit'
import { err, ok } from '@core/lib/result'
import type { Result } from '@core/lib/result'
import type { Card } from '@core/model/card'
import type { DocumentView } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import { sameSecret } from './secrets'
import type { DiffResult } from './ports'

type Submission = RequestArgs<'card.submit'> & {
  readonly voiceId: string | null
  readonly groupId: string | null
  readonly kiosk: boolean
}

/** The phone keeps the secret; the document only this. */
export const editHashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A card of the same id and secret is the answer to a message that was sent twice. */
export const submittedBefore = (view: DocumentView, { id, secret }: { id: string; secret: string }): Card | null => {
  const card = view.card.get(id)
  return card?.editHash !== undefined && sameSecret(card.editHash, editHashOf(secret)) ? card : null
}

/** A statement from a phone or the kiosk. Phones offer one axis; the other one's first entry is where the card begins. */
export const submitCard = (view: DocumentView, given: Submission, context: CommandContext): DiffResult =>
  submit(
    view,
    {
      id: given.id,
      text: given.text,
      entryIds: given.entryIds ?? [],
      quote: given.quote,
      voiceId: given.voiceId ?? undefined,
      editHash: editHashOf(given.secret),
      source: given.kiosk ? 'kiosk' : 'phone',
      holdOpenAxis: false,
      groupId: given.groupId ?? undefined,
    },
    context,
  )

export const withdrawCard = (view: DocumentView, id: string, secret: string): Result<Card, Failure> => {
  const card = view.card.get(id)
  if (!card) return err(failure('not-found', { type: 'card' }))
  return submittedBefore(view, { id, secret }) ? ok(card) : err(failure('wrong-secret'))
}
