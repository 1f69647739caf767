import type { DocumentView } from '../model/document'
import { allRecords, sessionOf } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Round, Vote } from '../model/vote'

/**
 * The records of a session made from a backup: a session of its own beside the one that went on, so that neither is
 * taken for an older state of the other. A round that was under way begins anew: ballots are in no backup.
 */
export const restoredRecords = (view: DocumentView, sessionId: string): AnyRecord[] => {
  const old = sessionOf(view)?.id
  return [...allRecords(view)].map((record) => {
    switch (record.type) {
      case 'session':
        return { ...record, id: sessionId }
      case 'statement':
        return record.origin.sessionId === old ? { ...record, origin: { ...record.origin, sessionId } } : record
      case 'vote':
        return withoutUnderway(record)
      default:
        return record
    }
  })
}

const withoutUnderway = (vote: Vote): Vote => {
  if (vote.rounds.every(({ state }) => state === 'draft' || state === 'closed')) return vote
  return { ...vote, rounds: vote.rounds.map(asDraft) }
}

const asDraft = (round: Round): Round => {
  if (round.state === 'draft' || round.state === 'closed') return round
  const { openedAt: _opened, closesAt: _closes, hands: _hands, handsPeople: _people, ...rest } = round
  return { ...rest, state: 'draft' }
}
