import type { ImportedCard } from '@core/import/card-table'
import type { Failure } from '@core/protocol/failures'
import { newId } from '../../shared/lib/new-id'
import type { Replica } from '../../shared/replica/replica'
import type { MadeWith } from './new-names'

/** Letters and cards of one message: a letter takes three bytes at most, and messages end at one megabyte. */
const LETTERS = 200_000
const CARDS = 1_000

export interface ImportPlace {
  readonly boardId: string
  readonly zone: readonly string[]
  readonly stepId: string | undefined
  readonly source: 'import' | 'paper' | 'facilitator'
  readonly held: boolean
  /** Voices, columns and rows that come in with the first of them. */
  readonly made: MadeWith
}

const lengthOf = (card: ImportedCard): number =>
  card.text.length + (card.place?.length ?? 0) + card.tags.join('').length + 200

const inMessages = (cards: readonly ImportedCard[]): ImportedCard[][] => {
  const parts: ImportedCard[][] = []
  let letters = LETTERS
  for (const card of cards) {
    letters += lengthOf(card)
    if (letters > LETTERS || (parts.at(-1)?.length ?? CARDS) >= CARDS) {
      parts.push([])
      letters = lengthOf(card)
    }
    parts.at(-1)?.push(card)
  }
  return parts
}

/**
 * Adds the cards in order, in as many messages as it takes and as one undo; stopped, no further message goes out. Answers how
 * many are in, and why no more.
 */
export const addCards = async (
  replica: Replica,
  cards: readonly ImportedCard[],
  { boardId, zone, stepId, source, held, made }: ImportPlace,
  { progress, signal }: { readonly progress: (done: number) => void; readonly signal: AbortSignal },
): Promise<{ readonly done: number; readonly failure: Failure | null }> => {
  const batch = newId()
  let done = 0
  for (const part of inMessages(cards)) {
    if (signal.aborted) break
    const args = {
      boardId,
      zone: [...zone],
      source,
      held,
      batch,
      cards: part.map((card) => ({
        id: newId(),
        text: card.text,
        zone: [...card.zone],
        ...(card.tags.length === 0 ? {} : { tags: [...card.tags] }),
        ...(card.voiceId === undefined ? {} : { voiceId: card.voiceId }),
        ...(card.place === undefined ? {} : { place: card.place }),
      })),
      ...(stepId === undefined ? {} : { stepId }),
    }
    const isFirst = done === 0 && made.voices.length + made.entries.length > 0
    const reply = await (isFirst
      ? replica.run('card.import', { ...args, ...made })
      : replica.run('card.add-many', args))
    if (!reply.ok) return { done, failure: reply.error }
    done += part.length
    progress(done)
  }
  return { done, failure: null }
}
