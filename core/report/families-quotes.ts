import type { DocumentView } from '../model/document'
import type { Decision, Ref } from '../model/outcome'
import { dialogueOf } from '../rules/chain'
import { resultView, shownRound } from '../rules/result-view'
import type { LabData } from './lab-sources'
import type { Release } from './model'

/** Words that somebody said and let others read. */
export type Quoted = {
  readonly id: string
  readonly text: string
  readonly voiceId: string | undefined
  readonly release: Release
}

export type QuotesOf = (refs: readonly Ref[], decision?: Decision) => Quoted[]

/**
 * From what an answer rests on to what was said: a card, the cards of a heading, a statement and what it goes back to, what
 * came first in a vote. Only what its author lets others read; nearest first, each once.
 */
export const quotesIn = ({ merged, held }: LabData): QuotesOf => {
  const roots = rootsByDecision(held.at(-1)?.view)
  const of = (ref: Ref, seen: ReadonlySet<string>): Quoted[] => {
    if (seen.has(ref.id)) return []
    const next = new Set([...seen, ref.id])
    return [...saidBy(merged, ref), ...furtherRefs(merged, ref).flatMap((one) => of(one, next))]
  }
  return (refs, decision) => {
    const found = new Map<string, Quoted>()
    const begin: readonly Ref[] = (decision ? (roots.get(decision.id) ?? []) : []).map((id) => ({
      type: 'statement',
      id,
    }))
    for (const ref of [...begin, ...refs]) {
      for (const quoted of of(ref, new Set())) if (!found.has(quoted.id)) found.set(quoted.id, quoted)
    }
    return [...found.values()]
  }
}

/** Of each decision that answers a statement of the dialogue: the statement that it began with. */
const rootsByDecision = (view: DocumentView | undefined): ReadonlyMap<string, readonly string[]> => {
  const roots = new Map<string, string[]>()
  if (!view || view.statement.size === 0) return roots
  for (const chain of dialogueOf(view).chains) {
    for (const { id } of chain.promises) roots.set(id, [...(roots.get(id) ?? []), chain.id])
  }
  return roots
}

const saidBy = (view: DocumentView, ref: Ref): Quoted[] => {
  if (ref.type === 'statement') {
    const statement = view.statement.get(ref.id)
    if (!statement || statement.quote === 'none') return []
    const { origin, text, voiceId, quote } = statement
    return [{ id: origin.cardId, text, voiceId, release: quote }]
  }
  const card = ref.type === 'card' ? view.card.get(ref.id) : undefined
  if (!card || card.held || !card.revealed || card.quote === 'none') return []
  return [{ id: card.id, text: card.text, voiceId: card.voiceId, release: card.quote }]
}

const furtherRefs = (view: DocumentView, ref: Ref): Ref[] => {
  switch (ref.type) {
    case 'cluster':
      return (view.cluster.get(ref.id)?.cards ?? []).map(({ id }) => ({ type: 'card', id }))
    case 'vote':
      return firstOf(view, ref.id)
    case 'decision':
      return [...(view.decision.get(ref.id)?.evidence ?? [])]
    case 'question':
    case 'task':
    case 'project':
    case 'indicator':
    case 'activity': {
      const origin = view[ref.type].get(ref.id)?.origin
      return origin ? [origin] : []
    }
    case 'card':
    case 'statement':
      return []
    default:
      return []
  }
}

const firstOf = (view: DocumentView, voteId: string): Ref[] => {
  const vote = view.vote.get(voteId)
  const result = vote && resultView(vote, shownRound(vote), view.voice.values(), 'public')
  return (result?.options ?? []).flatMap(({ position, source }) => (position === 1 && source ? [source] : []))
}
