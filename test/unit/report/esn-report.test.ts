import { describe, expect, test } from 'vitest'
import type { Lab } from '@core/model/lab'
import type { AnyRecord } from '@core/model/records'
import { esnProposals } from '@core/report/esn-fill'
import { reportOf } from '@core/report/kinds'
import { labData } from '@core/report/lab-sources'
import type { Block, Profile, ReportModel } from '@core/report/model'
import { countWords } from '@core/rules/esn'
import { exportMarkdown } from '../../../electron/export/markdown'
import { aLab, anActivity, aPerson, aProject, aSession } from '../../helpers/builders'
import { drawn, familyLab, readText, reportPort, sampleKinds } from '../../helpers/report-kinds'
import { englishReader, viewOf } from '../../helpers/report'

const TODAY = '2026-11-22'
const reader = englishReader()

const formOf = (records: readonly AnyRecord[], profile: Profile = 'internal'): ReportModel => {
  const model = reportOf({ kind: 'esn' }, profile, { view: viewOf(records), lab: [], today: TODAY })
  if (!model) throw new Error('no form')
  return model
}
const withLab = (fields: Partial<Lab>, ...records: readonly AnyRecord[]): AnyRecord[] => [
  aSession(),
  aLab(fields),
  ...records,
]
const partOf = (model: ReportModel, id: string): readonly Block[] =>
  model.parts.find((part) => part.id === id)?.blocks ?? []
const notices = (model: ReportModel): string[] =>
  model.summary.flatMap((block) => (block.b === 'notice' ? [reader.words(block.words)] : []))
const markdown = (model: ReportModel): string =>
  exportMarkdown(model, { reader, madeAt: `${TODAY}T10:00:00.000Z`, fonts: null })
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('')
const ticked = (model: ReportModel, id: string): string[] =>
  partOf(model, id).flatMap((block) =>
    block.b === 'checks' ? block.items.filter((item) => item.ticked).map((item) => reader.words(item.words)) : [],
  )

describe('the practice form', () => {
  test('has its fields in its own order', () => {
    expect(formOf(withLab({})).parts.map(({ title }) => reader.words(title))).toEqual([
      'The practice',
      'Theme',
      'Principles of the European Pillar of Social Rights',
      'Status',
      'Context and social issues addressed',
      'Objectives',
      'Activities',
      'Outcomes, and how they were evaluated',
      'Links',
      'Comments and tips for people who want to use the practice',
    ])
  })

  test('shows every box, with those ticked that people ticked, and the words for "other"', () => {
    const esn = {
      themes: ['other', 'mental-health', 'support for carers'],
      otherTheme: 'Debt',
      principles: [20, 3],
      statuses: ['scaling', 'concept'],
    }
    const model = formOf(withLab({ esn }))
    expect(ticked(model, 'esnThemes')).toEqual(['Mental health', 'Other: Debt and support for carers'])
    expect(ticked(model, 'esnPrinciples')).toEqual(['3. Equal opportunities', '20. Access to essential services'])
    expect(ticked(model, 'esnStatus')).toEqual(['Concept and design', 'Scaling up and transformation'])
    const boxes = markdown(model).match(/^- \[[ x]\] /gm)
    expect(boxes).toHaveLength(23 + 20 + 5)
    expect(markdown(model)).toContain('- [x] 20\\. Access to essential services')
  })

  test('says of an empty lab what is missing, and invents nothing', () => {
    const model = formOf([aSession({ state: 'prepared' }), aLab({ name: 'New lab' })], 'public')
    expect(notices(model)).toEqual([
      'Before this form is sent in, 9 fields are still to be filled in: Organisation(s), Country, Contact, Theme, Status, Context, Objectives, Activities, and Outcomes.',
    ])
    expect(partOf(model, 'esnActivities')).toEqual([{ b: 'paragraph', words: { t: 'say', key: 'report:notSet' } }])
    expect(ticked(model, 'esnStatus')).toEqual([])
  })

  test('prints every word beyond the limit, and says how many there are', () => {
    const activities = `${'word '.repeat(300)}lastOfAll`
    const model = formOf(withLab({ esn: { activities } }))
    expect(notices(model).join(' ')).toContain('Activities: 1 word more than the 300 of the form.')
    expect(markdown(model)).toContain('lastOfAll')
    expect(notices(formOf(withLab({ esn: { activities: 'word '.repeat(300) } }))).join(' ')).not.toContain('more than')
  })

  test('keeps the lines that people wrote', () => {
    expect(partOf(formOf(withLab({ esn: { tips: 'First.\n\nThen.' } })), 'esnTips')).toHaveLength(2)
  })
})

