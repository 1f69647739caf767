import type { Label } from '../model/text'
import type { ResultOption, ResultView, Sentence } from './result-model'

type Facts = Omit<ResultView, 'sentences' | 'notes'>

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `result:${key}`, params })

/** Percentage points below which a difference is not worth a sentence. */
const WORTH_SAYING = 10
const TOP = 3

/** What the result says, most important first. Only about shown groups. */
export const sentencesOf = (facts: Facts): Sentence[] => {
  if (facts.ballots === 0) return [say('nobodyVoted')]
  const byVoice = facts.groups.length > 1
  return [
    ...overallFirst(facts),
    ...(byVoice ? [...firstChoices(facts), ...inEveryTop(facts), ...difference(facts)] : []),
    ...(facts.divergence ? [say(`divergence.${facts.divergence.band}`, { value: facts.divergence.value })] : []),
  ]
}

/** People end a card with a full stop; inside our sentence it would end that too. */
const inSentence = (text: string): string => text.replace(/[\s.]+$/, '')

const overallFirst = ({ options }: Facts): Sentence[] => {
  const first = options.filter((option) => option.position === 1)
  const [only] = first
  if (!only || first.length === options.length) return options.length > 1 ? [say('allTied')] : []
  if (first.length > 1)
    return [say('firstTied', { options: { labels: first.map(({ text }) => ({ text: inSentence(text) })) } })]
  return [say('first', { option: inSentence(only.text) })]
}

const textOf = ({ options }: Facts, id: string): string =>
  inSentence(options.find((option) => option.id === id)?.text ?? '')

const firstChoices = (facts: Facts): Sentence[] => {
  const byOption = new Map<string, Label[]>()
  let clear = 0
  for (const group of facts.groups) {
    const [only] = group.first
    if (group.first.length !== 1 || only === undefined) continue
    clear += 1
    byOption.set(only, [...(byOption.get(only) ?? []), ...group.names])
  }
  const shared = [...byOption.keys()][0]
  if (byOption.size === 1 && clear === facts.groups.length && shared !== undefined) {
    return [say('everyVoiceFirst', { option: textOf(facts, shared) })]
  }
  return [...byOption].map(([id, labels]) => say('voicesFirst', { voices: { labels }, option: textOf(facts, id) }))
}

/** Options that every group has among its first three; says nothing where there are hardly more than three. */
const inEveryTop = (facts: Facts): Sentence[] => {
  if (facts.options.length <= TOP + 1) return []
  const inTop = (option: ResultOption): boolean =>
    option.cells.every((cell) => cell.position !== null && cell.position <= TOP && (cell.value ?? 0) > 0)
  const common = facts.options.filter((option) => inTop(option))
  const [only] = common
  if (!only) return [say('noCommonTop')]
  if (common.length === 1) return [say('everyVoiceTop', { option: inSentence(only.text) })]
  return [say('everyVoiceTopSeveral', { options: { labels: common.map(({ text }) => ({ text: inSentence(text) })) } })]
}

const difference = (facts: Facts): Sentence[] => {
  const widest = facts.options.find((option) => option.id === facts.widest[0])
  if (!widest || widest.gap === null) return []
  if (widest.gap < WORTH_SAYING) return [say('nobodyDiffers')]
  const cells = widest.cells.filter((cell) => cell.share !== null)
  const sorted = cells.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const high = sorted[0]
  const low = sorted.at(-1)
  const namesOf = (id: string | undefined): { readonly labels: readonly Label[] } => ({
    labels: facts.groups.find((group) => group.id === id)?.names ?? [],
  })
  return [
    say('differMost', {
      option: inSentence(widest.text),
      high: namesOf(high?.groupId),
      highShare: Math.round(high?.share ?? 0),
      low: namesOf(low?.groupId),
      lowShare: Math.round(low?.share ?? 0),
    }),
  ]
}

/** How the figures were made and what is not shown; never how many people that concerns. */
export const notesOf = (facts: Facts): Sentence[] => {
  const joined = facts.groups.filter((group) => group.names.length > 1)
  return [
    say(facts.admission === 'codes' ? 'admission.codes' : 'admission.openRoom'),
    ...(facts.cast > facts.present && facts.present > 0 ? [say('moreThanPresent')] : []),
    ...(facts.blank > 0 ? [say('blank', { count: facts.blank })] : []),
    ...(facts.invalid > 0 ? [say('invalid', { count: facts.invalid })] : []),
    ...(facts.overallOnly && facts.ballots > 0 ? [say(`overallOnly.${facts.overallOnly}`)] : []),
    ...joined.map((group) => say('joined', { voices: { labels: group.names } })),
    ...(facts.options.some((option) => option.hidden) ? [say('hiddenLines')] : []),
  ]
}

/** The parameters as plain words, for a translation function: labels are named and listed by the caller. */
export const sentenceParams = (
  sentence: Sentence,
  nameOf: (label: Label) => string,
  list: (names: string[]) => string,
): { [name: string]: string | number } =>
  Object.fromEntries(
    Object.entries(sentence.params).map(([name, value]) => [
      name,
      typeof value === 'object' ? list(value.labels.map(nameOf)) : value,
    ]),
  )
