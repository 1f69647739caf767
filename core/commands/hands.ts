import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import type { HandsRow, Round, Vote } from '../model/vote'
import { err } from '../lib/result'
import { lastRound } from '../rules/frozen'
import { checkHands } from '../rules/hands'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { checkRefs, done, missing, refuse } from './kit'
import { withLastRound } from './vote-rounds'

/** Hands are counted while the vote is open, and mended while paper is typed in. */
const roundForHands = (vote: Vote): Round | null => {
  const round = lastRound(vote)
  const isUnderway = round.state === 'open' || round.state === 'counting'
  return vote.channels.includes('hands') && isUnderway ? round : null
}

const ready = (view: DocumentView, id: string, voiceId: string | null) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  const wrong = checkRefs(view, [['voice', voiceId]])
  if (wrong) return wrong
  const round = roundForHands(vote)
  if (!round) return refuse(vote.channels.includes('hands') ? 'vote-not-open' : 'channel-not-allowed')
  return { ok: true, value: { vote, round } } as const
}

const countOf = (round: Round, cell: Pick<HandsRow, 'voiceId' | 'optionId' | 'stance'>): number =>
  round.hands?.find(
    (row) => row.voiceId === cell.voiceId && row.optionId === cell.optionId && row.stance === cell.stance,
  )?.count ?? 0

/** Where the people of the voice are given, there cannot be more hands than these have. */
const raise: Run<'vote.hands'> = (view, { id, voiceId, optionId, stance, count }) => {
  const found = ready(view, id, voiceId)
  if (!found.ok) return found
  const { vote, round } = found.value
  if (!vote.options.some((option) => option.id === optionId)) return refuse('wrong-value')
  if (stance > 0 && vote.method.name !== 'consent') return refuse('wrong-value')
  const rest = (round.hands ?? []).filter(
    (row) => row.voiceId !== voiceId || row.optionId !== optionId || row.stance !== stance,
  )
  const hands = count === 0 ? rest : [...rest, { voiceId, optionId, stance, count }]
  const given = round.handsPeople?.find((row) => row.voiceId === voiceId)?.people
  const wrong = checkHands(
    vote.method,
    hands.filter((row) => row.voiceId === voiceId),
    given,
  )
  // Fewer hands than before are always taken: a mistake must not stand because another one stands beside it.
  if (wrong && count > countOf(round, { voiceId, optionId, stance })) return err(wrong)
  return done({ changed: [patch<'vote'>(vote, { rounds: [...withLastRound(vote, { hands })] })] })
}

/** Nobody given (0): as many as the hands prove. */
const people: Run<'vote.hands-people'> = (view, { id, voiceId, people: number }) => {
  const found = ready(view, id, voiceId)
  if (!found.ok) return found
  const { vote, round } = found.value
  const own = (round.hands ?? []).filter((row) => row.voiceId === voiceId)
  const wrong = number === 0 ? null : checkHands(vote.method, own, number)
  if (wrong) return err(wrong)
  const rest = (round.handsPeople ?? []).filter((row) => row.voiceId !== voiceId)
  const handsPeople = number === 0 ? rest : [...rest, { voiceId, people: number }]
  return done({ changed: [patch<'vote'>(vote, { rounds: [...withLastRound(vote, { handsPeople })] })] })
}

/** Not undone with the rest: it would take a counted hand away unseen. The counts can be changed as long as they count. */
export const handsCommands = {
  'vote.hands': { run: raise, undoable: false },
  'vote.hands-people': { run: people, undoable: false },
} satisfies Partial<CommandTable>