describe('what nobody has written for the form', () => {
  test('comes from the records of the sample, and the form says so', () => {
    const [first, second] = familyLab()
    const model = formOf(second ?? first ?? [])
    const text = markdown(model)
    expect(notices(model)).toEqual([
      'Filled in from the records of the lab, and not written for this form by anybody: Activities and Outcomes.',
    ])
    expect(text).toContain('Home visits with the feedback slip, 5 November 2026')
    expect(text).toContain('It rose from 41 % to 94 %')
    expect(text).toContain('One plan, made with the family')
  })

  test('keeps to the words of the form: whole activities, and the number of those left out', () => {
    const activities = Array.from({ length: 20 }, (_, index) =>
      anActivity({
        id: `a${index}`,
        order: `A${index}`,
        title: `Visit ${index}`,
        on: '2026-05-01',
        text: 'word '.repeat(30),
      }),
    )
    const view = viewOf(withLab({}, ...activities))
    const data = labData({ view, lab: [], today: TODAY })
    const { activities: lines, left } = esnProposals(data.lab, data.overview)
    expect(lines.reduce((sum, one) => sum + countWords(reader.words(one)), 0)).toBeLessThanOrEqual(300)
    expect(lines.length + left).toBe(21)
    expect(notices(formOf(withLab({}, ...activities))).join(' ')).toContain(
      `${left} more activities are in the records`,
    )
  })

  test('takes an aim apart only where the form has room for its parts', () => {
    const overview = labData({ view: viewOf(withLab({})), lab: [], today: TODAY }).overview
    const objectives = (aim: string) => esnProposals(aLab({ aim }), overview).objectives
    expect(objectives('One plan; one worker;\nfeedback')).toEqual(['One plan', 'one worker', 'feedback'])
    expect(objectives('a; b; c; d')).toEqual(['a; b; c; d'])
    expect(objectives(' ')).toEqual([])
  })

  test('has a state from the projects, and never ticks it on its own', () => {
    const records = withLab({}, aProject({ state: 'try-out' }), aProject({ id: 'p2', state: 'stopped' }))
    const { overview } = labData({ view: viewOf(records), lab: [], today: TODAY })
    expect(esnProposals(aLab(), overview).statuses).toEqual(['execution'])
    expect(ticked(formOf(records), 'esnStatus')).toEqual([])
  })
})

describe('outside the lab', () => {
  const secret = 'Canary Person'
  const planted = (text: string) => `${text} ${secret}`
  const records = withLab(
    {
      name: planted('Lab'),
      organisations: [planted('Centre')],
      country: planted('Slovenia'),
      targetGroup: planted('Group'),
      esn: {
        title: planted('Title'),
        contact: planted('The lab, +386 1 234 56 78, lab@centre.example,'),
        themes: ['other', planted('old')],
        otherTheme: planted('theme'),
        statuses: ['other'],
        otherStatus: planted('status'),
        context: planted('Call +386 31 123 456 or'),
        objectives: [planted('Objective')],
        outcomes: planted('Outcome'),
        links: [`https://lab.example/${secret}/1234567890`],
        tips: planted('Tip'),
      },
    },
    aPerson({ name: secret }),
    anActivity({ title: planted('Visit'), text: planted('With'), on: '2026-05-01' }),
    aProject({ title: planted('Project'), activities: planted('Done by'), results: planted('Seen by') }),
  )

  test.each(['participants', 'public'] as const)('%s: no name of the people of the lab', (profile) => {
    const model = formOf(records, profile)
    expect(JSON.stringify(model)).not.toContain(secret)
    expect(model.removed.some(({ what, count }) => what === 'names' && count > 10)).toBe(true)
  })

  test('the address that the lab gives out stays, and no other', () => {
    const text = markdown(formOf(records, 'public'))
    expect(text).toContain('+386 1 234 56 78, lab@centre.example')
    expect(text).toContain('1234567890')
    expect(text).not.toContain('31 123 456')
  })
})

test('every box has a name that can be heard, on the page', async () => {
  const subject = sampleKinds().find(({ name }) => name === 'esn')
  if (!subject) throw new Error('no form among the samples')
  const [page] = await drawn(await reportPort(), subject, 'html')
  const html = page ? readText(page) : ''
  expect(html.match(/aria-label="ticked"/g)).toHaveLength(3 + 3 + 1)
  expect(html.match(/aria-label="not ticked"/g)).toHaveLength(48 - 7)
  expect(html).not.toContain('<nav')
})
