import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Block } from './model'
import { say } from './model'
import type { Audience } from './voice-refs'

/** Entries that their owners shared with the lab: for the lab's own reports, never for the public, and without pictures. */
export const notebookBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const shared = ordered(view, 'notebook').filter((entry) => entry.shared)
  if (audience === 'public' || shared.length === 0) return []
  return [
    { b: 'paragraph', words: say('notebook.intro', { count: shared.length }) },
    ...shared.map((entry): Block => ({
      b: 'quote',
      id: `notebook-${entry.id}`,
      words: { t: 'said', text: entry.text, release: 'role' },
      by: null,
    })),
  ]
}
