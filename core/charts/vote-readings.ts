import type { Label } from '../model/text'
import type { ResultView, Sentence } from '../rules/result-model'

/** A way to read a result by voice, with what it finds; without findings, `none` says so. */
export type Reading = {
  readonly id: 'agree' | 'differ' | 'alone' | 'minority'
  readonly title: Sentence
  readonly items: readonly Sentence[]
  readonly none: Sentence
}

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `charts:reading.${key}`, params })

/** More would not be read; the table beside has them all. */
const MOST_ITEMS = 5

const inSentence = (text: string): string => text.replace(/[\s.]+$/, '')

type Names = { readonly labels: readonly Label[] }

/** Where voices agree and differ, what one sees alone, the minority view; empty where no voices may be shown. */
export const readingsOf = (result: ResultView): Reading[] => {
  const lines = result.options.filter(({ hidden }) => !hidden).length
  if (result.groups.length < 2 || lines === 0) return []
  const textOf = (id: string): string => inSentence(result.options.find((option) => option.id === id)?.text ?? '')
  const namesOf = (id: string): Names => ({ labels: result.groups.find((group) => group.id === id)?.names ?? [] })
  const agree = result.agree.map(({ optionId, at }) =>
    at === 'top' ? say('agreeTop', { option: textOf(optionId) }) : say('agreeEnd', { option: textOf(optionId) }),
  )
  const differ = result.differ.map((id) => differSentence(result, id, textOf(id), namesOf))
  const alone = result.alone.map(({ groupId, optionId }) =>
    say('aloneOne', { voices: namesOf(groupId), option: textOf(optionId) }),
  )
  const minority = result.minority.map(({ groupId, optionId }) =>
    say('minorityOne', { voices: namesOf(groupId), option: textOf(optionId) }),
  )
  const all: Reading[] = [
    { id: 'agree', title: say('agree'), items: agree.slice(0, MOST_ITEMS), none: say('agreeNone') },
    { id: 'differ', title: say('differ'), items: differ.slice(0, MOST_ITEMS), none: say('differNone') },
    { id: 'alone', title: say('alone'), items: alone.slice(0, MOST_ITEMS), none: say('aloneNone') },
    { id: 'minority', title: say('minority'), items: minority.slice(0, MOST_ITEMS), none: say('minorityNone') },
  ]
  // With one line there is nothing to stand higher or lower than.
  return lines > 1 ? all : all.filter(({ id }) => id === 'differ')
}

const differSentence = (
  result: ResultView,
  id: string,
  text: string,
  namesOf: (groupId: string) => Names,
): Sentence => {
  const option = result.options.find((one) => one.id === id)
  const cells = (option?.cells ?? []).filter((cell) => cell.share !== null)
  const sorted = cells.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const [high] = sorted
  const low = sorted.at(-1)
  if (!high || !low) return say('differPlain', { option: text })
  return say('differOne', {
    option: text,
    gap: Math.round(option?.gap ?? 0),
    high: namesOf(high.groupId),
    low: namesOf(low.groupId),
  })
}
