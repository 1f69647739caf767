import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { LabFile } from '@core/rules/lab-overview'
import { labOverview } from '@core/rules/lab-overview'
import { aDecision, aDocument, aLab, anIndicator, aPulse, aSession, aTask } from '../../helpers/builders'
import { aSessionCard } from '../../helpers/session-card'

const aFile = (id: string, day: string, previous: string | undefined, ...records: readonly AnyRecord[]): LabFile => {
  const before = previous === undefined ? {} : { previous }
  const view = aDocument(aSession({ id, day, ...before }), ...records)
  const about = { fileId: `file-${id}`, sessionId: id, title: id, day }
  return { card: aSessionCard(view, { ...before, ...about, labId: 'lab-1', state: 'closed' }), view }
}

const overview = (files: readonly LabFile[], today = '2026-06-01') => labOverview('lab-1', files, [], today)

describe('what has the same id', () => {
  test('is one thing, and the newest file says how it stands', () => {
    const made = overview([
      aFile('s2', '2026-04-01', 's1', aTask({ state: 'done' })),
      aFile('s1', '2026-03-01', undefined, aTask({ state: 'todo' }), aTask({ id: 'task-2' })),
    ])
    expect(made.tasks.map(({ id, state, day }) => [id, state, day])).toEqual([
      ['task-1', 'done', '2026-04-01'],
      ['task-2', 'todo', '2026-03-01'],
    ])
  })

  test('keeps every measurement; of one day the newest', () => {
    const value = (on: string, number: number) => ({ on, value: number })
    const made = overview([
      aFile('s1', '2026-03-01', undefined, anIndicator({ measurements: [value('2026-03-01', 17)] })),
      aFile('s2', '2026-04-01', 's1', anIndicator({ measurements: [value('2026-04-01', 12)] })),
      aFile('s3', '2026-05-01', 's2', anIndicator({ measurements: [value('2026-04-01', 11)] })),
    ])
    expect(made.indicators[0]?.measurements).toEqual([value('2026-03-01', 17), value('2026-04-01', 11)])
  })

  test('of two files of one session the one with the last change counts, whatever their names', () => {
    const older = { ...aFile('s1', '2026-03-01', undefined, aTask({ state: 'todo' })), saved: 4 }
    const newer = { ...aFile('s1', '2026-03-01', undefined, aTask({ state: 'done' })), saved: 9 }
    const named = (file: LabFile, fileId: string): LabFile => ({ ...file, card: { ...file.card, fileId } })
    for (const [first, last] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const made = overview([named(first, 'a'), named(last, 'b')])
      expect(made.tasks.map(({ state }) => state)).toEqual(['done'])
      // Both are there to be seen.
      expect(made.sessions).toHaveLength(2)
    }
  })

  test('is nowhere once it was erased anywhere', () => {
    const made = overview([
      aFile('s1', '2026-03-01', undefined, aDecision()),
      aFile('s2', '2026-04-01', 's1', { type: 'tombstone', id: 'decision-1' }),
    ])
    expect(made.decisions).toEqual([])
  })
})

describe('branches', () => {
  test('the line that leads to the newest session goes on; the other is a branch', () => {
    const made = overview([
      aFile('s1', '2026-03-01', undefined),
      aFile('s2', '2026-04-01', 's1'),
      aFile('s2b', '2026-04-02', 's1'),
      aFile('s3', '2026-05-01', 's2'),
    ])
    expect(made.sessions.map(({ sessionId, branch }) => [sessionId, branch])).toEqual([
      ['s1', 0],
      ['s2', 0],
      ['s2b', 1],
      ['s3', 0],
    ])
  })
})

describe('pulse over sessions', () => {
  const asked = { text: 'Was I heard?' }
  const of = (id: string, phone: number[]) => aPulse({ id, question: asked, answers: { phone } })

  test('joins the same question of several sessions; too few answers have no mean', () => {
    const made = overview([
      aFile('s1', '2026-03-01', undefined, of('p1', [0, 0, 1, 1, 1])),
      aFile('s2', '2026-04-01', 's1', of('p2', [0, 0, 0, 2, 0])),
    ])
    expect(made.pulse).toEqual([
      {
        question: asked,
        points: [
          { day: '2026-03-01', answers: 3, mean: 4 },
          { day: '2026-04-01', answers: 2, mean: null },
        ],
      },
    ])
  })

  test('a session whose file is gone is remembered by the later ones', () => {
    const past = [{ sessionId: 's0', day: '2026-02-01', counts: [0, 0, 0, 0, 4] }]
    const made = overview([aFile('s1', '2026-03-01', 's0', { ...of('p1', [0, 0, 3, 0, 0]), past })])
    expect(made.pulse[0]?.points.map(({ day, mean }) => [day, mean])).toEqual([
      ['2026-02-01', 5],
      ['2026-03-01', 3],
    ])
  })
})

test('the newest profile says until when to keep, and whether that has passed', () => {
  const files = [
    aFile('s1', '2026-03-01', undefined, aLab({ keepUntil: '2030-01-01' })),
    aFile('s2', '2026-04-01', 's1', aLab({ keepUntil: '2026-05-31', name: 'New name' })),
  ]
  expect(overview(files)).toMatchObject({ name: 'New name', keepUntil: '2026-05-31', overdue: true })
  expect(overview(files, '2026-05-31').overdue).toBe(false)
})

/** Any family of sessions, also with circles, gaps and copies, as damaged or copied files make them. */
const anyLab = fc
  .array(
    fc.record({
      day: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      previous: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      tasks: fc.subarray(['task-1', 'task-2', 'task-3']),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ day, previous, tasks }, index) =>
      aFile(
        `s${index}`,
        day,
        previous === undefined ? undefined : `s${previous}`,
        ...tasks.map((id) => aTask({ id, text: `${id} in s${index}` })),
      ),
    ),
  )

test('whatever the files are: every session once, one heir each, and the order of reading changes nothing', () => {
  fc.assert(
    fc.property(anyLab, fc.infiniteStream(fc.nat()), (files, numbers) => {
      const made = overview(files)
      const shuffled = files
        .map((file) => ({ file, at: numbers.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ file }) => file)
      expect(overview(shuffled).sessions).toEqual(made.sessions)
      expect(overview(shuffled).tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        made.tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      )
      expect(made.sessions.map(({ fileId }) => fileId).toSorted()).toEqual(
        files.map(({ card }) => card.fileId).toSorted(),
      )
      for (const [index, parent] of made.sessions.entries()) {
        // A session that stands before the one it names as its parent is none of its line, whatever its file says.
        const later = made.sessions.slice(index + 1)
        const heirs = later.filter((one) => one.previous === parent.sessionId && one.branch === parent.branch)
        expect(heirs.length).toBeLessThanOrEqual(1)
      }
      for (const task of made.tasks) {
        const holders = made.sessions.filter(({ fileId }) =>
          files.find(({ card }) => card.fileId === fileId)?.view.task.has(task.id),
        )
        expect(task.text).toBe(`${task.id} in ${holders.at(-1)?.sessionId ?? ''}`)
      }
    }),
    { numRuns: 150 },
  )
})
