import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentView } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import { redact } from '@core/report/redact'
import { createReportPort } from '../../../electron/export/report-port'
import { aCard, aDecision, aDocument, aLab, aPerson, aSession, aVoice } from '../../helpers/builders'
import { aDialogue, anAnswer, anyWeb, aStatement } from '../../helpers/dialogue'
import { englishReader } from '../../helpers/report'

const reader = englishReader()
const port = createReportPort({
  now: () => Date.parse('2026-06-15T10:00:00.000Z'),
  wordsFor: () => ({ t: reader.t, lang: 'en' }),
  fonts: null,
  tools: {
    pictures: () => Promise.reject(new Error('no pictures')),
    docxFonts: () => Promise.resolve(null),
    printPdf: () => Promise.reject(new Error('no printer')),
  },
})
const guide = async (
  view: DocumentView,
  round: number,
  format: 'html' | 'md' | 'json' = 'md',
  profile: 'internal' | 'participants' | 'public' = 'participants',
): Promise<string> =>
  (await port.draw(view, { profile, lang: 'en', base: 'x', what: { kind: 'guide', round } }, format))
    .map((file) => new TextDecoder().decode(file.bytes))
    .join('\n')

describe('the guide for the next round', () => {
  test('holds what was said, what was answered, who has not, a question and space to write', async () => {
    const text = await guide(aDialogue(), 4)
    for (const words of ['I want to be asked.', 'Our form has no box', 'We turn the form round.', 'no answer yet']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('What would have to be decided')
    expect(text.match(/Space for your answer/g)).toHaveLength(3)
  })

  test('a guide for an earlier round does not hold what came later', async () => {
    const text = await guide(aDialogue(), 3)
    expect(text).toContain('Our form has no box')
    expect(text).not.toContain('We turn the form round.')
  })

  test('is one file of its own for each format', async () => {
    const names = await port.names(
      aDialogue(),
      { profile: 'public', lang: 'en', base: 'x', what: { kind: 'guide', round: 4 } },
      ['html', 'json', 'md', 'csv'],
    )
    expect(names).toEqual(['x.guide-4.public.en.html', 'x.guide-4.public.en.json', 'x.guide-4.public.en.md'])
  })

  test('says the next step when nothing was released', async () => {
    expect(await guide(aDocument(), 2)).toContain('Release some in the session first.')
  })

  const planted: readonly AnyRecord[] = [
    aPerson({ alias: 'Grey scarf', name: 'Milena Novak' }),
    aLab({ place: 'Velenje', organisations: ['Centre Velenje'], authors: ['Tone Kos'] }),
    aCard({ id: 'old-1', place: 'Savinja street', personId: 'person-1' }),
    aStatement({ id: 'asked', text: 'Milena Novak never asked me in Velenje, said Grey scarf of Savinja street.' }),
    aStatement({ id: 'secret', text: 'These words stay here.', quote: 'none' }),
    aStatement({ id: 'secret-answer', round: 2, text: 'This answer stays too.', quote: 'none' }),
    anAnswer('secret-answer', 'told'),
    aDecision({ wording: 'Milena Novak calls every family.', evidence: [{ type: 'statement', id: 'told' }] }),
  ]

  test.each(['internal', 'participants', 'public'] as const)('protects its sources: %s', async (profile) => {
    for (const format of ['html', 'md', 'json'] as const) {
      const text = await guide(aDialogue(...planted), 4, format, profile)
      expect(text).toContain('never asked me in')
      for (const secret of [
        'Milena',
        'Novak',
        'Grey scarf',
        'Velenje',
        'Savinja',
        'Tone Kos',
        'stay here',
        'stays too',
      ]) {
        expect(text).not.toContain(secret)
      }
      if (format === 'json') continue
      expect(text).toContain('1 more statement is not printed')
      expect(text).toContain('1 more answer, whose words stay in the lab')
    }
  })

  test('names no voice of fewer people than k', async () => {
    const marks = async (present: number) => {
      const staff = aVoice({ id: 'staff', order: 'k', label: { text: 'Night shift' }, slot: 2, present })
      return guide(aDialogue(staff), 3)
    }
    expect(await marks(3)).toContain('Night shift')
    expect(await marks(2)).not.toContain('Night shift')
  })

  test('a round of fewer people than k bears its number, for each kind of reader', async () => {
    const staff = (fields: { present?: number; earlier?: number; expected?: number }) =>
      aDialogue(
        aVoice({ id: 'families', order: 'a', label: { text: 'Families' }, present: 9 }),
        aVoice({ id: 'staff', order: 'k', label: { text: 'Night shift' }, slot: 2, ...fields }),
      )
    for (const profile of ['participants', 'public'] as const) {
      const text = await guide(staff({ present: 2 }), 3, 'md', profile)
      expect(text).not.toMatch(/Front-line staff|Night shift/)
      expect(text).toContain('What Round 2 answered:')
      expect(text).toContain('People who use services said')
    }
    // As many as were counted when they met, not as many as had been hoped for.
    expect(await guide(staff({ earlier: 1, expected: 8 }), 3)).not.toMatch(/Front-line staff|Night shift/)
    expect(await guide(staff({ present: 4 }), 3)).toContain('What Front-line staff answered:')
    expect(await guide(staff({ present: 4 }), 3, 'md', 'public')).toContain('What Round 2 answered:')
  })

  test('two small voices of one round are joined', async () => {
    const voices = [
      aVoice({ id: 'staff', order: 'k', label: { text: 'Night shift' }, present: 2 }),
      aVoice({ id: 'school', order: 'l', label: { text: 'School' }, present: 2 }),
    ]
    const text = await guide(aDialogue(...voices, aStatement({ id: 'records', round: 2, voiceId: 'school' })), 3)
    expect(text).toContain('Night shift and School')
  })
})

describe('the dialogue in the report', () => {
  const report = async (view: DocumentView, profile: 'internal' | 'participants' | 'public'): Promise<string> =>
    (await port.draw(view, { profile, lang: 'en', base: 'x', what: undefined }, 'md'))
      .map((file) => new TextDecoder().decode(file.bytes))
      .join('\n')

  test('is one part: statement, reflection, response, promise, and what waits', async () => {
    const decision = aDecision({ wording: 'One record from March.', evidence: [{ type: 'statement', id: 'told' }] })
    const text = await report(aDialogue(decision), 'participants')
    const part = text.slice(text.indexOf('## From what was said'))
    expect(part).toMatch(/I tell it all again\.[\s\S]*Four of us keep four records\.[\s\S]*One record from March\./)
    expect(part).toMatch(/What waits for an answer[\s\S]*Other parents helped me\./)
    expect(part).toContain('1 lead to something promised and 1 still wait')
  })

  test('names no round whose voice is joined with others, and only in public', async () => {
    const few = aDialogue(
      aVoice({ id: 'families', order: 'a', label: { key: 'boards:voice.families' }, present: 9 }),
      aVoice({ id: 'staff', order: 'b', label: { key: 'boards:voice.staff' }, slot: 2, present: 2 }),
      aVoice({ id: 'managers', order: 'c', label: { key: 'boards:voice.managers' }, slot: 3, present: 4 }),
    )
    const dialogue = async (profile: 'participants' | 'public'): Promise<string> => {
      const text = await report(few, profile)
      const part = text.slice(text.indexOf('## From what was said'))
      return part.slice(0, part.indexOf('\n## ', 5))
    }
    expect(await dialogue('participants')).toContain('What Front-line staff answered:')
    expect(await dialogue('public')).toContain('What Round 2 answered:')
    expect(await dialogue('public')).toContain('Round 3: no answer yet.')
    expect(await dialogue('public')).toContain('Statement 1: People who use services')
    // Both stand there as one, beside the words.
    const alone = (await dialogue('public')).replaceAll('Front-line staff and Managers', '')
    expect(alone).not.toMatch(/Front-line staff|Managers/)
  })

  test('is not there without statements', async () => {
    expect(await report(aDocument(aCard(), aSession()), 'internal')).not.toContain('From what was said')
  })

  test('words that nobody may quote are in no profile’s chain, whatever the web', async () => {
    await fc.assert(
      fc.asyncProperty(anyWeb, async (tables) => {
        const secret = tables.statement.get('s2')
        if (secret) tables.statement.set('s2', { ...secret, text: 'Planted words', quote: 'none' })
        for (const profile of ['participants', 'public'] as const) {
          const model = redact(buildSessionReport(tables), profile, knownNames(tables))
          expect(JSON.stringify(model)).not.toContain('Planted words')
        }
        for (const round of [2, 3, 4])
          expect(await guide(tables, round, 'json', 'internal')).not.toContain('Planted words')
      }),
      { numRuns: 60 },
    )
  })
})
