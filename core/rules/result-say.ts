import type { Facts, Sentence } from './result-model'

/** Of a list in a sentence; how many more there are is said. */
const MOST_NAMED = 5

export const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `result:${key}`, params })

/** People end a card with a full stop; inside our sentence it would end that too. */
export const inSentence = (text: string): string => text.replace(/[\s.]+$/, '')

export const textOf = ({ options }: Facts, id: string): string =>
  inSentence(options.find((option) => option.id === id)?.text ?? '')

/** A sentence with a list `options`; a long one is cut, and then the second key says by `count` how many more there are. */
export const naming = (
  [key, more]: readonly [key: string, more: string],
  texts: readonly string[],
  params: Sentence['params'] = {},
): Sentence => {
  const labels = texts.slice(0, MOST_NAMED).map((text) => ({ text: inSentence(text) }))
  const count = texts.length - labels.length
  const all = { ...params, options: { labels } }
  return count > 0 ? say(more, { ...all, count }) : say(key, all)
}
