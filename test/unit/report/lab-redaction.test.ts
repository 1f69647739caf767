import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { Profile } from '@core/report/model'
import { aLab, aSession, aVoice } from '../../helpers/builders'
import { dialogueLab, familyLab, found, make, reader, tableOf, written } from '../../helpers/lab'
import { figuresOf } from '../../helpers/report'

/** Names in every field that a person can write into, words that nobody released, and a voice of two people. */
const planted = (sessions: readonly (readonly AnyRecord[])[]): { records: AnyRecord[][]; names: string[] } => {
  const names = Array.from({ length: 200 }, (_, index) => `Canary${index}Person`)
  let used = 0
  const named = (words: string): string => `${words} ${names[(used += 1) % names.length] ?? ''}`
  const records = sessions.map((session) =>
    session.map((record): AnyRecord => {
      switch (record.type) {
        case 'card':
          return record.quote === 'none'
            ? { ...record, text: named('unreleased-words') }
            : { ...record, text: named(record.text) }
        case 'statement':
          return { ...record, text: named(record.quote === 'none' ? 'unreleased-words' : record.text) }
        case 'decision':
          return {
            ...record,
            wording: named(record.wording),
            rationale: named('Since'),
            owner: { kind: 'person', personId: 'person1' },
            ...(record.kind === 'recommendation'
              ? {
                  addressee: named('Office of'),
                  reply: { text: named('Says'), on: '2026-11-01', outcome: 'partly' as const },
                }
              : {}),
          }
        case 'task':
          return {
            ...record,
            text: named(record.text),
            progress: named('half, says'),
            owner: { kind: 'person', personId: 'person2' },
          }
        case 'question':
          return { ...record, text: named(record.text) }
        case 'vote':
          return {
            ...record,
            question: named(record.question),
            options: record.options.map((option) => ({ ...option, text: named(option.text) })),
          }
        case 'session':
          return { ...record, title: named(record.title) }
        case 'lab':
          return {
            ...record,
            name: named(record.name),
            aim: named('For'),
            targetGroup: named('Near'),
            place: named('House of'),
            ties: named('Knows'),
            funderNotice: named('Thanks to'),
          }
        case 'voice':
          return { ...record, label: { text: named('Group of') } }
        case 'indicator':
          return { ...record, name: named(record.name), source: named('By'), unit: named('steps of') }
        case 'activity':
          return { ...record, title: named(record.title), text: named('With'), place: named('At') }
        case 'project':
          return { ...record, title: named(record.title), aim: named('For'), results: named('Seen by') }
        case 'pulse':
          return { ...record, question: { text: named('How was') }, remarks: [named('unreleased-words')] }
        default:
          return record
      }
    }),
  )
  const people = names.map((name, index): AnyRecord => ({
    type: 'person',
    id: `person${index}`,
    order: `P${index}`,
    alias: `Alias${index}Of`,
    name,
    present: true,
    consent: { quote: 'none' },
  }))
  // Only the oldest file knows them: a later one must not print what it knows no name for.
  return { records: records.map((one, index) => (index === 0 ? [...one, ...people] : one)), names }
}

describe('what may leave the room', () => {
  test.each([
    ['families', familyLab()],
    ['dialogue', dialogueLab()],
  ] as const)('no name and no unreleased word stands in any kind, of the %s lab', (_, sessions) => {
    const { records, names } = planted(sessions)
    for (const kind of ['brief', 'families', 'lab'] as const) {
      for (const profile of ['participants', 'public'] as const) {
        const text = written(make(kind, profile, records))
        expect([kind, profile, names.filter((name) => text.includes(name))]).toEqual([kind, profile, []])
        expect(text).not.toContain('unreleased-words')
        expect(text).not.toMatch(/Alias\d+Of/)
        expect(text).not.toMatch(/Canary/)
      }
    }
    const first = found(records[0])
    expect(written(make('minutes', 'public', [first]))).not.toMatch(/Canary|Alias\d+Of|unreleased-words/)
  })

  test('nobody gets the page for the families with names in it, whatever they ask for', () => {
    const { records } = planted(familyLab())
    expect(written(make('families', 'internal', records))).not.toMatch(/Canary|unreleased-words/)
    expect(written(make('lab', 'internal', records))).toMatch(/Canary/)
  })

  test('a voice that one session joins with others stands alone in no public report over sessions', () => {
    const voices = (families: number, staff: number, office: number): AnyRecord[] => [
      aVoice({ id: 'families', order: 'A', present: families, label: { text: 'Families' } }),
      aVoice({ id: 'staff', order: 'B', present: staff, label: { text: 'Staff' } }),
      aVoice({ id: 'office', order: 'C', present: office, label: { text: 'Office' } }),
    ]
    const held = (id: string, day: string, ...records: readonly AnyRecord[]): AnyRecord[] => [
      aSession({ id, day, state: 'closed' }),
      aLab(),
      ...records,
    ]
    const both = [held('s1', '2026-03-01', ...voices(9, 6, 2)), held('s2', '2026-04-01', ...voices(3, 8, 7))]
    const titles = (profile: Profile): string[] =>
      (tableOf(make('lab', profile, both), 'sessions')?.columns ?? []).map((column) => reader.words(column.title))
    expect(titles('participants')).toEqual(['Day', 'Session', 'Families', 'Staff', 'Office', 'All'])
    // In the first, two of the office are joined with staff; in the second, three families with others.
    expect(titles('public').filter((title) => title === 'Families' || title === 'Office')).toEqual([])
    for (const [, figure] of figuresOf(make('lab', 'public', both)))
      if (figure.id.includes('.people.'))
        expect(figure.value === null || figure.value >= 5 || figure.value === 0).toBe(true)
  })
})
