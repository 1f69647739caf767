import { isVoiceSlot } from '../charts/voice-looks'
import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Channel } from '../model/vote'
import type { ResultGroup, ResultOption, ResultView, Sentence, SentenceParam } from '../rules/result-model'
import { resultView, shownRound } from '../rules/result-view'
import type { Block, Cell, Column, Figure, FigureUnit, TableBlock, VoiceRef, Words } from './model'
import { figure, hiddenFigure, listed, plain, say } from './model'
import type { Audience } from './voice-refs'
import { labelWords } from './voice-refs'

const CHANNELS: readonly Channel[] = ['phone', 'kiosk', 'paper', 'hands']

/** Every closed round, newest first within a vote, in the order of the votes. */
const closedRounds = (view: DocumentView, audience: Audience): ResultView[] =>
  ordered(view, 'vote').flatMap((vote) =>
    vote.rounds
      .map((_, index) => resultView(vote, index, view.voice.values(), audience))
      .filter((result) => result !== null)
      .toReversed(),
  )

/** The vote page one speaks of: the one with the most ballots, the later one where two are equal. */
const mainResult = (view: DocumentView, audience: Audience): ResultView | null => {
  const newest = ordered(view, 'vote').flatMap((vote) => {
    const result = resultView(vote, shownRound(vote), view.voice.values(), audience)
    return result ? [result] : []
  })
  return newest.reduce<ResultView | null>(
    (best, result) => (best === null || result.cast >= best.cast ? result : best),
    null,
  )
}

const sentenceWords = (sentence: Sentence): Words => ({
  t: 'say',
  key: sentence.key.includes(':') ? sentence.key : `result:${sentence.key}`,
  params: Object.fromEntries(Object.entries(sentence.params).map(([name, value]) => [name, paramWords(value)])),
})

const paramWords = (value: SentenceParam): Words | string | number =>
  typeof value === 'object' ? listed(value.labels.map(labelWords)) : typeof value === 'string' ? plain(value) : value

/** The two or three sentences of page one: what the main vote found, or what there is instead. */
export const leadWords = (view: DocumentView, audience: Audience): Words[] => {
  const result = mainResult(view, audience)
  if (result && result.sentences.length > 0) return result.sentences.slice(0, 3).map(sentenceWords)
  const cards = [...view.card.values()].filter((card) => card.revealed && !card.held).length
  // What came along from an earlier meeting was not decided in this one.
  const made = [...view.decision.values()].filter((one) => !one.fromSession && one.status !== 'dropped').length
  if (cards === 0 && made === 0) return [say('lead.empty')]
  return [
    say('lead.noVote', {
      cards: say('lead.cards', { count: cards }),
      decisions: say('lead.decisions', { count: made }),
    }),
  ]
}

const unitOf = (result: ResultView): FigureUnit => (result.method.name === 'dots' ? 'count' : 'points')

const idOf = (result: ResultView): string => `vote-${result.voteId}-${result.roundNumber}`

const barsBlock = (result: ResultView, options: readonly ResultOption[], sentence: Words): Block => ({
  b: 'chart',
  kind: 'bars',
  id: `${idOf(result)}-bars`,
  title: say('votes.overall'),
  sentence,
  tableId: idOf(result),
  rows: options.map((option) => ({
    id: option.id,
    label: plain(option.text),
    figure:
      option.value === null
        ? hiddenFigure(`${idOf(result)}.${option.id}.all`, unitOf(result))
        : figure(`${idOf(result)}.${option.id}.all`, option.value, unitOf(result), result.ballots),
    leads: option.position <= 3,
  })),
})

/** The first five topics of the main vote, for page one; nothing without a closed vote. */
export const topPriorities = (view: DocumentView): Block[] => {
  const result = mainResult(view, 'room')
  if (!result) return []
  return [
    barsBlock(result, result.options.slice(0, 5), overallSentence(result)),
    { b: 'paragraph', words: castWords(result) },
  ]
}

const overallSentence = (result: ResultView): Words => {
  const [first] = result.options
  const total = result.options.reduce((sum, option) => sum + (option.value ?? 0), 0)
  const key = result.method.name === 'dots' ? 'dots' : result.method.name === 'approval' ? 'votes' : 'points'
  if (!first) return say('votes.none')
  return say('votes.overallSentence', {
    option: plain(first.text),
    value: first.value ?? 0,
    total: say(`votes.unit.${key}`, { count: Math.round(total * 10) / 10 }),
  })
}

