import type { Card, Statement } from '../model/card'
import type { DocumentView } from '../model/document'
import type { Quote } from '../model/person'
import { roundOfCard, roundsOf, withinRounds } from './dialogue-rounds'

/** One thing said: a released statement, or an answer that so far only lies on a board of this session. */
export type Said = {
  /** Of the statement; of the card while there is none. */
  readonly id: string
  readonly kind: 'statement' | 'card'
  readonly text: string
  readonly voiceId: string | undefined
  readonly quote: Quote
  readonly round: number
  /** The card it is a copy of, while that lies in this session. */
  readonly cardId: string | undefined
  /** The session it was released in; of a card, none. */
  readonly sessionId: string | undefined
}

/** Who answers what: each thing said hangs on one other at most, so that nothing stands in two places. */
export type Hanging = {
  readonly said: ReadonlyMap<string, Said>
  /** Answer → what it hangs on. Without circles. */
  readonly parent: ReadonlyMap<string, string>
  /** Answer → what else it answers, in other places. */
  readonly also: ReadonlyMap<string, readonly string[]>
}

/** Card → statement: a released card and its copy are one thing. Of two copies of a card the first counts. */
export const statementByCard = (view: DocumentView): Map<string, Statement> => {
  const found = new Map<string, Statement>()
  for (const statement of view.statement.values()) {
    if (!found.has(statement.origin.cardId)) found.set(statement.origin.cardId, statement)
  }
  return found
}

/** What a link's end stands for: of a released card its statement, of a cluster its cards. */
const endsOf = (view: DocumentView, released: ReadonlyMap<string, Statement>) => {
  const end = (id: string): string => (view.statement.has(id) ? id : (released.get(id)?.id ?? id))
  return (id: string): string[] => {
    const cluster = view.cluster.get(id)
    return cluster ? [...new Set(cluster.cards.map((card) => end(card.id)))] : [end(id)]
  }
}

const saidOfStatement = (view: DocumentView, statement: Statement, rounds: number): Said => ({
  id: statement.id,
  kind: 'statement',
  text: statement.text,
  voiceId: statement.voiceId,
  quote: statement.quote,
  round: withinRounds(statement.round, rounds),
  cardId: view.card.has(statement.origin.cardId) ? statement.origin.cardId : undefined,
  sessionId: statement.origin.sessionId,
})

const saidOfCard = (view: DocumentView, card: Card): Said => ({
  id: card.id,
  kind: 'card',
  text: card.text,
  voiceId: card.voiceId,
  quote: card.quote,
  round: roundOfCard(view, card),
  cardId: card.id,
  sessionId: undefined,
})

type Answering = ReadonlyMap<string, readonly string[]>

/** Answer → everything it answers, each once. */
const answersIn = (view: DocumentView, released: ReadonlyMap<string, Statement>): Answering => {
  const ends = endsOf(view, released)
  const answers = new Map<string, string[]>()
  for (const link of view.link.values()) {
    if (link.kind !== 'answers') continue
    for (const from of ends(link.from)) {
      for (const to of ends(link.to)) {
        const known = answers.get(from) ?? []
        if (from !== to && !known.includes(to)) answers.set(from, [...known, to])
      }
    }
  }
  return answers
}

/** Every statement, and every card in sight that answers one of them, straight or through others. */
const allSaid = (view: DocumentView, answers: Answering): Map<string, Said> => {
  const rounds = roundsOf(view).length
  const said = new Map<string, Said>()
  for (const statement of view.statement.values()) {
    said.set(statement.id, saidOfStatement(view, statement, rounds))
  }
  const answeredBy = new Map<string, string[]>()
  for (const [from, tos] of answers) for (const to of tos) answeredBy.set(to, [...(answeredBy.get(to) ?? []), from])
  const open = [...said.keys()]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const from of answeredBy.get(id) ?? []) {
      const card = said.has(from) ? undefined : view.card.get(from)
      if (!card || card.held || !card.revealed) continue
      said.set(from, saidOfCard(view, card))
      open.push(from)
    }
  }
  return said
}

/** Earlier rounds first: what is asked stands before what answers it, also where links run in a circle. */
const inOrder = (said: ReadonlyMap<string, Said>): Said[] => [...said.values()].toSorted((a, b) => a.round - b.round)

export const hangingOf = (view: DocumentView): Hanging => {
  const released = statementByCard(view)
  const answers = answersIn(view, released)
  const said = allSaid(view, answers)
  const parent = new Map<string, string>()
  const also = new Map<string, readonly string[]>()
  const leadsBack = (from: string, to: string): boolean => {
    for (let id: string | undefined = to; id !== undefined; id = parent.get(id)) if (id === from) return true
    return false
  }
  for (const { id } of inOrder(said)) {
    const targets = (answers.get(id) ?? []).filter((to) => said.has(to))
    const first = targets.find((to) => !leadsBack(id, to))
    if (first !== undefined) parent.set(id, first)
    const others = targets.filter((to) => to !== first)
    if (others.length > 0) also.set(id, others)
  }
  return { said, parent, also }
}
