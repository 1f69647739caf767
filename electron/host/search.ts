import type { DocumentView } from '@core/model/document'
import type { SearchHit } from '@core/protocol/views'

const MOST = 50

/** Small letters without accents, so that "sola" finds "Šola". */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function* searchable(view: DocumentView): Generator<SearchHit> {
  for (const { id, text, revealed } of view.card.values()) if (revealed) yield { type: 'card', id, text }
  for (const { id, label } of view.cluster.values())
    if ('text' in label) yield { type: 'cluster', id, text: label.text }
  for (const { id, wording } of view.decision.values()) yield { type: 'decision', id, text: wording }
  for (const { id, text } of view.task.values()) yield { type: 'task', id, text }
  for (const { id, question } of view.vote.values()) yield { type: 'vote', id, text: question }
  for (const { id, text } of view.question.values()) yield { type: 'question', id, text }
}

/** Records in which every word stands; those that begin with the first word come first. */
export const searchIn = (view: DocumentView, text: string): SearchHit[] => {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits: { readonly hit: SearchHit; readonly first: boolean }[] = []
  for (const hit of searchable(view)) {
    const found = folded(hit.text)
    if (words.every((word) => found.includes(word))) hits.push({ hit, first: found.startsWith(words[0] ?? '') })
  }
  return hits
    .toSorted((a, b) => Number(b.first) - Number(a.first))
    .slice(0, MOST)
    .map(({ hit }) => hit)
}