const castWords = (result: ResultView): Words => {
  const used = CHANNELS.filter((channel) => result.channels[channel] > 0)
  const channels =
    used.length > 0
      ? listed(used.map((channel) => say(`votes.channel.${channel}`, { count: result.channels[channel] })))
      : say('votes.noBallots')
  if (result.cast > result.present) return say('votes.castOnly', { count: result.cast, channels })
  return say('votes.cast', { count: result.cast, present: result.present, channels })
}

/** Each closed round: sentences, everyone's ranking, the voices side by side, where they part, the notes; or nothing. */
export const votesBlocks = (view: DocumentView, audience: Audience): Block[] =>
  closedRounds(view, audience).flatMap(resultBlocks)

const resultBlocks = (result: ResultView): Block[] => [
  {
    b: 'heading',
    id: idOf(result),
    level: 3,
    title: say('votes.round', { question: plain(result.question), round: result.roundNumber }),
  },
  ...(result.sentences.length > 0 ? [{ b: 'lead', words: result.sentences.map(sentenceWords) } as const] : []),
  barsBlock(result, result.options, overallSentence(result)),
  ...gapsBlock(result),
  // Before the table, which stays in one piece: below it, they could be all there is on a printed page.
  ...result.notes.map((note) => ({ b: 'notice', words: sentenceWords(note) }) as const),
  { b: 'paragraph', words: castWords(result) },
  ...(result.invalid > 0 ? [{ b: 'paragraph', words: say('votes.invalid', { count: result.invalid }) } as const] : []),
  rankingTable(result),
  ...(result.reasons.length > 0
    ? [
        {
          b: 'list',
          id: `${idOf(result)}-reasons`,
          items: result.reasons.map((text): Words => ({ t: 'said', text, release: 'role' })),
        } as const,
      ]
    : []),
]

const groupRef = (group: ResultGroup): VoiceRef => ({
  look: typeof group.slot === 'number' && isVoiceSlot(group.slot) ? group.slot : 'joined',
  name: listed(group.names.map(labelWords)),
})

const gapsBlock = (result: ResultView): Block[] => {
  const byId = new Map(result.options.map((option) => [option.id, option]))
  const widest = result.widest.flatMap((id) => byId.get(id) ?? [])
  const [first] = widest
  if (result.groups.length < 2 || !first) return [{ b: 'paragraph', words: say('votes.noGaps') }]
  return [
    {
      b: 'chart',
      kind: 'gaps',
      id: `${idOf(result)}-gaps`,
      title: say('votes.gaps'),
      sentence: say('votes.gapsSentence', { option: plain(first.text), gap: Math.round(first.gap ?? 0) }),
      tableId: idOf(result),
      rows: widest.map((option) => ({
        id: option.id,
        label: plain(option.text),
        gap: gapFigure(result, option),
        points: result.groups.map((group, index) => ({
          ...groupRef(group),
          figure: shareFigure(result, option, index),
        })),
      })),
    },
  ]
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const gapFigure = (result: ResultView, option: ResultOption): Figure => {
  const id = `${idOf(result)}.${option.id}.gap`
  return option.gap === null ? hiddenFigure(id, 'points') : figure(id, Math.round(option.gap), 'points')
}

const shareFigure = (result: ResultView, option: ResultOption, index: number): Figure => {
  const id = `${idOf(result)}.${option.id}.${index}`
  const share = option.cells[index]?.share
  return share === null || share === undefined
    ? hiddenFigure(id, 'percent')
    : figure(id, rounded(share), 'percent', result.groups[index]?.ballots)
}

/** Everyone and each shown voice side by side; the same figures as the charts. */
const rankingTable = (result: ResultView): TableBlock => {
  const columns: Column[] = [
    { id: 'topic', title: say('column.topic'), kind: 'words' },
    { id: 'rank', title: say('column.rank'), kind: 'figure' },
    { id: 'all', title: say('column.everyone'), kind: 'figure' },
    ...result.groups.map((group, index): Column => ({
      id: `group-${index}`,
      title: groupRef(group).name,
      kind: 'figure',
    })),
    ...(result.groups.length > 1 ? [{ id: 'gap', title: say('column.gap'), kind: 'figure' } as const] : []),
  ]
  const rows = result.options.map((option): Cell[] => [
    plain(option.text),
    figure(`${idOf(result)}.${option.id}.rank`, option.position, 'count'),
    option.value === null
      ? hiddenFigure(`${idOf(result)}.${option.id}.all`, unitOf(result))
      : figure(`${idOf(result)}.${option.id}.all`, rounded(option.value), unitOf(result), result.ballots),
    ...result.groups.map((_, index) => shareFigure(result, option, index)),
    ...(result.groups.length > 1 ? [gapFigure(result, option)] : []),
  ])
  return { b: 'table', id: idOf(result), title: say('votes.table'), columns, rows }
}
