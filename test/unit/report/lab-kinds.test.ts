import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { DamagedFile } from '@core/protocol/views'
import type { Profile } from '@core/report/model'
import { exportHtml } from '../../../electron/export/html-page'
import { aCard, aCluster, aDecision, aLab, aPulse, aSession, aTask, aVoice } from '../../helpers/builders'
import { context, dialogueLab, familyLab, found, make, reader, rowsOf, tableOf, written } from '../../helpers/lab'
import { blocksOf, figuresOf } from '../../helpers/report'

describe('the minutes', () => {
  test('tell what was agreed before from what was decided now, and how many voted', () => {
    const [first, second] = familyLab()
    const model = make('minutes', 'public', [found(first), found(second)])
    const agreed = rowsOf(model, 'agreed').map(([what]) => what)
    expect(agreed).toContain('Put three letters into one')
    expect(rowsOf(model, 'decisions').map(([what]) => what)).not.toContain('One letter instead of three.')
    expect(rowsOf(model, 'tasks').map(([what]) => what)).not.toContain('Put three letters into one')
    const [turnout] = rowsOf(model, 'turnout')
    expect(turnout?.slice(3)).toEqual(['24', '26', 'One plan, made with the family'])
  })

  test('of a session without anything say so, part by part', () => {
    const model = make('minutes', 'public', [[aSession(), aLab()]])
    const text = written(model)
    for (const words of ['No vote was closed', 'No decision is recorded', 'No task is recorded'])
      expect(text).toContain(words)
  })
})

describe('the brief', () => {
  test('has the newest vote of the lab, the earlier ones in a line each, and the reply to each recommendation', () => {
    const model = make('brief', 'public', familyLab())
    expect(rowsOf(model, 'brief-earlier')).toHaveLength(1)
    expect(written(model)).toContain('The latest vote, on 17 November 2026')
    expect(rowsOf(model, 'recommendations').map((row) => [row[1], row[3]])).toEqual([
      ['Ministry responsible for social affairs', 'No reply yet'],
    ])
    expect(rowsOf(make('brief', 'public', dialogueLab()), 'recommendations')[0]?.[3]).toContain(
      'Accepted in part on 12 November 2026',
    )
  })

  test('counts the tasks of all sessions once', () => {
    const session = (id: string, day: string, state: 'todo' | 'done'): AnyRecord[] => [
      aSession({ id, day, state: 'closed' }),
      aLab(),
      aTask({ state }),
    ]
    const figures = figuresOf(
      make('brief', 'public', [session('s1', '2026-03-01', 'todo'), session('s2', '2026-04-01', 'done')]),
    )
    expect(figures.get('brief.tasks.all')?.value).toBe(1)
    expect(figures.get('brief.tasks.done')?.value).toBe(1)
  })

  test('stays short, and says how much is left to the longer reports', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      aDecision({
        id: `d${index}`,
        order: `D${index}`,
        number: index + 1,
        wording: `Decision ${index} ${'word '.repeat(300)}`,
      }),
    )
    const model = make('brief', 'public', [[aSession({ state: 'closed' }), aLab(), ...many]])
    const table = found(tableOf(model, 'lab-agreements'))
    expect(table.rows.length).toBeLessThan(6)
    expect(reader.words(found(table.note))).toBe(`${60 - table.rows.length} more stand in the longer reports.`)
    for (const row of table.rows) expect(reader.cell(found(row[0])).length).toBeLessThan(140)
  })

  test('cuts no name in two: names are masked before texts are made short', () => {
    const name = 'Ana Marija Novak'
    const person: AnyRecord = {
      type: 'person',
      id: 'p',
      order: 'P',
      alias: 'Blue chair',
      name,
      present: true,
      consent: { quote: 'none' },
    }
    for (let before = 80; before < 140; before += 1) {
      const wording = `${'x'.repeat(before)} ${name} ${'word '.repeat(40)}`
      const model = make('brief', 'public', [[aSession({ state: 'closed' }), aLab(), person, aDecision({ wording })]])
      expect(JSON.stringify(model)).not.toMatch(/Ana|Marija|Novak/)
    }
  })
})

