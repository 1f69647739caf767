import { isVoiceSlot } from '../charts/voice-looks'
import type { ResultGroup, ResultView, Sentence, SentenceParam } from '../rules/result-model'
import type { Figure, FigureUnit, VoiceRef, Words } from './model'
import { figure, hiddenFigure, listed, plain, say } from './model'
import { labelWords } from './voice-refs'

/** A sentence of a result, whose words stand in the `result` namespace unless its key names another. */
export const sentenceWords = (sentence: Sentence): Words => ({
  t: 'say',
  key: sentence.key.includes(':') ? sentence.key : `result:${sentence.key}`,
  params: Object.fromEntries(Object.entries(sentence.params).map(([name, value]) => [name, paramWords(value)])),
})

const paramWords = (value: SentenceParam): Words | string | number =>
  typeof value === 'object' ? listed(value.labels.map(labelWords)) : typeof value === 'string' ? plain(value) : value

export const groupRef = (group: ResultGroup): VoiceRef => ({
  look: typeof group.slot === 'number' && isVoiceSlot(group.slot) ? group.slot : 'joined',
  name: listed(group.names.map(labelWords)),
})

/** With its ballots: what a share is a share of. */
export const countedRef = (group: ResultGroup): VoiceRef => {
  const { look, name } = groupRef(group)
  return { look, name: say('votes.voiceCount', { voice: name, count: group.ballots }) }
}

/** Unique in the report: every figure, chart and table of a round begins with it. */
export const idOf = (result: ResultView): string => `vote-${result.voteId}-${result.roundNumber}`

export const unitOf = (result: ResultView): FigureUnit => (result.method.name === 'dots' ? 'count' : 'points')

/** One decimal, as it is read: the same figure has the same value in every chart and table. */
export const rounded = (value: number): number => Math.round(value * 10) / 10

/** A figure of one decimal, or the sign for one that is not shown. `id` goes behind that of the round. */
export const roundedFigure = (
  result: ResultView,
  id: string,
  value: number | null | undefined,
  unit: FigureUnit,
  n?: number,
): Figure =>
  value === null || value === undefined
    ? hiddenFigure(`${idOf(result)}.${id}`, unit)
    : figure(`${idOf(result)}.${id}`, rounded(value), unit, n)
