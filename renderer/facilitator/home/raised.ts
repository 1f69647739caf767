import type { SessionCard } from '@core/protocol/views'

/** Why a session stands on top of the home page. */
export type RaisedReason = 'open' | 'interrupted' | 'running' | 'next' | 'recent'
export type Raised = { readonly card: SessionCard; readonly reason: RaisedReason }

const byDayDown = (a: SessionCard, b: SessionCard): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)

/** What to do next, in this order: what is open, what was cut off, what runs, the next meeting, the newest. */
export const raisedOf = (sessions: readonly SessionCard[], openFileId: string | null, today: string): Raised | null => {
  const own = sessions.toSorted(byDayDown)
  const open = own.find((card) => card.fileId === openFileId)
  if (open !== undefined) return { card: open, reason: 'open' }
  const interrupted = own.find((card) => card.interrupted)
  if (interrupted !== undefined) return { card: interrupted, reason: 'interrupted' }
  const running = own.find((card) => card.state === 'running')
  if (running !== undefined) return { card: running, reason: 'running' }
  const next = own.findLast((card) => card.state === 'prepared' && card.day >= today)
  if (next !== undefined) return { card: next, reason: 'next' }
  const recent = own[0]
  return recent === undefined ? null : { card: recent, reason: 'recent' }
}

export const othersOf = (sessions: readonly SessionCard[], raised: Raised | null): readonly SessionCard[] =>
  sessions.filter((card) => card.fileId !== raised?.card.fileId).toSorted(byDayDown)

/** Whole days from today to a day; negative is past. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
