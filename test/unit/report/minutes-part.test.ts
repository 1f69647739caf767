import { describe, expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Event, EventKind } from '@core/model/work'
import { EVENT_KINDS } from '@core/model/work'
import { minutesBlocks, minutesTaken } from '@core/report/minutes-part'
import { aDocument, aPerson, aSession, aStep, aVote } from '../../helpers/builders'
import { englishReader } from '../../helpers/report'

const at = (minutes: number): string =>
  new Date(Date.parse('2026-03-02T09:00:00.000Z') + minutes * 60_000).toISOString()
const event = (kind: EventKind, minutes: number, ref?: string, count?: number): Event => ({
  type: 'event',
  id: `event-${kind}-${minutes}-${ref ?? ''}`,
  at: at(minutes),
  kind,
  ...(ref === undefined ? {} : { ref }),
  ...(count === undefined ? {} : { count }),
})

/** All words of all tables, row by row. */
const linesOf = (...records: readonly AnyRecord[]): string[] => {
  const reader = englishReader()
  return minutesBlocks(aDocument(...records)).flatMap((block) =>
    block.b === 'table' ? block.rows.map((row) => row.map(reader.cell).join(' | ')) : [],
  )
}

const done = aStep({ state: 'done', startedAt: at(0), endedAt: at(18), minutes: 15, extraMinutes: 5 })

describe('the minutes', () => {
  test('say what was planned and what it took, in the session’s time zone', () => {
    expect(linesOf(done, event('step.started', 0, 'step-1'), event('step.ended', 18, 'step-1'))[0]).toBe(
      '10:00 | Say it | 15 | 18',
    )
  })

  test('add up a step that was gone back to', () => {
    const events = [
      event('step.started', 0, 'step-1'),
      event('step.ended', 10, 'step-1'),
      event('step.started', 30, 'step-1'),
      event('step.ended', 35, 'step-1'),
    ]
    expect(minutesTaken(done, events)).toBe(15)
    expect(minutesTaken(done, [])).toBe(18)
    expect(minutesTaken({ ...done, startedAt: 'never', endedAt: 'neither' }, [])).toBeNull()
    expect(minutesTaken(aStep({ state: 'waiting' }), [])).toBeNull()
  })

  test('tell what happened in order, each thing once', () => {
    const lines = linesOf(
      done,
      aVote(),
      event('vote.closed', 40, 'vote-1', 12),
      event('session.started', 0),
      event('step.started', 0, 'step-1'),
      event('step.extended', 14, 'step-1', 5),
      event('cards.revealed', 12, 'step-1', 1),
      event('step.ended', 18, 'step-1'),
    )
    expect(lines.slice(1)).toEqual([
      '10:00 | The session began.',
      '10:00 | Step: Say it',
      '10:12 | 1 card was shown to the room.',
      '10:14 | 5 more minutes: Say it',
      '10:40 | The result was there: What comes first?',
    ])
  })

  test('name nobody, and leave out who spoke and who withdrew', () => {
    const lines = linesOf(
      aPerson({ id: 'anna', alias: 'Anna' }),
      ...EVENT_KINDS.map((kind, index) => event(kind, index, kind === 'turn.taken' ? 'families' : 'anna', 2)),
    )
    expect(lines.join('\n')).not.toMatch(/Anna|Families/)
  })

  test('survive what is gone, an unknown zone and an empty session', () => {
    const gone = EVENT_KINDS.map((kind, index) => event(kind, index, 'gone'))
    expect(linesOf(aSession({ timeZone: 'Atlantis/Centre' }), ...gone)[0]).toBe('running | Say it | 15 | none')
    expect(minutesBlocks(tablesOf([aSession()]))).toMatchObject([{ b: 'paragraph' }])
  })
})
