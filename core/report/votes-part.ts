import { factsOf, otherNotes } from '../charts/vote-facts'
import { findingOf } from '../charts/vote-findings'
import { leadsAll } from '../charts/vote-pictures'
import { readingsOf } from '../charts/vote-readings'
import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Channel } from '../model/vote'
import type { ResultOption, ResultView } from '../rules/result-model'
import { resultView, shownRound } from '../rules/result-view'
import type { Block, Words } from './model'
import { amount, listed, plain, say } from './model'
import { pictureBlocks } from './vote-charts'
import { allFigure, gapFigure, shareFigure, voteTables } from './vote-tables'
import { countedRef, idOf, rounded, sentenceWords } from './vote-words'
import type { Audience } from './voice-refs'

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
export const mainResult = (view: DocumentView, audience: Audience): ResultView | null => {
  const newest = ordered(view, 'vote').flatMap((vote) => {
    const result = resultView(vote, shownRound(vote), view.voice.values(), audience)
    return result ? [result] : []
  })
  return newest.reduce<ResultView | null>(
    (best, result) => (best === null || result.cast >= best.cast ? result : best),
    null,
  )
}

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

export const barsBlock = (result: ResultView, options: readonly ResultOption[], sentence: Words): Block => ({
  b: 'chart',
  kind: 'bars',
  id: `${idOf(result)}-bars`,
  title: say('votes.overall'),
  sentence,
  tableId: idOf(result),
  rows: options.map((option) => ({
    id: option.id,
    label: plain(option.text),
    figure: allFigure(result, option),
    leads: leadsAll(option, result.options.length),
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

/** Of sums, the first and what it is a part of; of the other methods, what the result itself says. */
export const overallSentence = (result: ResultView): Words => {
  const [first] = result.options
  const [sentence] = result.sentences
  if (!first || (result.ballots === 0 && !sentence)) return say('votes.none')
  if (result.ballots === 0 && sentence) return sentenceWords(sentence)
  const { name } = result.method
  if (name === 'consent') return sentenceWords(findingOf(result, 'stances'))
  if (name === 'rating' || name === 'effort-effect')
    return say('votes.meanSentence', { option: plain(first.text), value: amount(rounded(first.value ?? 0)) })
  const total = result.options.reduce((sum, option) => sum + (option.value ?? 0), 0)
  const key = name === 'dots' ? 'dots' : name === 'approval' ? 'votes' : 'points'
  return say('votes.overallSentence', {
    option: plain(first.text),
    value: first.value ?? 0,
    total: say(`votes.unit.${key}`, { count: rounded(total) }),
  })
}

export const castWords = (result: ResultView): Words => {
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
  ...leadBlock(result),
  // Support alone says less than the bars of support and objections below.
  ...(result.method.name === 'consent' ? [] : [barsBlock(result, result.options, overallSentence(result))]),
  ...gapsBlock(result),
  ...pictureBlocks(result),
  ...readingBlocks(result),
  // Before the tables, which stay in one piece: below them, they could be all there is on a printed page.
  ...otherNotes(result).map((note) => ({ b: 'notice', words: sentenceWords(note) }) as const),
  ...reasonBlocks(result),
  {
    b: 'facts',
    rows: factsOf(result).map(({ title, says }) => ({
      title: sentenceWords(title),
      words: listed(says.map(sentenceWords)),
    })),
  },
  ...voteTables(result),
]

/** What the readings below say one by one. */
const IN_READINGS = /^result:(differ|alone|everyVoiceEnd|minority)/

const leadBlock = (result: ResultView): Block[] => {
  const read = readingsOf(result).length > 0
  const said = result.sentences.filter(({ key }) => !read || !IN_READINGS.test(key))
  return said.length > 0 ? [{ b: 'lead', words: said.map(sentenceWords) }] : []
}

/** Where voices agree, differ, see something alone, and the minority view; nothing where no voices may be shown. */
const readingBlocks = (result: ResultView): Block[] =>
  readingsOf(result).flatMap(({ id, title, items, none }): Block[] => [
    { b: 'heading', id: `${idOf(result)}-${id}`, level: 4, title: sentenceWords(title) },
    items.length === 0
      ? { b: 'paragraph', words: sentenceWords(none) }
      : { b: 'list', id: `${idOf(result)}-${id}-list`, items: items.map(sentenceWords) },
  ])

/** Word for word, by role: they were given with a secret ballot. */
const reasonBlocks = (result: ResultView): Block[] =>
  result.reasons.length === 0
    ? []
    : [
        { b: 'heading', id: `${idOf(result)}-why`, level: 4, title: say('votes.reasons') },
        {
          b: 'list',
          id: `${idOf(result)}-reasons`,
          items: result.reasons.map((text): Words => ({ t: 'said', text, release: 'role' })),
        },
      ]

/** The topic on which voices are furthest apart; null where no voices may be shown. */
export const gapWords = (result: ResultView): Words | null => {
  const first = result.options.find(({ id }) => id === result.widest[0])
  if (result.groups.length < 2 || !first) return null
  return say('votes.gapsSentence', { option: plain(first.text), gap: Math.round(first.gap ?? 0) })
}

const gapsBlock = (result: ResultView): Block[] => {
  const byId = new Map(result.options.map((option) => [option.id, option]))
  const widest = result.widest.flatMap((id) => byId.get(id) ?? [])
  const [first] = widest
  if (result.groups.length < 2) return [{ b: 'paragraph', words: say('votes.noGaps') }]
  // Lines that are not shown by voice have a note of their own.
  if (!first) return []
  return [
    {
      b: 'chart',
      kind: 'gaps',
      id: `${idOf(result)}-gaps`,
      title: say('votes.gaps'),
      sentence: gapWords(result) ?? say('votes.noGaps'),
      tableId: idOf(result),
      rows: widest.map((option) => ({
        id: option.id,
        label: plain(option.text),
        gap: gapFigure(result, option),
        points: result.groups.map((group, index) => ({
          ...countedRef(group),
          figure: shareFigure(result, option, index),
        })),
      })),
    },
  ]
}
