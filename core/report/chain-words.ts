import type { Chain, ChainCell, Dialogue, RoundView } from '../rules/chain'
import type { Said } from '../rules/chain-links'
import type { Decision } from '../model/outcome'
import type { QuoteBlock, VoiceRef, Words } from './model'
import { day, plain, say } from './model'
import { labelWords } from './voice-refs'

/** Which mark stands beside something said; null where naming the voice would point at too few people. */
export type MarkOf = (said: Said) => VoiceRef | null

/** Chains whose first words may be read by others; the rest are only counted. */
export const readable = (chains: readonly Chain[]): Chain[] => chains.filter(({ root }) => root.quote !== 'none')

/** What a round is called where others read it. */
export type RoundNameOf = (round: number) => Words

export const roundWords = (dialogue: Dialogue, round: number): Words => roundNames(dialogue, () => false)(round)

/** A round bears the name of those who speak in it: where they are too few to be named, only its number is left. */
export const roundNames =
  (dialogue: Dialogue, isTooSmall: (round: RoundView) => boolean): RoundNameOf =>
  (round) => {
    const found = dialogue.rounds[round - 1]
    return found && !isTooSmall(found) ? labelWords(found.label) : say('dialogue.round', { round })
  }

export const quoteOf = (said: Said, id: string, mark: MarkOf): QuoteBlock => ({
  b: 'quote',
  id,
  words: { t: 'said', text: said.text, release: said.quote },
  by: mark(said),
})

export const promiseWords = (decision: Decision): Words => {
  const params = { wording: plain(decision.wording), number: decision.number }
  if (decision.kind === 'recommendation') {
    const to = decision.addressee ? plain(decision.addressee) : say('nobody')
    return say('dialogue.asked', { ...params, to })
  }
  return decision.reviewOn
    ? say('dialogue.promisedBy', { ...params, when: day(decision.reviewOn) })
    : say('dialogue.promised', params)
}

/** What was said in a cell and may be read; `kept` counts what may not. */
export const spokenIn = (cell: ChainCell): { readonly said: readonly Said[]; readonly kept: number } => {
  const said = cell.said.filter((one) => one.quote !== 'none')
  return { said, kept: cell.said.length - said.length }
}
