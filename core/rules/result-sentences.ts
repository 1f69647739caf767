import type { Label } from '../model/text'
import type { VoteMethod } from '../model/vote'
import { methodSentences } from './result-by-method'
import type { Facts, ResultOption, Sentence } from './result-model'
import { inSentence, naming, say, textOf } from './result-say'

/** Percentage points below which a difference is not worth a sentence. */
const WORTH_SAYING = 10

/** Their shares are places on a scale, not parts of anything that was counted: no percentage is said. */
const SCALED: ReadonlySet<VoteMethod['name']> = new Set(['rating', 'effort-effect', 'ranking'] as const)

/** What the result says, most important first. Only about shown groups, and nothing that rests on lines not shown. */
export const sentencesOf = (facts: Facts): Sentence[] => {
  if (facts.ballots === 0) return [say('nobodyVoted')]
  const byVoice = facts.groups.length > 1
  return [
    ...overallFirst(facts),
    ...methodSentences(facts),
    ...(byVoice
      ? [...firstChoices(facts), ...agreement(facts), ...difference(facts), ...alone(facts), ...atTheEnd(facts)]
      : []),
    ...(facts.divergence ? [say(`divergence.${facts.divergence.band}`, { value: facts.divergence.value })] : []),
  ]
}

const overallFirst = ({ options }: Facts): Sentence[] => {
  const first = options.filter((option) => option.position === 1)
  const [only] = first
  if (!only || first.length === options.length) return options.length > 1 ? [say('allTied')] : []
  if (first.length > 1)
    return [
      naming(
        ['firstTied', 'firstTiedMore'],
        first.map(({ text }) => text),
      ),
    ]
  return [say('first', { option: inSentence(only.text) })]
}

/** The same first for every group, if there is one. */
const sharedFirst = ({ groups }: Facts): string | undefined => {
  const [first] = groups[0]?.first ?? []
  return groups.every((group) => group.first.length === 1 && group.first[0] === first) ? first : undefined
}

const firstChoices = (facts: Facts): Sentence[] => {
  const shared = sharedFirst(facts)
  if (shared !== undefined) return [say('everyVoiceFirst', { option: textOf(facts, shared) })]
  const byOption = new Map<string, Label[]>()
  for (const group of facts.groups) {
    const [only] = group.first
    if (group.first.length !== 1 || only === undefined) continue
    byOption.set(only, [...(byOption.get(only) ?? []), ...group.names])
  }
  const others = new Set(facts.minority.map(({ optionId }) => optionId))
  return [...byOption].map(([id, labels]) =>
    say(others.has(id) ? 'minority' : 'voicesFirst', { voices: { labels }, option: textOf(facts, id) }),
  )
}

/** Hardly more options than a third of them: what is near the top says nothing that the first choices do not say. */
const FEW = 4

const agreement = (facts: Facts): Sentence[] => {
  const top = facts.agree.filter(({ at }) => at === 'top').map(({ optionId }) => optionId)
  const [only] = top
  if (only === undefined) return noneInCommon(facts)
  if (top.length > 1)
    return [
      naming(
        ['everyVoiceTopSeveral', 'everyVoiceTopSeveralMore'],
        top.map((id) => textOf(facts, id)),
      ),
    ]
  return only === sharedFirst(facts) ? [] : [say('everyVoiceTop', { option: textOf(facts, only) })]
}

const noneInCommon = ({ options }: Facts): Sentence[] => {
  if (options.length <= FEW || options.some((option) => option.hidden)) return []
  const third = Math.floor(options.length / 3)
  const isTop = ({ position, value }: ResultOption['cells'][number]): boolean =>
    position !== null && position <= third && (value ?? 0) > 0
  return options.some(({ cells }) => cells.every(isTop)) ? [] : [say('noCommonTop')]
}

const atTheEnd = (facts: Facts): Sentence[] => {
  const end = facts.agree.filter(({ at }) => at === 'end').map(({ optionId }) => textOf(facts, optionId))
  return end.length > 0 && facts.options.length > FEW ? [naming(['everyVoiceEnd', 'everyVoiceEndMore'], end)] : []
}

const difference = (facts: Facts): Sentence[] => {
  const widest = facts.options.find((option) => option.id === facts.widest[0])
  if (!widest || widest.gap === null) return []
  if (widest.gap < WORTH_SAYING) {
    const isAlike = facts.divergence?.band !== 'high' && facts.options.every((option) => !option.hidden)
    return isAlike ? [say('nobodyDiffers')] : []
  }
  const cells = widest.cells.filter((cell) => cell.share !== null)
  const sorted = cells.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const high = sorted[0]
  const low = sorted.at(-1)
  const namesOf = (id: string | undefined): { readonly labels: readonly Label[] } => ({
    labels: facts.groups.find((group) => group.id === id)?.names ?? [],
  })
  const names = { option: inSentence(widest.text), high: namesOf(high?.groupId), low: namesOf(low?.groupId) }
  const most = SCALED.has(facts.method.name)
    ? say('differMostPlain', names)
    : say('differMost', { ...names, highShare: Math.round(high?.share ?? 0), lowShare: Math.round(low?.share ?? 0) })
  const also = facts.differ.filter((id) => id !== widest.id).map((id) => textOf(facts, id))
  return also.length > 0 ? [most, naming(['differAlso', 'differAlsoMore'], also)] : [most]
}

const alone = (facts: Facts): Sentence[] =>
  facts.groups.flatMap((group) => {
    const own = facts.alone.filter((one) => one.groupId === group.id && !group.first.includes(one.optionId))
    const texts = own.map(({ optionId }) => textOf(facts, optionId))
    return texts.length > 0 ? [naming(['alone', 'aloneMore'], texts, { voices: { labels: group.names } })] : []
  })

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
