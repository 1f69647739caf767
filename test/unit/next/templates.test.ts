import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkChannels } from '@core/commands/vote-checks'
import type { DocumentView } from '@core/model/document'
import { ordered, sessionOf, tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { recordSchemas } from '@core/model/registry'
import { boardTemplateSchema } from '@core/next/board-template'
import type { BoardTemplate } from '@core/next/board-template'
import { resolveTemplate, templateFileSchema, templateMinutes } from '@core/next/template'
import type { Template } from '@core/next/template'
import { templateAfter } from '@core/next/template-after'
import { templateFromSession } from '@core/next/template-from-session'
import { recordsFromTemplate, withRounds } from '@core/next/template-records'
import { brokenRecords } from '@core/rules/integrity'
import { createLookup } from '@core/text/lookup'
import type { Catalog } from '@core/text/lookup'
import { aBoard, aCard, aLab, aPerson, aSession, aStep, aVoice } from '../../helpers/builders'

const resources = resolve(import.meta.dirname, '../../../resources')
const rawFiles = (folder: string): [string, unknown][] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))])

const words = JSON.parse(readFileSync(join(resources, 'locales/en/boards.json'), 'utf8')) as Catalog
const t = createLookup({ boards: words }, 'en')

const boards = rawFiles(join(resources, 'templates/boards')).map(([id, raw]): [string, BoardTemplate] => [
  id,
  boardTemplateSchema.parse(raw),
])
const boardList = boards.map(([, board]) => board)
const templates = rawFiles(join(resources, 'templates')).map(([id, raw]): [string, Template] => {
  const template = resolveTemplate(templateFileSchema.parse(raw), boardList)
  if (!template) throw new Error(`${id} does not resolve`)
  return [id, template]
})
const byId = new Map(templates)

const keysIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value).matchAll(/"(boards:[\w.]+)"/g)].map((match) => match[1] ?? '')),
]

let made = 0
const context = { newId: () => `new-${(made += 1)}`, words: t, k: { room: 3, public: 5 } }
const viewFrom = (template: Template): DocumentView =>
  tablesOf(structuredClone(withRounds([aSession(), aLab(), ...recordsFromTemplate(template, context, true)], template)))

describe('board templates', () => {
  test.each(boards)('%s is named after its file and has words', (id, board) => {
    expect(board.id).toBe(id)
    for (const key of [...keysIn(board), `boards:boardTemplate.${board.key}.about`]) expect(t(key)).not.toBe(key)
    if (board.layout === 'quadrants') for (const axis of board.axes) expect(axis.entries).toHaveLength(2)
  })

  test('are all the frames of the field', () => {
    const layouts = new Map(boards.map(([id, { layout }]) => [id, layout]))
    expect(Object.fromEntries(layouts)).toMatchObject({
      'challenge-map': 'matrix',
      'stakeholder-map': 'quadrants',
      'stakeholder-rings': 'rings',
      'around-family': 'rings',
      bring: 'columns',
      bikva: 'rounds',
      'bikva-two-step': 'rounds',
      ideas: 'columns',
      'effort-effect': 'quadrants',
      baseline: 'matrix',
      'baseline-conclusion': 'columns',
      questions: 'columns',
    })
  })

  test('the baseline frame has fifteen headings that countries compare by, and ideas the states of a project', () => {
    const topics = boardList.find(({ id }) => id === 'baseline')?.axes[1]?.entries.map(({ topic }) => topic)
    expect(new Set(topics).size).toBe(15)
    expect(topics).not.toContain(undefined)
    const states = boardList.find(({ id }) => id === 'ideas')?.axes[0]?.entries.map(({ projectState }) => projectState)
    expect(states).toEqual(['idea', 'try-out', 'works', 'daily-practice'])
  })

  test('a board with an id twice or an axis too many is none', () => {
    const rings = boardList.find(({ layout }) => layout === 'rings')
    const twice = { ...rings, axes: [rings?.axes[0], { ...rings?.axes[0], id: 'other' }] }
    expect(boardTemplateSchema.safeParse(twice).success).toBe(false)
    expect(boardTemplateSchema.safeParse({ ...twice, layout: 'matrix' }).success).toBe(false)
  })
})

