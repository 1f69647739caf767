import type { Facts, ResultOption, Sentence } from './result-model'
import { inSentence, naming, say, textOf } from './result-say'
import { undefeated } from './tally-scores'

/** What is said of the whole room's answers by one kind of vote alone. */
export const methodSentences = (facts: Facts): Sentence[] => {
  switch (facts.method.name) {
    case 'ranking':
      return oneToOne(facts)
    case 'consent':
      return objections(facts)
    case 'effort-effect':
      return easyGains(facts)
    case 'rating':
      return [...onlyOneRated(facts), ...furthestApart(facts)]
    case 'approval':
    case 'dots':
    case 'share-100':
      return []
  }
}

/** Every two options compared on every ballot (Condorcet, see `condorcetWinner`). */
const oneToOne = (facts: Facts): Sentence[] => {
  const { options, pairs, condorcet } = facts
  if (!pairs || options.length < 3) return []
  if (condorcet !== null) {
    const first = options.filter((option) => option.position === 1)
    const isFirst = first.length === 1 && first[0]?.id === condorcet
    return [say(isFirst ? 'condorcet.first' : 'condorcet.other', { option: textOf(facts, condorcet) })]
  }
  const level = undefeated(pairs).flatMap((at) => options[at]?.text ?? [])
  return [level.length > 0 ? naming(['condorcet.level', 'condorcet.levelMore'], level) : say('condorcet.circle')]
}

/** Named one by one; with more, only how many. */
const MOST_OBJECTIONS = 3

const objections = ({ options }: Facts): Sentence[] => {
  const answered = options.filter(({ row }) => row.some((count) => count > 0))
  const clear = answered.filter(({ row }) => (row[2] ?? 0) === 0)
  const objected = answered.filter(({ row }) => (row[2] ?? 0) > 0)
  const one = ({ text, row }: ResultOption): Sentence =>
    say('consent.objections', { option: inSentence(text), count: row[2] ?? 0 })
  return [
    ...(clear.length > 0
      ? [
          naming(
            ['consent.clear', 'consent.clearMore'],
            clear.map(({ text }) => text),
          ),
        ]
      : []),
    ...(objected.length > MOST_OBJECTIONS
      ? [say('consent.several', { count: objected.length })]
      : objected.map((option) => one(option))),
  ]
}

/** Of answers from 1 to 5. */
const MIDDLE = 3

const easyGains = ({ options }: Facts): Sentence[] => {
  const found = options.filter(
    ({ effort, value }) => effort !== null && value !== null && effort < MIDDLE && value > MIDDLE,
  )
  if (found.length === 0) return [say('quadrant.none')]
  return [
    naming(
      ['quadrant.easyGains', 'quadrant.easyGainsMore'],
      found.map(({ text }) => text),
    ),
  ]
}

/** A standard deviation from which people answer so differently that the mean says little. */
const WIDE = 1

const furthestApart = ({ options }: Facts): Sentence[] => {
  const most = Math.max(0, ...options.map(({ spread }) => spread ?? 0))
  const widest = options.filter(({ spread }) => spread === most)
  return most >= WIDE
    ? [
        naming(
          ['spread', 'spreadMore'],
          widest.map(({ text }) => text),
        ),
      ]
    : []
}

/** With one option alone there is no first place to tell of. */
const onlyOneRated = ({ options }: Facts): Sentence[] => {
  const [only] = options
  if (!only || options.length > 1 || only.value === null) return []
  return [say('ratedHigh', { option: inSentence(only.text), count: (only.row[3] ?? 0) + (only.row[4] ?? 0) })]
}
