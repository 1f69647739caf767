import { assertNever } from '../lib/assert-never'
import type { Label } from '../model/text'
import type { ResultView, Sentence, SentenceParam } from '../rules/result-model'
import { heatOf, pairsOf } from './vote-grids'
import type { VotePicture } from './vote-pictures'
import { easyWins, quadrantsOf } from './vote-quadrants'
import { answersOf, stancesOf } from './vote-stacks'

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `charts:finding.${key}`, params })

/** A heading names no more topics than these; the picture has them all. */
const MOST_NAMED = 3

/** People end a card with a full stop; inside our sentence it would end that too. */
const inSentence = (text: string): string => text.replace(/[\s.]+$/, '')
const named = (texts: readonly string[]): { readonly labels: readonly Label[] } => ({
  labels: texts.slice(0, MOST_NAMED).map((text) => ({ text: inSentence(text) })),
})
const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** The one sentence that stands above a picture of a result: what there is to see in it. */
export const findingOf = (result: ResultView, picture: VotePicture): Sentence => {
  const [first] = result.sentences
  if (result.ballots === 0 && first) return first
  switch (picture) {
    case 'byVoice':
      return first ?? say('byVoice')
    case 'heat':
      return heatFinding(result)
    case 'answers':
      return answersFinding(result)
    case 'stances':
      return stancesFinding(result)
    case 'quadrants':
      return quadrantsFinding(result)
    case 'pairs':
      return pairsFinding(result)
    default:
      return assertNever(picture)
  }
}

const heatFinding = (result: ResultView): Sentence => {
  const heat = heatOf(result)
  let top: { readonly text: string; readonly voices: SentenceParam; readonly figure: number } | null = null
  for (const row of heat.rows) {
    for (const [at, cell] of row.cells.entries()) {
      if (cell.figure === null || cell.figure <= (top?.figure ?? 0)) continue
      top = { text: row.text, voices: { labels: result.groups[at]?.names ?? [] }, figure: cell.figure }
    }
  }
  if (top === null) return say('heatNone')
  const figure = heat.unit === 'mean' ? oneDecimal(top.figure) : Math.round(top.figure)
  return say(heat.unit === 'mean' ? 'heatMean' : 'heatPercent', {
    option: inSentence(top.text),
    voices: top.voices,
    figure,
  })
}

const answersFinding = (result: ResultView): Sentence => {
  const rows = answersOf(result).filter((row) => row.spread !== null)
  const [most] = rows.toSorted((a, b) => (b.spread ?? 0) - (a.spread ?? 0))
  if (!most || !((most.spread ?? 0) > 0)) return say('answersAlike')
  return say('answers', { option: inSentence(most.text), spread: oneDecimal(most.spread ?? 0) })
}

const stancesFinding = (result: ResultView): Sentence => {
  const rows = stancesOf(result)
  const [only] = rows
  if (!only) return say('byVoice')
  const objections = rows.reduce((total, row) => total + row.all.object, 0)
  if (rows.length === 1) {
    const params = { option: inSentence(only.text), support: only.all.support, total: only.total }
    return objections === 0 ? say('consentOne', params) : say('objectOne', { ...params, count: objections })
  }
  const free = rows.filter((row) => row.total > 0 && row.all.object === 0)
  if (free.length === rows.length) return say('consentAll')
  return free.length === 0
    ? say('objectAll', { count: objections })
    : say('consentSome', { options: named(free.map(({ text }) => text)), count: free.length })
}

const quadrantsFinding = (result: ResultView): Sentence => {
  const easy = easyWins(quadrantsOf(result))
  return easy.length === 0
    ? say('quadrantsNone')
    : say(easy.length > MOST_NAMED ? 'quadrantsMore' : 'quadrants', {
        options: named(easy.map(({ text }) => text)),
        count: easy.length,
      })
}

const pairsFinding = (result: ResultView): Sentence => {
  const winner = result.options.find(({ id }) => id === result.condorcet)
  if (winner) return say('condorcet', { option: inSentence(winner.text) })
  return (pairsOf(result, 0)?.even ?? 0) > 0 ? say('condorcetNoneTied') : say('condorcetNone')
}
