import type { DocumentView } from '../model/document'
import type { Chain } from '../rules/chain'
import { dialogueOf } from '../rules/chain'
import type { MarkOf, RoundNameOf } from './chain-words'
import { promiseWords, quoteOf, readable, roundNames, spokenIn } from './chain-words'
import type { Block, Words } from './model'
import { listed, say } from './model'
import type { Audience, VoiceGroup } from './voice-refs'
import { refFor, voiceGroups } from './voice-refs'

/**
 * The staged dialogue of the lab so far: each statement with what was reflected, answered and promised, then what nobody
 * has answered. Empty without any statement. Statements whose authors let nobody quote them are counted only.
 */
export const chainBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const dialogue = dialogueOf(view)
  if (dialogue.chains.length === 0) return []
  const groups = voiceGroups(view, audience)
  const mark: MarkOf = (said) => refFor(groups, said.voiceId)
  const roundName = roundNames(dialogue, ({ voices }) => voices.some(({ id }) => isJoined(groups, id)))
  const chains = readable(dialogue.chains)
  const { statements, releasedHere, keptBack, promised, unanswered } = dialogue.counts
  return [
    { b: 'paragraph', words: say('dialogue.intro', { count: statements }) },
    { b: 'paragraph', words: say('dialogue.counts', { released: releasedHere, kept: keptBack }) },
    { b: 'paragraph', words: say('dialogue.state', { promised, unanswered, chains: dialogue.chains.length }) },
    ...chains.flatMap((chain, index) => chainOf(chain, { number: index + 1, mark, roundName })),
    ...keptNote(dialogue.chains.length - chains.length),
    ...unansweredBlocks(chains, roundName),
  ]
}

/** A heading must not part what the mark beside the words puts together. */
const isJoined = (groups: readonly VoiceGroup[], voiceId: string): boolean =>
  groups.some(({ voices }) => voices.length > 1 && voices.some(({ id }) => id === voiceId))

const keptNote = (count: number): Block[] =>
  count > 0 ? [{ b: 'notice', words: say('dialogue.notQuoted', { count }) }] : []

type Place = { readonly number: number; readonly mark: MarkOf; readonly roundName: RoundNameOf }

const chainOf = (chain: Chain, { number, mark, roundName }: Place): Block[] => {
  const id = `chain-${chain.id}`
  const rest = chain.cells.flatMap((cell): Block[] => {
    const { said, kept } = spokenIn(cell)
    const round = roundName(cell.round)
    const here = said.filter((one) => one.id !== chain.id)
    return [
      ...(here.length > 0 ? ([{ b: 'paragraph', words: say('dialogue.answer', { round }) }] as const) : []),
      ...here.map((one) => quoteOf(one, `${id}-${one.id}`, mark)),
      ...(kept > 0 ? ([{ b: 'paragraph', words: say('dialogue.answerKept', { round, count: kept }) }] as const) : []),
      ...(cell.also.length > 0 ? ([{ b: 'paragraph', words: say('dialogue.also', { round }) }] as const) : []),
      ...(cell.state === 'missing' ? ([{ b: 'notice', words: say('dialogue.missing', { round }) }] as const) : []),
    ]
  })
  const promises: Block[] =
    chain.promises.length > 0 ? [{ b: 'list', id: `${id}-promises`, items: chain.promises.map(promiseWords) }] : []
  return [
    {
      b: 'heading',
      id,
      level: 3,
      title: say('dialogue.heading', { number, round: roundName(chain.root.round) }),
    },
    quoteOf(chain.root, `${id}-root`, mark),
    ...rest,
    ...promises,
  ]
}

/** By the words of their authors; with who is asked. */
const unansweredBlocks = (chains: readonly Chain[], roundName: RoundNameOf): Block[] => {
  const open = chains.filter((chain) => chain.state === 'unanswered')
  if (open.length === 0) return []
  return [
    { b: 'heading', id: 'dialogue-unanswered', level: 3, title: say('dialogue.unanswered') },
    { b: 'list', id: 'dialogue-open', items: open.map((chain) => openWords(chain, roundName)) },
  ]
}

const openWords = (chain: Chain, roundName: RoundNameOf): Words => {
  const asked = chain.cells.filter((cell) => cell.state === 'missing' || cell.state === 'waiting')
  return say('dialogue.open', {
    text: { t: 'said', text: chain.root.text, release: chain.root.quote },
    rounds: listed(asked.map((cell) => roundName(cell.round))),
  })
}
