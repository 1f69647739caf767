import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { Profile, ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { textExporters as exporters } from '../../../electron/export/exporters'
import type { ExportContext } from '../../../electron/export/export-file'
import { anActivity, anIndicator, aProject, aPulse, aQuestion } from '../../helpers/builders'
import { blocksOf, closedSession, englishReader, figuresOf, viewOf } from '../../helpers/report'

const modelOf = (records: readonly AnyRecord[], profile: Profile): ReportModel => {
  const view = viewOf(records)
  return redact(buildSessionReport(view), profile, knownNames(view))
}

const context = (): ExportContext => ({ reader: englishReader(), madeAt: '2026-11-22T10:00:00.000Z', fonts: null })

const everythingWritten = (model: ReportModel): string =>
  Object.values(exporters)
    .flatMap((write) => write(model, context()))
    .map((file) => file.suffix + new TextDecoder().decode(file.bytes))
    .join('\n')

/** 200 people with names that occur nowhere else, planted in every field that takes words. */
const withCanaries = (): { records: AnyRecord[]; names: string[]; secrets: string[] } => {
  const names = Array.from({ length: 200 }, (_, index) => `Canary${index}Person`)
  const secrets = Array.from({ length: 20 }, (_, index) => `unreleased-words-${index}`)
  const people = names.map((name, index): AnyRecord => ({
    type: 'person',
    id: `person${index}`,
    order: `P${index}`,
    alias: `Alias${index}Of`,
    name,
    present: true,
    consent: { quote: 'none' },
  }))
  const records = closedSession().map((record, index): AnyRecord => {
    const name = names[index % names.length] ?? ''
    switch (record.type) {
      case 'card':
        return index % 3 === 0
          ? { ...record, text: `${secrets[index % secrets.length]} ${name}`, quote: 'none' }
          : { ...record, text: `${record.text} ${name}` }
      case 'cluster':
        return { ...record, label: { text: `Heading of ${name}` } }
      case 'decision':
        return {
          ...record,
          wording: `${record.wording} ${name}`,
          rationale: `Because of ${name}`,
          owner: { kind: 'person', personId: `person${index % 200}` },
        }
      case 'task':
        return {
          ...record,
          text: `${record.text} ${name}`,
          progress: `said ${name}`,
          owner: { kind: 'person', personId: `person${index % 200}` },
        }
      case 'question':
        return { ...record, text: `${record.text} ${name}` }
      case 'vote':
        return {
          ...record,
          question: `${record.question} ${name}`,
          options: record.options.map((option) => ({ ...option, text: `${option.text} ${name}` })),
        }
      case 'session':
        return { ...record, title: `${record.title} ${name}` }
      case 'lab':
        return { ...record, ties: `Knows ${name}`, funderNotice: `Notice of ${name}` }
      case 'board':
        return { ...record, label: { text: `Board of ${name}` } }
      default:
        return record
    }
  })
  return { records: [...records, ...people, ...workWith(names)], names, secrets }
}

/** Projects, indicators, activities, feedback and notebooks with a name in every field that takes words. */
const workWith = (names: readonly string[]): AnyRecord[] => {
  let used = 0
  const named = (words: string): string => {
    used += 1
    return `${words} ${names[used % names.length] ?? ''}`
  }
  const entry = { type: 'notebook', order: 'N', codeHash: 'x', on: '2026-10-27' } as const
  return [
    aProject({
      title: named('Evenings of'),
      aim: named('For'),
      targetGroup: named('Neighbours of'),
      partners: [named('Office of'), 'School district'],
      owner: { kind: 'person', personId: 'person7' },
      activities: named('Met at the house of'),
      results: named('Came back:'),
      indicatorIds: ['indicator-1'],
    }),
    anIndicator({
      name: named('Days missed by'),
      unit: named('days of'),
      source: named('Told by'),
      better: 'down',
      baseline: { value: 17.25, on: '2026-01-01' },
      target: { value: 10 },
      measurements: [{ value: 12.5, on: '2026-05-01', note: named('counted by') }],
    }),
    anActivity({
      title: named('Visit at'),
      text: named('Coffee with'),
      place: named('Kitchen of'),
      people: 2,
      on: '2026-04-01',
    }),
    aPulse({
      question: { text: named('Did you like the talk of') },
      answers: { phone: [0, 0, 0, 2, 0], paper: [1, 0, 0, 0, 1] },
      remarks: [named('unreleased-words-1 of')],
    }),
    aQuestion({ id: 'question-of-project', text: named('Who pays'), origin: { type: 'project', id: 'project-1' } }),
    { ...entry, id: 'notebook1', text: 'unreleased-words-0 in the notebook', shared: false },
    { ...entry, id: 'notebook2', text: named('SHARED a good day with'), shared: true },
  ]
}

describe('redaction', () => {
  it.each(['participants', 'public'] as const)(
    'lets no name and no unreleased word into a %s report, in any format',
    (profile) => {
      const { records, names, secrets } = withCanaries()
      const written = everythingWritten(modelOf(records, profile))
      expect(names.filter((name) => written.includes(name))).toEqual([])
      expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
      expect(written).not.toMatch(/Alias\d+Of/)
    },
  )

  it('keeps names and all words in an internal report', () => {
    const { records } = withCanaries()
    const written = everythingWritten(modelOf(records, 'internal'))
    expect(written).toContain('Canary')
    expect(written).toContain('unreleased-words')
  })

  it('keeps partners and projects; gives shared notebook entries to the lab alone', () => {
    const { records } = withCanaries()
    for (const profile of ['internal', 'participants', 'public'] as const) {
      const written = everythingWritten(modelOf(records, profile))
      expect(written).toContain('School district')
      expect([profile, written.includes('SHARED a good day')]).toEqual([profile, profile !== 'public'])
    }
    const leftOut = (profile: Profile) =>
      modelOf(records, profile).removed.find(({ what }) => what === 'notebook')?.count
    expect([leftOut('participants'), leftOut('public')]).toEqual([1, 2])
  })

  it('shows answers of the feedback round from three on, in public from five on', () => {
    const { records } = withCanaries()
    const meanOf = (profile: Profile): unknown =>
      figuresOf(modelOf(records, profile)).get('pulse.pulse-1.answers')?.value
    expect([meanOf('internal'), meanOf('participants'), meanOf('public')]).toEqual([4, 4, null])
    const few = records.map((record): AnyRecord =>
      record.type === 'pulse' ? { ...record, answers: { paper: [0, 0, 0, 2, 0] } } : record,
    )
    expect(figuresOf(modelOf(few, 'internal')).get('pulse.pulse-1.answers')).toMatchObject({ suppressed: true })
  })

  it('does not say in public that two people were visited', () => {
    const { records } = withCanaries()
    const people = (profile: Profile) => figuresOf(modelOf(records, profile)).get('activity.activity-1.people')?.value
    expect([people('internal'), people('public')]).toEqual([2, null])
  })

  it('writes the same figures in every format', () => {
    const { records } = withCanaries()
    const model = modelOf(records, 'participants')
    for (const [name, write] of Object.entries(exporters)) {
      const text = write(model, context())
        .map((file) => new TextDecoder().decode(file.bytes))
        .join('\n')
      for (const value of ['17.25', '12.5']) expect([name, value, text.includes(value)]).toEqual([name, value, true])
    }
  })

  it('says what was left out, and how many contributions were kept back', () => {
    const { records } = withCanaries()
    const model = modelOf(records, 'public')
    const kinds = model.removed.map((removal) => removal.what)
    expect(kinds).toEqual(expect.arrayContaining(['names', 'unreleased-words', 'people', 'notebook', 'merged-voices']))
    const annex = model.parts.find((part) => part.id === 'annex')
    expect(annex?.blocks.at(-1)).toMatchObject({ b: 'notice', words: { key: 'report:annex.kept' } })
  })

  it('leaves no heading over contributions that were all kept back', () => {
    const records = closedSession().map((record): AnyRecord =>
      record.type === 'card' ? { ...record, quote: 'none' } : record,
    )
    const annex = modelOf(records, 'public').parts.find((part) => part.id === 'annex')
    expect(annex?.blocks.map((block) => block.b)).toEqual(['paragraph', 'notice'])
    const all = modelOf(closedSession(), 'public').parts.find((part) => part.id === 'annex')?.blocks ?? []
    const orphans = all.filter((block, index) => {
      const next = all[index + 1]
      return block.b === 'heading' && (!next || (next.b === 'heading' && next.level <= block.level))
    })
    expect(orphans).toEqual([])
  })

  it('goes by the ballots where nobody counted the people', () => {
    const records = closedSession().map((record): AnyRecord =>
      record.type === 'voice' ? { ...record, present: 0 } : record,
    )
    const model = modelOf(records, 'public')
    const people = blocksOf(model).find((block) => block.b === 'table' && block.id === 'people')
    // Families and front-line staff stand alone in the vote's public result; the others only together.
    expect(people?.b === 'table' ? people.rows.length : 0).toBe(3)
    expect(everythingWritten(model)).toContain('How many people took part was not written down.')
    expect(everythingWritten(model)).not.toContain('0 people took part')
  })

  it('leaves held and hidden cards out of every profile', () => {
    const records = closedSession().map((record, index): AnyRecord =>
      record.type === 'card' && index % 2 === 0 ? { ...record, text: `HELD-${index}`, held: true } : record,
    )
    for (const profile of ['internal', 'participants', 'public'] as const) {
      expect(everythingWritten(modelOf(records, profile))).not.toContain('HELD-')
    }
  })

  it('shows no voice under the public threshold alone, in figures, quotes or marks', () => {
    const model = modelOf(closedSession(), 'public')
    const people = blocksOf(model).find((block) => block.b === 'table' && block.id === 'people')
    const present = people?.b === 'table' ? people.rows.map((row) => row[1]) : []
    expect(present.length).toBeGreaterThan(1)
    for (const cell of present)
      expect(cell).toMatchObject({ t: 'figure', value: expect.toSatisfy((value: number) => value >= 5) })
    const small = JSON.stringify(model.parts.filter((part) => part.id === 'annex' || part.id === 'decisions'))
    expect(small).not.toContain('"by":{"look":5')
    expect(small).not.toContain('"by":{"look":3')
  })

  it('gives every figure one value wherever it stands', () => {
    for (const profile of ['internal', 'participants', 'public'] as const) {
      expect(figuresOf(modelOf(closedSession(), profile)).size).toBeGreaterThan(20)
    }
  })

  it('makes a report of an empty session', () => {
    const session = closedSession().filter((record) => record.type === 'session' || record.type === 'lab')
    const model = modelOf(session, 'public')
    expect(everythingWritten(model)).toContain('Nothing has been recorded in this session yet.')
  })
})