describe('session templates', () => {
  test.each(templates)('%s makes a whole session with words for everything', (id, template) => {
    expect(template.id).toBe(id)
    const own = [`boards:template.${template.key ?? ''}.name`, `boards:template.${template.key ?? ''}.about`]
    for (const key of [...keysIn(template), ...own]) expect(t(key)).not.toBe(key)
    const view = viewFrom(template)
    expect(brokenRecords(view)).toEqual([])
    for (const table of Object.values(view))
      for (const record of (table as ReadonlyMap<string, AnyRecord>).values())
        expect(recordSchemas[record.type].safeParse(record).success).toBe(true)
    expect(ordered(view, 'step')).toHaveLength(template.steps.length)
    expect(sessionOf(view)?.round).toBe(template.round)
  })

  test.each(templates.filter(([id]) => id !== 'empty'))('%s is a meeting of two to four hours', (id, template) => {
    const minutes = templateMinutes(template)
    expect(minutes).toBeGreaterThanOrEqual(id === 'home-visit' ? 30 : 120)
    expect(minutes).toBeLessThanOrEqual(id === 'home-visit' ? 90 : 240)
    for (const step of template.steps) expect(step.minutes).toBeGreaterThan(0)
    for (const step of template.steps.filter(({ kind }) => kind !== 'break')) expect(step.instruction).toBeDefined()
  })

  test.each(templates)('%s lets phones contribute only where there is a board', (_, template) => {
    for (const step of template.steps.filter(({ contribute }) => (contribute ?? 'closed') !== 'closed'))
      expect(step.board).toBeDefined()
    for (const step of template.steps.filter(({ show }) => show === 'board')) expect(step.board).toBeDefined()
    for (const step of template.steps.filter(({ kind }) => kind === 'vote')) expect(step.vote).toBeDefined()
    const shown = new Set(template.steps.flatMap(({ vote }) => vote ?? []))
    expect(template.votes.map(({ ref }) => ref).filter((ref) => !shown.has(ref))).toEqual([])
    // A pulse without its step would never be asked.
    expect(template.steps.some(({ kind }) => kind === 'pulse')).toBe((template.pulse ?? []).length > 0)
  })

  test.each(templates)(
    '%s votes over every channel that fits, and is not secret where hands are raised',
    (id, template) => {
      for (const vote of viewFrom(template).vote.values()) {
        expect(checkChannels(vote.method, vote.channels)).toBeNull()
        expect(vote.secret).toBe(!vote.channels.includes('hands'))
        expect(vote.channels).toEqual(id === 'home-visit' ? ['kiosk', 'hands'] : ['phone', 'kiosk', 'paper'])
      }
    },
  )

  test('several methods are used, each where it fits', () => {
    const methods = new Map(templates.map(([id, { votes }]) => [id, votes.map(({ method }) => method.name)]))
    expect(Object.fromEntries(methods)).toMatchObject({
      'challenge-map': ['dots'],
      'follow-up': ['dots', 'consent'],
      ideas: ['effort-effect', 'dots'],
      'project-review': ['rating'],
      questions: ['ranking'],
      'home-visit': ['consent'],
    })
  })

  test('there is one for each round of the dialogue, long and short', () => {
    const rounds = templates.filter(([, { round }]) => round !== undefined)
    expect(rounds.map(([id, { round, rounds: names }]) => [id, round, names?.length]).toSorted()).toEqual([
      ['bikva-managers', 3, 4],
      ['bikva-policymakers', 4, 4],
      ['bikva-staff', 2, 4],
      ['bikva-two-step-professionals', 2, 2],
      ['bikva-two-step-users', 1, 2],
      ['bikva-users', 1, 4],
    ])
  })

  test('parallel groups count once: they work at the same time', () => {
    const template = byId.get('two-groups')
    expect(template?.groups).toHaveLength(2)
    const all = template?.steps.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0
    expect(template && templateMinutes(template)).toBe(all - 60)
  })

  test('what does not hold together is none', () => {
    const good = templateFileSchema.parse(rawFiles(join(resources, 'templates')).find(([id]) => id === 'ideas')?.[1])
    expect(resolveTemplate({ ...good, boards: [{ ref: 'ideas', board: 'no-such-board' }] }, boardList)).toBeNull()
    for (const broken of [
      { ...good, steps: [{ label: { text: 'x' }, kind: 'talk', minutes: 5, board: 'nowhere' }] },
      { ...good, name: 'Both a key and a name' },
      { ...good, votes: [...good.votes, ...good.votes] },
      { ...good, steps: [{ label: { text: 'x' }, kind: 'talk', minutes: -5 }] },
    ])
      expect(templateFileSchema.safeParse(broken).success).toBe(false)
  })
})

describe('the template of the next session', () => {
  const cards = templates
    .map(([, { id, key, round, position, picture }]) => ({
      ...(round === undefined ? {} : { round }),
      ...{ id, key: key ?? '', picture, minutes: 0, steps: 0, position: position ?? 0 },
    }))
    .toSorted((a, b) => a.position - b.position)
  test.each([
    ['bikvaUsers', 'bikva-staff'],
    ['bikvaStaff', 'bikva-managers'],
    ['bikvaManagers', 'bikva-policymakers'],
    ['bikvaPolicymakers', 'follow-up'],
    ['bikvaTwoStepUsers', 'bikva-two-step-professionals'],
    ['bikvaTwoStepProfessionals', 'follow-up'],
    ['ideas', 'follow-up'],
    [undefined, 'follow-up'],
  ])('after %s is %s', (templateKey, next) => {
    expect(templateAfter(cards, templateKey === undefined ? {} : { templateKey })).toBe(next)
  })

  test('is none where there is neither', () => {
    expect(templateAfter([], {})).toBe('')
  })
})

