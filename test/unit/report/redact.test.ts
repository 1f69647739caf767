import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { Profile, ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { exporters } from '../../../electron/export/exporters'
import type { ExportContext } from '../../../electron/export/export-file'
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
  const notebook: AnyRecord = {
    type: 'notebook',
    id: 'notebook1',
    order: 'N',
    codeHash: 'x',
    text: 'unreleased-words-0 in the notebook',
    on: '2026-10-27',
    shared: false,
  }
  return { records: [...records, ...people, notebook], names, secrets }
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