describe('back to the families', () => {
  test('puts what was said beside the decision that answers it, with its day and how it stands', () => {
    const rows = rowsOf(make('families', 'public', dialogueLab()), 'families-answers')
    const kept = found(rows.find(([, decided]) => decided?.startsWith('A family keeps its worker')))
    expect(kept[0]).toMatch(/^A good year is one in which the same person/)
    expect(kept.slice(2)).toEqual(['By 15 December 2026', 'Not begun yet'])
  })

  test('says what others must decide, with their answer', () => {
    const text = written(make('families', 'public', dialogueLab()))
    expect(text).toContain('This is not ours to decide')
    expect(text).toContain('They said yes to a part of it on 12 November 2026')
  })

  test('follows a vote, a heading and an earlier decision back to the words they rest on', () => {
    const card = aCard({ text: 'Nobody rings back', quote: 'role' })
    const answered = (...records: readonly AnyRecord[]): (string | undefined)[] =>
      rowsOf(
        make('families', 'public', [[aSession({ state: 'closed' }), aLab(), card, ...records]]),
        'families-answers',
      ).map(([said]) => said)
    const cluster = aCluster({ id: 'cluster-1', cards: [{ id: card.id, zone: card.zone, order: 'V' }] })
    expect(answered(cluster, aDecision({ evidence: [{ type: 'cluster', id: 'cluster-1' }] }))).toEqual([
      'Nobody rings back',
    ])
    expect(
      answered(
        aDecision({ id: 'd1', evidence: [{ type: 'card', id: card.id }] }),
        aDecision({ id: 'd2', number: 2, evidence: [{ type: 'decision', id: 'd1' }] }),
      ),
    ).toEqual(['Nobody rings back', 'Nobody rings back'])
    expect(answered(aTask({ origin: { type: 'card', id: card.id } }))).toEqual(['Nobody rings back'])
  })

  test('keeps the decision and leaves the words out where their author lets nobody read them', () => {
    const card = aCard({ text: 'Kept to myself', quote: 'none' })
    const decision = aDecision({ evidence: [{ type: 'card', id: card.id }], wording: 'We ring back' })
    const rows = rowsOf(
      make('families', 'public', [[aSession({ state: 'closed' }), aLab(), card, decision]]),
      'families-answers',
    )
    expect(rows[0]?.slice(0, 2)).toEqual(['What was said is not printed here.', 'We ring back'])
  })

  test('finds the words in the session they were said in when the decision travels on', () => {
    const card = aCard({ text: 'Seven helpers', quote: 'role' })
    const first = [
      aSession({ id: 's1', state: 'closed' }),
      aLab(),
      card,
      aDecision({ evidence: [{ type: 'card', id: card.id }] }),
    ]
    const second = [
      aSession({ id: 's2', day: '2026-05-01', state: 'closed' }),
      aLab(),
      aDecision({ evidence: [], status: 'kept', fromSession: 's1' }),
    ]
    const rows = rowsOf(make('families', 'public', [first, second]), 'families-answers')
    expect(rows).toEqual([['Seven helpers', expect.any(String), expect.any(String), 'We kept to it']])
  })
})

describe('the lab over time', () => {
  test('counts what was done by the end of each session, and shows it as a line', () => {
    const session = (id: string, day: string, ...records: readonly AnyRecord[]): AnyRecord[] => [
      aSession({ id, day, state: 'closed' }),
      aLab(),
      ...records,
    ]
    const model = make('lab', 'public', [
      session('s1', '2026-03-01', aTask({ id: 't1' }), aTask({ id: 't2', state: 'done' })),
      session('s2', '2026-04-01', aTask({ id: 't1', state: 'done' }), aTask({ id: 't3' })),
    ])
    expect(rowsOf(model, 'lab-tasks').map((row) => row.slice(2))).toEqual([
      ['2', '1', '0', '1', '0'],
      ['3', '2', '0', '1', '0'],
    ])
    const line = blocksOf(model).find((block) => block.b === 'chart' && block.id === 'lab-tasks-line')
    expect(line).toMatchObject({ kind: 'line', points: [{ figure: { value: 1 } }, { figure: { value: 2 } }] })
  })

  test('names files that could not be read, and marks sessions that went on side by side', () => {
    const damaged: DamagedFile = {
      fileId: 'x',
      fileName: '2026-02-01 Broken.polyphony.json',
      failure: { code: 'file-missing' },
    }
    const session = (id: string, day: string, previous?: string): AnyRecord[] => [
      aSession({ id, day, state: 'closed', ...(previous === undefined ? {} : { previous }) }),
      aLab(),
    ]
    const sessions = [session('a', '2026-01-01'), session('b', '2026-02-01', 'a'), session('c', '2026-03-01', 'a')]
    const model = make('lab', 'public', sessions, [damaged])
    // The name of a file that nobody could read may be anybody's.
    expect(written(model)).not.toContain('Broken')
    expect(written(model)).toContain('1 file cannot be opened and is left out.')
    expect(written(make('lab', 'participants', sessions, [damaged]))).toContain('2026-02-01 Broken.polyphony.json')
    expect(rowsOf(model, 'sessions').map((row) => row.at(-1))).toEqual(['main line', 'branch 1', 'main line'])
  })

  test('holds back averages of feedback that rest on few answers', () => {
    const pulse = aPulse({ answers: { phone: [0, 0, 0, 4, 0] } })
    const mean = (profile: Profile): unknown =>
      figuresOf(make('lab', profile, [[aSession({ state: 'closed' }), aLab(), pulse]])).get('lab.pulse.0.0.mean')?.value
    expect([mean('participants'), mean('public')]).toEqual([4, null])
  })

  test('of one session that counted nobody has no noughts and no lines', () => {
    const model = make('lab', 'public', [[aSession({ state: 'closed' }), aLab(), aVoice()]])
    expect(rowsOf(model, 'sessions').map((row) => row.at(-1))).toEqual(['not counted'])
    expect(blocksOf(model).some((block) => block.b === 'chart')).toBe(false)
  })

  test('that has not met yet says so', () => {
    for (const kind of ['brief', 'lab'] as const)
      expect(written(make(kind, 'public', [[aSession({ state: 'prepared' }), aLab()]]))).toContain(
        'The lab has not met yet.',
      )
  })
})

test('every kind gives each figure one value, and draws a page, for each profile', () => {
  for (const sessions of [familyLab(), dialogueLab(), [[aSession(), aLab()]]]) {
    for (const kind of ['minutes', 'brief', 'families', 'lab'] as const) {
      for (const profile of ['internal', 'participants', 'public'] as const) {
        const model = make(kind, profile, sessions)
        expect(() => figuresOf(model)).not.toThrow()
        const [page] = exportHtml(model, context)
        expect(new TextDecoder().decode(page?.bytes)).toContain(`class="${kind}"`)
      }
    }
  }
})