/** Without ids, which are new in every session. */
const frameOf = (view: DocumentView): unknown => {
  const index = (type: 'board' | 'vote' | 'group', id: string | undefined): number =>
    ordered(view, type).findIndex((record) => record.id === id)
  return {
    voices: ordered(view, 'voice').map(({ label, slot, level, expected }) => [label, slot, level, expected]),
    groups: ordered(view, 'group').map(({ label }) => label),
    boards: ordered(view, 'board').map(({ label, layout, axes, groupId }) => [
      label,
      layout,
      axes,
      index('group', groupId),
    ]),
    votes: ordered(view, 'vote').map((vote) => [
      vote.question,
      vote.method,
      vote.admission,
      vote.channels,
      vote.secret,
    ]),
    pulse: ordered(view, 'pulse').map(({ question }) => question),
    steps: ordered(view, 'step').map((step) => [
      step.label,
      step.question,
      step.instruction,
      step.kind,
      step.minutes,
      step.contribute,
      index('board', step.boardId),
      index('vote', step.voteId),
      index('group', step.groupId),
      step.show,
      step.propose,
      step.lockAtEnd,
    ]),
    round: sessionOf(view)?.round,
  }
}

describe('a template of one’s own', () => {
  test.each(templates)('made from a session of %s makes the same session again', (_, template) => {
    const view = viewFrom(template)
    const own = templateFromSession(view, 'mine', 'Mine')
    const read = resolveTemplate(templateFileSchema.parse(JSON.parse(JSON.stringify(own))), [])
    expect(read && frameOf(viewFrom(read))).toEqual(frameOf(view))
  })

  test('makes the same agenda again, whatever the agenda', () => {
    const label = fc.string({ minLength: 1, maxLength: 40 }).map((text) => ({ text }))
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
    const ref = (list: readonly string[]) => maybe(fc.constantFrom(...list))
    const step = fc.record(
      {
        label,
        question: maybe(label),
        instruction: maybe(label),
        kind: fc.constantFrom(
          'agreed' as const,
          'contribute' as const,
          'vote' as const,
          'break' as const,
          'pulse' as const,
        ),
        minutes: fc.nat({ max: 600 }),
        contribute: maybe(fc.constantFrom('closed' as const, 'alone' as const, 'open' as const)),
        board: ref(['a', 'b']),
        vote: ref(['v']),
        group: ref(['g', 'h']),
        show: maybe(fc.constantFrom('keep' as const, 'chain' as const, 'blank' as const)),
        propose: maybe(fc.subarray(['task', 'volunteer', 'step'] as const).map((list) => [...list])),
        lockAtEnd: maybe(fc.boolean()),
      },
      { requiredKeys: ['label', 'kind', 'minutes'] },
    )
    const base = byId.get('two-groups')
    const [one, two] = base?.boards ?? []
    if (!base || !one || !two) throw new Error('no template with groups')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), maybe(fc.integer({ min: 1, max: 4 })), (steps, round) => {
        const template: Template = {
          ...base,
          ...(round === undefined ? {} : { round }),
          groups: [
            { ref: 'g', label: { text: 'One' } },
            { ref: 'h', label: { text: 'Two' } },
          ],
          boards: [
            { ...one, ref: 'a', group: 'g' },
            { ...two, ref: 'b', group: undefined },
          ],
          votes: [{ ref: 'v', question: { text: 'Which?' }, method: { name: 'rating' } }],
          steps,
        }
        const view = viewFrom(template)
        const own = templateFromSession(view, 'mine', 'Mine')
        const read = resolveTemplate(templateFileSchema.parse(JSON.parse(JSON.stringify(own))), [])
        expect(read && frameOf(viewFrom(read))).toEqual(frameOf(view))
        expect(read && templateMinutes(read)).toBe(templateMinutes(template))
      }),
      { numRuns: 60 },
    )
  })

  test('holds nobody’s words and no people', () => {
    const view = tablesOf([
      aSession({ title: 'SECRET title' }),
      aLab({ name: 'SECRET lab' }),
      aVoice(),
      aPerson({ alias: 'SECRET person' }),
      aBoard(),
      aCard({ text: 'SECRET card' }),
      aStep(),
      {
        type: 'vote',
        id: 'vote-1',
        order: 'V',
        question: 'What first?',
        explanation: 'SECRET reason',
        method: { name: 'rating' },
        options: [{ id: 'option-1', text: 'SECRET option' }],
        admission: 'codes',
        channels: ['phone'],
        secret: true,
        keepBallots: false,
        k: { room: 3, public: 5 },
        rounds: [{ id: 'round-1', number: 1, state: 'draft' }],
        resultShown: false,
      },
      {
        type: 'pulse',
        id: 'pulse-1',
        order: 'V',
        question: { text: 'How was it?' },
        answers: { paper: [0, 0, 1, 2, 3] },
        remarks: ['SECRET remark'],
      },
    ])
    const own = templateFromSession(view, 'mine', 'Mine')
    expect(JSON.stringify(own)).not.toContain('SECRET')
    expect(own.votes).toMatchObject([{ question: { text: 'What first?' }, admission: 'codes' }])
    expect(own.pulse).toEqual([{ text: 'How was it?' }])
  })
})
