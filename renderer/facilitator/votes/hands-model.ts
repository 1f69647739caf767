import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { peopleByHand } from '@core/rules/hands'

/** A voice, or null for people who speak for none. */
export type HandsVoice = string | null

/** What is counted: raised hands for an option, or of consent for one of its three answers. */
export type HandsCell = { readonly voiceId: HandsVoice; readonly optionId: string; readonly stance: number }

export const stancesOf = (vote: Vote): readonly number[] => (vote.method.name === 'consent' ? [0, 1, 2] : [0])

export const handsIn = (vote: Vote, cell: HandsCell): number =>
  lastRound(vote).hands?.find(
    (row) => row.voiceId === cell.voiceId && row.optionId === cell.optionId && row.stance === cell.stance,
  )?.count ?? 0

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** All hands for an option, of one voice or of everybody. */
export const handsFor = (vote: Vote, optionId: string, voiceId?: HandsVoice): number =>
  sum(
    (lastRound(vote).hands ?? [])
      .filter((row) => row.optionId === optionId && (voiceId === undefined || row.voiceId === voiceId))
      .map((row) => row.count),
  )

/** How many of a voice vote by hand, as the facilitator said; null: not said. */
export const saidPeople = (vote: Vote, voiceId: HandsVoice): number | null =>
  lastRound(vote).handsPeople?.find((row) => row.voiceId === voiceId)?.people ?? null

/** People who vote by hand: of a voice, or of those who speak for none. */
export const peopleOf = (vote: Vote, voiceId: HandsVoice): number =>
  peopleByHand(vote, lastRound(vote)).get(voiceId ?? undefined) ?? 0

/** More hands than people: of a voice, for one option or altogether. */
export type TooMany = { readonly voiceId: HandsVoice; readonly hands: number; readonly people: number }

/**
 * Where the count cannot be right: more people by hand than are present, or more hands for an option than the people
 * said to vote by hand. Those who speak for no voice have no number to compare with.
 */
export const tooManyHands = (vote: Vote, present: ReadonlyMap<HandsVoice, number>): readonly TooMany[] =>
  [...present].flatMap(([voiceId, people]) => {
    const hands = peopleOf(vote, voiceId)
    const most = Math.max(0, ...vote.options.map((option) => handsFor(vote, option.id, voiceId)))
    const said = vote.method.name === 'approval' ? saidPeople(vote, voiceId) : null
    if (said !== null && most > said) return [{ voiceId, hands: most, people: said }]
    return voiceId !== null && hands > people ? [{ voiceId, hands, people }] : []
  })
