import { patch } from '../change/diff'
import { LIMITS } from '../model/limits'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { done, refuse, tidy } from './kit'

/** Each tag once, whatever its capitals; the first spelling stays. Undefined in, undefined out. */
export const cleanTags = (tags: readonly string[] | undefined): string[] | undefined => {
  if (tags === undefined) return undefined
  const seen = new Map<string, string>()
  for (const tag of tags.map(tidy)) {
    const key = tag.toLowerCase()
    if (tag !== '' && !seen.has(key)) seen.set(key, tag)
  }
  return [...seen.values()].slice(0, LIMITS.tags)
}

/** On every card that has it; where the new name stands already, one of the two stays. */
const rename: Run<'tag.rename'> = (view, { from, to }) => {
  const next = tidy(to ?? '')
  if (to !== null && next === '') return refuse('text-empty')
  const changed = [...view.card.values()]
    .filter((card) => card.tags?.includes(from))
    .map((card) => {
      const tags = (card.tags ?? []).flatMap((tag) => (tag === from ? (to === null ? [] : [next]) : [tag]))
      return patch<'card'>(card, { tags: cleanTags(tags) })
    })
  return done({ changed })
}

export const tagCommands = {
  'tag.rename': { run: rename, undoable: true },
} satisfies Partial<CommandTable>
