import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import type { Voice } from '../model/voice'
import type { Chain, Dialogue } from '../rules/chain'
import { dialogueOf } from '../rules/chain'
import type { Said } from '../rules/chain-links'
import { joinSmall } from '../rules/partition'
import type { MarkOf, RoundNameOf } from './chain-words'
import { promiseWords, quoteOf, readable, roundNames, roundWords, spokenIn } from './chain-words'
import type { Block, Part, ReportModel, VoiceRef, Words } from './model'
import { plain, say } from './model'
import type { Audience } from './voice-refs'
import { refOf } from './voice-refs'

/** Ruled lines to write on below each statement. */
const LINES = 4

/**
 * What the people of a later round read before they answer: the statements of all rounds before it, what was answered so
 * far, questions, and space to write. Before redaction; sources are protected already: no names, no places, no organisations,
 * a voice only where it is not too small, and no words that their author lets nobody quote.
 */
export const buildGuide = (view: DocumentView, round: number): ReportModel => {
  const session = sessionOf(view)
  const dialogue = dialogueOf(view)
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'guide',
    profile: 'internal',
    title: say('guide.title', { round: roundWords(dialogue, round) }),
    lab: plain(labOf(view)?.name ?? ''),
    day: session?.day ?? '1970-01-01',
    meta: { authors: [], organisations: [], funderNotice: null, logos: [] },
    summary: [],
    parts: [howPart(dialogue, round), ...statementParts(view, dialogue, round)],
    removed: [],
  }
}

/** Places that cards name; redaction masks them in a guide, wherever somebody wrote them, like names. */
export const knownPlaces = (view: DocumentView): string[] => {
  const lab = labOf(view)
  const cards = [...view.card.values()].flatMap((card) => card.place ?? [])
  return [...new Set([...cards, ...(lab?.place ? [lab.place] : [])])].filter((place) => place !== lab?.country)
}

const howPart = (dialogue: Dialogue, round: number): Part => ({
  id: 'how',
  title: say('guide.how'),
  breakBefore: false,
  blocks: [
    { b: 'lead', words: [say('guide.purpose', { round: roundWords(dialogue, round) })] },
    {
      b: 'list',
      id: 'guide-how',
      items: ['read', 'think', 'answer', 'release'].map((step) => say(`guide.step.${step}`)),
    },
    { b: 'paragraph', words: say('guide.protected') },
  ],
})

const statementParts = (view: DocumentView, dialogue: Dialogue, round: number): Part[] => {
  const before = dialogue.chains.filter(({ root }) => root.round < round)
  const shown = readable(before)
  if (before.length === 0) {
    return [part('empty', say('guide.statements'), [{ b: 'paragraph', words: say('guide.empty') }])]
  }
  const numbers = new Map(shown.map((chain, index) => [chain.id, index + 1]))
  const parts = dialogue.rounds.slice(0, round - 1).flatMap(({ number }): Part[] => {
    const chains = shown.filter(({ root }) => root.round === number)
    if (chains.length === 0) return []
    // One part for each audience, redaction leaves out the other: the heading, too, may name a group to one of them only.
    return (['room', 'public'] as const).map((audience) => {
      const roundName = roundNamesFor(view, dialogue, audience)
      const mark = marksFor(view, dialogue, { audience, roundName })
      const blocks = chains.flatMap((chain) =>
        chainBlocks(dialogue, chain, { round, mark, roundName, number: numbers.get(chain.id) ?? 0 }),
      )
      const title = say('guide.said', { round: roundName(number) })
      return part(`round-${number}-${audience}`, title, [
        { b: 'by-audience', room: [], public: [], [audience]: blocks },
      ])
    })
  })
  return [...parts, ...keptPart(before.length - shown.length)]
}

const part = (id: string, title: Words, blocks: readonly Block[]): Part => ({ id, title, blocks, breakBefore: false })

const keptPart = (count: number): Part[] =>
  count === 0
    ? []
    : [part('kept', say('guide.kept'), [{ b: 'paragraph', words: say('dialogue.notQuoted', { count }) }])]

type Place = {
  readonly round: number
  readonly number: number
  readonly mark: MarkOf
  readonly roundName: RoundNameOf
}

