import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import type { Block, Removal, Words } from './model'
import { plain, say } from './model'
import type { Audience } from './voice-refs'
import { voiceGroups } from './voice-refs'

/** How the figures came about: admission of each vote, thresholds, quotes, and the facilitator's own ties. */
export const methodBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const session = sessionOf(view)
  const lab = labOf(view)
  const k = audience === 'public' ? (session?.k.public ?? 5) : (session?.k.room ?? 3)
  const votes = ordered(view, 'vote').flatMap((vote): Words[] => {
    const closed = vote.rounds.filter((round) => round.result)
    return closed.map((round) =>
      say(`method.vote.${vote.admission}`, {
        question: plain(vote.question),
        cast: round.result?.cast ?? 0,
        present: round.result?.present ?? 0,
        round: round.number,
      }),
    )
  })
  return [
    { b: 'paragraph', words: say('method.threshold', { k }) },
    ...(votes.length > 0 ? [{ b: 'list', id: 'method-votes', items: votes } as const] : []),
    ...(votes.length > 0 ? [{ b: 'paragraph', words: say('method.divergence') } as const] : []),
    { b: 'paragraph', words: say('method.quotes') },
    { b: 'paragraph', words: lab?.ties ? say('method.ties', { ties: plain(lab.ties) }) : say('method.noTies') },
  ]
}

/** What the builder itself keeps out of every report, counted. */
export const builtRemovals = (view: DocumentView): Removal[] => {
  let held = 0
  for (const card of view.card.values()) if (card.held || !card.revealed) held += 1
  let notebook = 0
  for (const entry of view.notebook.values()) if (!entry.shared) notebook += 1
  const groups = voiceGroups(view, 'public')
  return [
    { what: 'held-cards', count: held },
    { what: 'notebook', count: notebook, inPublic: view.notebook.size },
    { what: 'people', count: view.person.size },
    {
      what: 'merged-voices',
      count: groups.filter((group) => group.voices.length > 1).reduce((sum, group) => sum + group.voices.length, 0),
    },
  ]
}
