import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { Card, Link, Statement } from '../model/card'
import type { DocumentView } from '../model/document'
import { allRecords, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Quote } from '../model/person'
import { statementByCard } from '../rules/chain-links'
import { roundOfCard } from '../rules/dialogue-rounds'
import { referencesOf } from '../rules/references'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { checkRefs, cleanText, done, event, given, isTaken, isZone, missing, refuse } from './kit'
import { ordersInZone } from './places'

const LEVELS: readonly Quote[] = ['none', 'role', 'named']

/** The stricter of two: nobody can release more of somebody's words than they allowed. */
const stricter = (a: Quote, b: Quote): Quote => (LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b)

type Releasing = { readonly id: string; readonly by: 'author' | 'facilitator'; readonly quote: Quote | undefined }

const copyOf = (view: DocumentView, sessionId: string, card: Card, { id, by, quote }: Releasing): Statement => ({
  type: 'statement',
  id,
  origin: { sessionId, cardId: card.id },
  round: roundOfCard(view, card),
  text: card.text,
  ...(card.voiceId === undefined ? {} : { voiceId: card.voiceId }),
  quote: quote === undefined ? card.quote : stricter(card.quote, quote),
  releasedBy: by,
})

const release: Run<'statement.release'> = (view, { items, by, quote }, context) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  const released = statementByCard(view)
  const added: Statement[] = []
  for (const { id, cardId } of items) {
    const card = view.card.get(cardId)
    if (!card) return missing('card')
    if (card.held || !card.revealed) return refuse('still-hidden')
    const known = isTaken(view, id) || released.has(cardId)
    if (known || added.some((one) => one.id === id || one.origin.cardId === cardId)) return refuse('already-there')
    added.push(copyOf(view, session.id, card, { id, by, quote }))
  }
  return done({ added: [...added, event(context, 'statements.released', undefined, added.length)] })
}

const isAnswerTo = (link: Link, ends: readonly string[]): boolean => link.kind === 'answers' && ends.includes(link.to)

/** Links of the statement become links of its card, where the card does not have them already. */
const backToCard = (view: DocumentView, statement: Statement): { changed: (FieldChange | null)[]; removed: Link[] } => {
  const { cardId } = statement.origin
  const links = [...view.link.values()]
  const changed: (FieldChange | null)[] = []
  const removed: Link[] = []
  for (const link of links.filter(({ from, to }) => from === statement.id || to === statement.id)) {
    const from = link.from === statement.id ? cardId : link.from
    const to = link.to === statement.id ? cardId : link.to
    const known = links.some((other) => other.kind === link.kind && other.from === from && other.to === to)
    if (known || from === to || !view.card.has(cardId)) removed.push(link)
    else changed.push(patch<'link'>(link, { from, to }))
  }
  return { changed, removed }
}

const keepBack: Run<'statement.keep-back'> = (view, { id }) => {
  const statement = view.statement.get(id)
  if (!statement) return missing('statement')
  if (statement.origin.sessionId !== sessionOf(view)?.id) return refuse('of-earlier-session')
  const ends = [id, statement.origin.cardId]
  let uses = 0
  for (const record of allRecords(view)) {
    if (record.type === 'session' || record.type === 'group') continue
    const counts = record.type === 'link' ? isAnswerTo(record, ends) : referencesOf(record).includes(id)
    if (counts) uses += 1
  }
  if (uses > 0) return refuse('still-used', { count: uses })
  const links = backToCard(view, statement)
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: [...cleaning.changed, ...links.changed], removed: [statement, ...links.removed] })
}

const answer: Run<'statement.answer'> = (view, args) => {
  if (!view.statement.has(args.statementId)) return missing('statement')
  if (isTaken(view, args.cardId) || isTaken(view, args.linkId) || args.cardId === args.linkId) {
    return refuse('already-there')
  }
  if (view.card.size >= LIMITS.cards) return refuse('too-many', { limit: LIMITS.cards })
  const board = view.board.get(args.boardId)
  if (!board) return missing('board')
  if (!isZone(board, args.zone)) return refuse('wrong-place')
  const text = cleanText(args.text, LIMITS.statement)
  if (!text.ok) return text
  const wrong = checkRefs(view, [
    ['voice', args.voiceId],
    ['step', args.stepId],
  ])
  if (wrong) return wrong
  const order = ordersInZone(view, board.id, args.zone, null, 1)?.[0]
  if (order === undefined) return refuse('wrong-place')
  const card: Card = {
    type: 'card',
    id: args.cardId,
    boardId: board.id,
    zone: args.zone,
    order,
    text: text.value,
    source: 'facilitator',
    held: false,
    revealed: true,
    ...given(args, ['voiceId', 'stepId', 'spoken']),
    quote: args.quote ?? 'role',
  }
  const link: Link = { type: 'link', id: args.linkId, kind: 'answers', from: card.id, to: args.statementId }
  return done({ added: [card, link] })
}

export const statementCommands = {
  'statement.release': { run: release, undoable: true },
  'statement.keep-back': { run: keepBack, undoable: true },
  'statement.answer': { run: answer, undoable: true },
} satisfies Partial<CommandTable>
