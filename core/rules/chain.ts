import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Decision } from '../model/outcome'
import type { Label } from '../model/text'
import type { Voice } from '../model/voice'
import type { Hanging, Said } from './chain-links'
import { hangingOf, statementByCard } from './chain-links'
import { roundOfCard, roundsOf, withinRounds } from './dialogue-rounds'

/**
 * before: the chain begins later. said: something was said or promised. missing: it was this round's turn and nobody
 * answered. waiting: not yet its turn.
 */
export type CellState = 'before' | 'said' | 'missing' | 'waiting'

export type ChainCell = {
  readonly round: number
  readonly state: CellState
  readonly said: readonly Said[]
  /** Answers that stand in another chain and answer this one as well. */
  readonly also: readonly Said[]
  readonly promises: readonly Decision[]
}

export type Chain = {
  /** Of the statement it begins with. */
  readonly id: string
  readonly root: Said
  /** One for each round of the lab. */
  readonly cells: readonly ChainCell[]
  readonly promises: readonly Decision[]
  /** unanswered: a round whose turn it was has not answered, or nobody has. Never of a chain with a promise. */
  readonly state: 'promised' | 'unanswered' | 'answered'
}

export type RoundView = {
  readonly number: number
  readonly id: string
  readonly label: Label
  /** Who spoke in it; of the round that is going on, and silent so far, who is in the room. */
  readonly voices: readonly Voice[]
  /** People of these voices in the room now. */
  readonly present: number
  readonly said: number
  /** Chains that this round could answer and has not. */
  readonly unanswered: number
}

export type Dialogue = {
  readonly rounds: readonly RoundView[]
  /** The round that this session is. */
  readonly current: number
  readonly chains: readonly Chain[]
  readonly counts: {
    readonly statements: number
    /** Released in this session, and cards of it that stay here. */
    readonly releasedHere: number
    readonly keptBack: number
    readonly unanswered: number
    readonly promised: number
  }
}

/**
 * The staged dialogue, derived anew from the document: every statement of this and earlier sessions, what was answered
 * round by round, and what was promised. The one source for screen, projector, guide and report. Holds words whose
 * authors let nobody quote them (`quote: 'none'`): whoever draws them decides.
 */
export const dialogueOf = (view: DocumentView): Dialogue => {
  const session = sessionOf(view)
  const hanging = hangingOf(view)
  const count = roundsOf(view).length
  const said = [...hanging.said.values()]
  const roots = said.filter((one) => !hanging.parent.has(one.id)).toSorted((a, b) => a.round - b.round)
  const furthest = said.reduce((highest, one) => Math.max(highest, one.round), 1)
  const current = withinRounds(session?.round ?? furthest, count)
  const rootOf = rootFinder(hanging)
  const members = groupBy(said, (one) => rootOf(one.id))
  const also = alsoIn(hanging, rootOf)
  const promises = promisesIn(view, hanging, rootOf)
  const spoken = roundsByVoice(said)
  const chains = roots.map((root) =>
    chainOf(root, {
      said: members.get(root.id) ?? [root],
      also: also.get(root.id) ?? [],
      promises: promises.get(root.id) ?? [],
      roundOfPromise: (decision) => roundOfPromise(decision, spoken, count, root.round),
      count,
      current,
    }),
  )
  const released = [...view.statement.values()].filter((one) => one.origin.sessionId === session?.id).length
  return {
    rounds: roundViews(view, said, chains, current),
    current,
    chains,
    counts: {
      statements: view.statement.size,
      releasedHere: released,
      keptBack: releasable(view).length,
      unanswered: chains.filter((chain) => chain.state === 'unanswered').length,
      promised: chains.filter((chain) => chain.state === 'promised').length,
    },
  }
}

/** Cards of this session that could travel on and have not been released. */
export const releasable = (view: DocumentView): string[] => {
  const released = statementByCard(view)
  return [...view.card.values()]
    .filter((card) => card.revealed && !card.held && !released.has(card.id))
    .map((card) => card.id)
}

/**
 * Cards in this round's column of a board of rounds that answer nothing yet: what came by phone or paper and has to be
 * put to the statement it answers. None in the first round, where nothing is answered.
 */
export const looseAnswers = (view: DocumentView, round: number): Card[] => {
  if (round < 2) return []
  const released = statementByCard(view)
  const { said, parent } = hangingOf(view)
  return [...view.card.values()].filter((card) => {
    if (!card.revealed || card.held || view.board.get(card.boardId)?.layout !== 'rounds') return false
    const id = released.get(card.id)?.id ?? card.id
    return roundOfCard(view, card) === round && !parent.has(id) && (!said.has(id) || released.has(card.id))
  })
}