const chainBlocks = (dialogue: Dialogue, chain: Chain, { round, number, mark, roundName }: Place): Block[] => {
  const id = `guide-${chain.id}`
  const between = chain.cells.filter((cell) => cell.round < round)
  const answers = between.flatMap((cell): Block[] => {
    const { said, kept } = spokenIn(cell)
    const words = roundName(cell.round)
    const here = said.filter((one) => one.id !== chain.id)
    return [
      ...(here.length > 0 ? ([{ b: 'paragraph', words: say('dialogue.answer', { round: words }) }] as const) : []),
      ...here.map((one) => quoteOf(one, `${id}-${one.id}`, mark)),
      ...(kept > 0
        ? ([{ b: 'paragraph', words: say('dialogue.answerKept', { round: words, count: kept }) }] as const)
        : []),
      ...(cell.also.length > 0 ? ([{ b: 'paragraph', words: say('dialogue.also', { round: words }) }] as const) : []),
      ...(cell.state === 'missing'
        ? ([{ b: 'notice', words: say('dialogue.missing', { round: words }) }] as const)
        : []),
    ]
  })
  return [
    { b: 'heading', id, level: 3, title: say('guide.statement', { number }) },
    quoteOf(chain.root, `${id}-root`, mark),
    ...answers,
    ...(chain.promises.length > 0
      ? ([{ b: 'list', id: `${id}-promises`, items: chain.promises.map(promiseWords) }] as const)
      : []),
    { b: 'list', id: `${id}-ask`, items: questionsFor(dialogue, chain, round) },
    { b: 'lines', id: `${id}-lines`, title: say('guide.space', { number }), count: LINES },
  ]
}

/** Two questions: one that fits who is asked, one that fits how far this statement has come. */
const questionsFor = (dialogue: Dialogue, chain: Chain, round: number): Words[] => {
  const isLast = round >= dialogue.rounds.length
  const who = isLast && round > 2 ? 'decide' : round === 2 ? 'reflect' : 'change'
  const answered = chain.cells.some(
    (cell) => cell.round < round && cell.round > chain.root.round && cell.state === 'said',
  )
  const isPromised = chain.promises.length > 0
  return [
    say(`guide.ask.${who}`),
    say(isPromised ? 'guide.askFar.promised' : answered ? 'guide.askFar.answered' : 'guide.askFar.open'),
    ...(isLast && round === 2 ? [say('guide.ask.decide')] : []),
  ]
}

const leastFor = (view: DocumentView, audience: Audience): number => {
  const k = sessionOf(view)?.k
  return audience === 'public' ? (k?.public ?? 5) : (k?.room ?? 3)
}

/** Earlier rounds met in other sessions: as many as were counted there; where nobody counted, as were expected. */
const peopleOf = (voice: Voice): number => voice.present || voice.earlier || voice.expected

/** A round whose people are known to be too few bears its number: its name would name them. */
const roundNamesFor = (view: DocumentView, dialogue: Dialogue, audience: Audience): RoundNameOf =>
  roundNames(dialogue, ({ voices }) => {
    const people = voices.reduce((sum, voice) => sum + peopleOf(voice), 0)
    return people > 0 && people < leastFor(view, audience)
  })

type Naming = { readonly audience: Audience; readonly roundName: RoundNameOf }

/** Within each round, voices of fewer people than k are joined; where that is not enough, only the round is named. */
const marksFor = (view: DocumentView, dialogue: Dialogue, { audience, roundName }: Naming): MarkOf => {
  const least = leastFor(view, audience)
  const marks = new Map<string, VoiceRef | null>()
  const said = dialogue.chains.flatMap((chain) => chain.cells.flatMap((cell) => cell.said))
  for (const { number } of dialogue.rounds) {
    const spoke = new Set(said.filter((one) => one.round === number).map((one) => one.voiceId))
    const voices = ordered(view, 'voice').filter((voice) => spoke.has(voice.id))
    const sizes = voices.map(peopleOf)
    for (const group of joinSmall(sizes, least)) {
      const members = group.flatMap((index) => voices[index] ?? [])
      const people = group.reduce((sum, index) => sum + (sizes[index] ?? 0), 0)
      const ref = people >= least ? refOf(members) : null
      for (const voice of members) marks.set(`${number} ${voice.id}`, ref)
    }
  }
  return (one: Said) => marks.get(`${one.round} ${one.voiceId ?? ''}`) ?? { look: 'joined', name: roundName(one.round) }
}
