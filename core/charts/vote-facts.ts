import type { Channel } from '../model/vote'
import type { ResultView, Sentence } from '../rules/result-model'

/** One line of how a result came about; several sentences are listed with commas. */
export type VoteFact = { readonly id: string; readonly title: Sentence; readonly says: readonly Sentence[] }

const CHANNELS: readonly Channel[] = ['phone', 'kiosk', 'paper', 'hands']

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `charts:fact.${key}`, params })
const fact = (id: string, ...says: readonly Sentence[]): VoteFact => ({ id, title: say(`title.${id}`), says })

/**
 * What stands beside every result: ballots and whether they count, the ways they came, who was admitted how, the quorum,
 * what percentages are of, the rule for ties, and how paper was typed in. Never what anybody chose.
 */
export const factsOf = (result: ResultView): VoteFact[] => [
  fact('turnout', turnoutSentence(result)),
  fact('ballots', ...ballotSentences(result)),
  ...channelFact(result),
  ...fromNotes(result, 'admission', /^result:admission/),
  ...fromNotes(result, 'hands', /^result:hands/),
  ...quorumFact(result),
  fact('base', result.base),
  fact('ties', result.tieRule),
  ...paperFact(result),
]

const turnoutSentence = ({ cast, present }: ResultView): Sentence =>
  present === 0 || cast > present ? say('cast', { count: cast }) : say('castOf', { count: cast, present })

const ballotSentences = ({ blank, invalid, ballots }: ResultView): Sentence[] => [
  say('valid', { count: ballots }),
  ...(blank > 0 ? [say('blank', { count: blank })] : []),
  ...(invalid > 0 ? [say('invalid', { count: invalid })] : []),
]

const channelFact = ({ channels }: ResultView): VoteFact[] => {
  const used = CHANNELS.filter((channel) => channels[channel] > 0)
  if (used.length === 0) return []
  return [fact('channels', ...used.map((channel) => say(`channel.${channel}`, { count: channels[channel] })))]
}

/** What the notes of a result say already stands in them in the words of the result. */
const FROM_NOTES = /^result:(admission|hands|quorum|channels|blank|invalid|paper)/

/** Notes that no fact says. */
export const otherNotes = ({ notes }: ResultView): Sentence[] => notes.filter(({ key }) => !FROM_NOTES.test(key))

const fromNotes = ({ notes }: ResultView, id: string, keys: RegExp): VoteFact[] => {
  const says = notes.filter(({ key }) => keys.test(key))
  return says.length === 0 ? [] : [fact(id, ...says)]
}

const quorumFact = (result: ResultView): VoteFact[] => {
  const said = fromNotes(result, 'quorum', /^result:quorum/)
  return said.length > 0 ? said : [fact('quorum', say('noQuorum'))]
}

const paperFact = ({ paper }: ResultView): VoteFact[] => {
  if (!paper || paper.printed + paper.entered === 0) return []
  const { printed, entered, twice, corrected } = paper
  return [
    fact(
      'paper',
      ...(printed > 0 ? [say('printed', { count: printed })] : []),
      say('entered', { count: entered }),
      say('twice', { count: twice }),
      ...(corrected > 0 ? [say('corrected', { count: corrected })] : []),
    ),
  ]
}