/** The statement to which an answer of `round` belongs: the last one said before it, else that of the beginning. */
export const statementToAnswer = (chain: Chain, round: number): string => {
  const before = chain.cells.filter((cell) => cell.round < round).flatMap((cell) => cell.said)
  return before.findLast((one) => one.kind === 'statement')?.id ?? chain.id
}

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const rootFinder = ({ parent }: Hanging): ((id: string) => string) => {
  const known = new Map<string, string>()
  return (id) => {
    const found = known.get(id)
    if (found !== undefined) return found
    let root = id
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    known.set(id, root)
    return root
  }
}

/** Root → answers that hang in another chain but answer something in this one. */
const alsoIn = (hanging: Hanging, rootOf: (id: string) => string): Map<string, Said[]> => {
  const found = new Map<string, Said[]>()
  for (const [id, targets] of hanging.also) {
    const one = hanging.said.get(id)
    const roots = new Set(targets.map(rootOf).filter((root) => root !== rootOf(id)))
    if (one) for (const root of roots) found.set(root, [...(found.get(root) ?? []), one])
  }
  return found
}

/** Root → decisions that name something said in its chain as what they rest on. */
const promisesIn = (view: DocumentView, hanging: Hanging, rootOf: (id: string) => string): Map<string, Decision[]> => {
  const released = statementByCard(view)
  const found = new Map<string, Decision[]>()
  for (const decision of ordered(view, 'decision')) {
    if (decision.status === 'dropped') continue
    const named = decision.evidence
      .map((ref) => (ref.type === 'card' ? (released.get(ref.id)?.id ?? ref.id) : ref.id))
      .filter((id) => hanging.said.has(id))
    for (const root of new Set(named.map(rootOf))) found.set(root, [...(found.get(root) ?? []), decision])
  }
  return found
}

/** Voice → the latest round in which it spoke. */
const roundsByVoice = (said: readonly Said[]): Map<string, number> => {
  const rounds = new Map<string, number>()
  for (const { voiceId, round } of said) {
    if (voiceId !== undefined) rounds.set(voiceId, Math.max(round, rounds.get(voiceId) ?? 0))
  }
  return rounds
}

/** A promise stands where those who stand behind it spoke; where nobody knows, in the last round. */
const roundOfPromise = (
  decision: Decision,
  spoken: ReadonlyMap<string, number>,
  count: number,
  begin: number,
): number => {
  const rounds = decision.behind.voiceIds.flatMap((id) => spoken.get(id) ?? [])
  const latest = rounds.reduce((highest, round) => Math.max(highest, round), 0)
  return latest > begin ? latest : count
}

type Parts = {
  readonly said: readonly Said[]
  readonly also: readonly Said[]
  readonly promises: readonly Decision[]
  readonly roundOfPromise: (decision: Decision) => number
  readonly count: number
  readonly current: number
}

const chainOf = (root: Said, parts: Parts): Chain => {
  const cells: ChainCell[] = []
  let gap = false
  for (let round = 1; round <= parts.count; round += 1) {
    const at = <T extends { readonly round: number }>(items: readonly T[]): T[] =>
      items.filter((item) => item.round === round)
    const cell = {
      round,
      said: at(parts.said),
      also: at(parts.also),
      promises: parts.promises.filter((decision) => parts.roundOfPromise(decision) === round),
    }
    const filled = cell.said.length + cell.also.length + cell.promises.length > 0
    const begun = round > root.round
    const state: CellState = filled ? 'said' : !begun ? 'before' : gap || round > parts.current ? 'waiting' : 'missing'
    gap ||= state === 'missing'
    cells.push({ ...cell, state })
  }
  const silent = parts.said.length === 1 && parts.also.length === 0 && root.round < parts.count
  return {
    id: root.id,
    root,
    cells,
    promises: parts.promises,
    state: parts.promises.length > 0 ? 'promised' : gap || silent ? 'unanswered' : 'answered',
  }
}

/** Built-in voices and rounds have the same names: who will speak is known before anybody did. */
const isNamedLike = (voice: Voice, round: string): boolean =>
  'key' in voice.label && voice.label.key === `boards:voice.${round}`

const roundViews = (
  view: DocumentView,
  said: readonly Said[],
  chains: readonly Chain[],
  current: number,
): RoundView[] => {
  const voices = ordered(view, 'voice')
  const placed = new Set(said.map((one) => one.voiceId))
  return roundsOf(view).map(({ id, label }, index) => {
    const number = index + 1
    const here = said.filter((one) => one.round === number)
    const spoke = new Set(here.map((one) => one.voiceId))
    const spoken = voices.filter((voice) => spoke.has(voice.id))
    const expected = voices.filter(
      (voice) => isNamedLike(voice, id) || (number === current && voice.present > 0 && !placed.has(voice.id)),
    )
    const speaking = spoken.length > 0 ? spoken : expected
    return {
      number,
      id,
      label,
      voices: speaking,
      present: speaking.reduce((sum, voice) => sum + voice.present, 0),
      said: here.length,
      unanswered: chains.filter(({ cells }) => {
        const state = cells[index]?.state
        return state === 'missing' || state === 'waiting'
      }).length,
    }
  })
}
