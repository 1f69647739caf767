import type { Facts, Sentence } from './result-model'
import { say } from './result-say'

/**
 * How the figures were made and what is not shown; never how many people that concerns. `quorum` is the percentage that the
 * vote asks for, also where nobody was counted as present.
 */
export const notesOf = (facts: Facts, quorum?: number): Sentence[] => {
  const joined = facts.groups.filter((group) => group.names.length > 1)
  return [
    say(admissionKey(facts)),
    ...(facts.channels.hands > 0 ? [say('hands', { count: facts.channels.hands })] : []),
    ...(facts.cast > facts.present && facts.present > 0 ? [say('moreThanPresent')] : []),
    ...quorumNote(facts, quorum),
    ...channelsNote(facts),
    ...(facts.blank > 0 ? [say('blank', { count: facts.blank })] : []),
    ...(facts.invalid > 0 ? [say('invalid', { count: facts.invalid })] : []),
    ...paperNotes(facts),
    ...(facts.overallOnly && facts.ballots > 0 ? [say(`overallOnly.${facts.overallOnly}`)] : []),
    ...joined.map((group) => say('joined', { voices: { labels: group.names } })),
    ...(facts.options.some((option) => option.hidden) ? [say('hiddenLines')] : []),
  ]
}

/** Hands need no code: with them one person can have two ballots. */
const admissionKey = ({ admission, channels }: Facts): string => {
  if (admission === 'open-room') return 'admission.openRoom'
  return channels.hands > 0 ? 'admission.codesAndHands' : 'admission.codes'
}

const quorumNote = ({ quorum, cast, present }: Facts, percent: number | undefined): Sentence[] => {
  if (percent === undefined) return []
  if (!quorum) return [say('quorum.unknown', { percent })]
  const figures = { cast, present, needed: quorum.needed, percent }
  return [say(quorum.reached ? 'quorum.reached' : 'quorum.missed', figures)]
}

/** Only where there is more than one: otherwise it is the number of ballots. */
const channelsNote = ({ channels }: Facts): Sentence[] =>
  Object.values(channels).filter((count) => count > 0).length > 1 ? [say('channels', { ...channels })] : []

const paperNotes = ({ paper }: Facts): Sentence[] => [
  ...(paper && paper.twice > 0 ? [say('paperTwice', { count: paper.twice })] : []),
  ...(paper && paper.corrected > 0 ? [say('paperCorrected', { count: paper.corrected })] : []),
]
