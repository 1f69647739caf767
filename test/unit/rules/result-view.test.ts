import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, Vote } from '@core/model/vote'
import { divergenceOf, meanRankShares, rankShares } from '@core/rules/divergence'
import type { ResultView, Sentence } from '@core/rules/result-model'
import { sentenceParams } from '@core/rules/result-sentences'
import { resultView, resultViewOf, shownRound } from '@core/rules/result-view'
import { tallyRound } from '@core/rules/tally'
import { countBallots } from '@core/rules/tally-count'
import { aDocument, aVoice, aVote, seededRandom } from '../../helpers/builders'

const voices = [
  aVoice({ present: 8 }),
  aVoice({ id: 'staff', order: 'W', label: { text: 'Staff' }, slot: 2, present: 6 }),
  aVoice({ id: 'managers', order: 'X', label: { text: 'Managers' }, slot: 3, present: 2 }),
  aVoice({ id: 'school', order: 'Y', label: { text: 'School' }, slot: 4, present: 4 }),
]

type Votes = { readonly [voice: string]: readonly (readonly (number | null)[])[] }

const closed = (vote: Vote, votes: Votes): Vote => {
  const ballots = Object.entries(votes).flatMap(([voiceId, list]) =>
    list.map((values) => ({
      channel: 'phone' as const,
      ballot: { values: [...values], ...(voiceId === 'unstated' ? {} : { voiceId }) },
    })),
  )
  const present = new Map(voices.map((voice) => [voice.id, voice.present]))
  const result = tallyRound(vote, ballots, present, { random: seededRandom(1) })
  return { ...vote, rounds: [{ id: 'round-1', number: 1, state: 'closed', result }] }
}

const times = (count: number, ...values: (number | null)[]) => Array.from({ length: count }, () => values)
const viewOf = (vote: Vote, audience: 'room' | 'public' = 'room'): ResultView => {
  const view = resultView(vote, 0, voices, audience)
  if (!view) throw new Error('no result')
  return view
}
const keysOf = (sentences: readonly Sentence[]): string[] => sentences.map(({ key }) => key.replace('result:', ''))

const dots = closed(aVote(), {
  families: times(8, 3, 2, 0),
  staff: times(6, 0, 3, 2),
  managers: times(2, 0, 3, 1),
  school: times(4, 1, 3, 1),
})

describe('a dot vote', () => {
  test('ranks overall and within each shown group', () => {
    const view = viewOf(dots)
    expect(view.options.map(({ id, position, value }) => [id, position, value])).toEqual([
      ['o2', 1, 52],
      ['o1', 2, 28],
      ['o3', 3, 18],
    ])
    expect(view.groups.map(({ id, slot, ballots, first }) => [id, slot, ballots, first])).toEqual([
      ['families', 1, 8, ['o1']],
      ['staff', 2, 6, ['o2']],
      ['joined', 'joined', 6, ['o2']],
    ])
    expect(view.groups[2]?.names).toEqual([{ text: 'Managers' }, { text: 'School' }])
    const first = view.options.find(({ id }) => id === 'o1')
    expect(first?.cells.map(({ share, position }) => [Math.round(share ?? -1), position])).toEqual([
      [60, 1],
      [0, 3],
      [14, 3],
    ])
    expect(first?.gap).toBeCloseTo(60)
    expect(view.widest[0]).toBe('o1')
  })

  test('says what matters, in keys that the locale file has', () => {
    const view = viewOf(dots)
    expect(keysOf(view.sentences)).toEqual([
      'first',
      'minority',
      'voicesFirst',
      'differMost',
      'differAlso',
      'divergence.high',
    ])
    const differ = view.sentences[3]
    const params =
      differ &&
      sentenceParams(
        differ,
        (label) => ('text' in label ? label.text : label.key),
        (list) => list.join('+'),
      )
    expect(params).toEqual({ option: 'Option o1', high: 'Families', highShare: 60, low: 'Staff', lowShare: 0 })
    expect(keysOf(view.notes)).toEqual(['admission.openRoom', 'joined'])
  })

  test('in public only joins groups further', () => {
    const few = closed(aVote(), { families: times(8, 3, 2, 0), staff: times(4, 0, 3, 2), school: times(3, 1, 3, 1) })
    expect(viewOf(few).groups.map(({ ballots }) => ballots)).toEqual([8, 4, 3].toSorted((a, b) => b - a))
    const open = viewOf(few, 'public')
    expect(open.groups.map(({ ballots }) => ballots)).toEqual([8, 7])
    expect(open.options.map(({ value }) => value)).toEqual(viewOf(few).options.map(({ value }) => value))
    expect(open.k).toBe(5)
  })

  test('the second view lets each voice count the same', () => {
    const view = viewOf(dots)
    expect(view.equal?.map(({ optionId }) => optionId)).toEqual(['o2', 'o1', 'o3'])
    const sum = view.equal?.reduce((total, { share }) => total + share, 0) ?? 0
    expect(sum).toBeCloseTo(100)
  })
})

describe('only the overall result', () => {
  test.each<[string, Votes, string]>([
    ['under five ballots', { families: times(4, 1, 0, 0) }, 'fewBallots'],
    ['voices that cannot be joined', { families: times(4, 1, 0, 0), managers: times(1, 1, 0, 0) }, 'smallVoices'],
  ])('%s', (_, votes, why) => {
    const view = viewOf(closed(aVote(), votes))
    expect(view).toMatchObject({ groups: [], overallOnly: why, divergence: null, equal: null, widest: [] })
    expect(keysOf(view.notes)).toContain(`overallOnly.${why}`)
    expect(view.options.every((option) => option.cells.length === 0)).toBe(true)
  })

  test('nobody chose anything', () => {
    expect(keysOf(viewOf(closed(aVote(), { families: times(3, 0, 0, 0) })).sentences)).toEqual(['nobodyVoted'])
  })

  test('does not say one voice where others voted too and only one was counted', () => {
    const one = voices.map((voice) => ({ ...voice, present: voice.id === 'families' ? 4 : 0 }))
    const votes = { families: times(2, 1, 0, 0), staff: times(2, 1, 0, 0), managers: times(2, 1, 0, 0) }
    expect(resultView(closed(aVote(), votes), 0, one, 'room')?.overallOnly).toBe('smallVoices')
    const alone = one.map((voice) => ({ ...voice, present: voice.present * 2 }))
    expect(resultView(closed(aVote(), { families: times(6, 1, 0, 0) }), 0, alone, 'room')?.overallOnly).toBe('oneVoice')
  })
})

describe('unanimous answers', () => {
  const consent = aVote({ method: { name: 'consent' }, options: ['o1', 'o2'].map((id) => ({ id, text: id })) })
  const vote = closed(consent, {
    families: [...times(4, 0, 0), ...times(4, 2, 1)],
    staff: [...times(6, 0, 0)].map((values, i) => (i === 0 ? [0, 2] : values)),
  })

  test('are not shown by voice, for no voice', () => {
    const [shown, hidden] = [...viewOf(vote).options].toSorted((a, b) => (a.id < b.id ? 1 : -1))
    expect(hidden).toMatchObject({ id: 'o1', hidden: true, gap: null })
    expect(
      hidden?.cells.every(({ value, share, position }) => value === null && share === null && position === null),
    ).toBe(true)
    expect(shown).toMatchObject({ id: 'o2', hidden: false })
    expect(keysOf(viewOf(vote).notes)).toContain('hiddenLines')
  })

  test('and nothing else lets them be worked out', () => {
    const view = viewOf(vote)
    expect(view.equal).toBeNull()
    expect(view.groups.every(({ first }) => first.length === 0)).toBe(true)
  })
})

describe('sentences', () => {
  const options = ['o1', 'o2', 'o3', 'o4', 'o5'].map((id) => ({ id, text: id }))
  const five = aVote({ method: { name: 'dots', budget: 9, cap: 5 }, options })

  test('all voices agree', () => {
    const votes = { families: times(8, 5, 3, 1, 0, 0), staff: times(6, 5, 3, 1, 0, 0), school: times(4, 5, 3, 1, 0, 0) }
    const keys = keysOf(viewOf(closed(five, votes)).sentences)
    expect(keys).toEqual(['first', 'everyVoiceFirst', 'nobodyDiffers', 'divergence.low'])
  })

  test('no option is near the top everywhere', () => {
    const votes = { families: times(8, 4, 3, 2, 0, 0), staff: times(6, 0, 0, 0, 4, 3) }
    expect(keysOf(viewOf(closed(five, votes)).sentences)).toContain('noCommonTop')
  })

  test('every key has words, and every placeholder a value', () => {
    const words: unknown = JSON.parse(readFileSync('resources/locales/en/result.json', 'utf8'))
    const lookUp = (key: string): unknown =>
      key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words)
    const value = fc.integer({ min: 0, max: 2 })
    const votes = fc.dictionary(
      fc.constantFrom('families', 'staff', 'managers', 'school', 'unstated'),
      fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { maxLength: 7 }),
    )
    fc.assert(
      fc.property(votes, fc.constantFrom('room' as const, 'public' as const), (cast, audience) => {
        const view = viewOf(closed(five, cast), audience)
        for (const { key, params } of [...view.sentences, ...view.notes]) {
          const name = key.replace('result:', '')
          const text = lookUp(name) ?? lookUp(`${name}_other`)
          expect([key, typeof text]).toEqual([key, 'string'])
          const placeholders = [...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
          expect(Object.keys(params)).toEqual(expect.arrayContaining(placeholders))
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('divergence', () => {
  const tally = (...values: number[]) => countBallots({ name: 'dots', budget: 9, cap: 9 }, values.length, [{ values }])
  const method = aVote().method
  test.each<[string, number[][], number, string]>([
    [
      'the same order',
      [
        [5, 3, 1],
        [9, 4, 0],
      ],
      0,
      'low',
    ],
    [
      'first here, last there',
      [
        [5, 3, 1],
        [0, 4, 9],
      ],
      100,
      'high',
    ],
    [
      'neighbours change places',
      [
        [5, 3, 1],
        [3, 5, 1],
      ],
      50,
      'some',
    ],
    [
      'ties share their ranks',
      [
        [5, 5, 1],
        [5, 3, 1],
      ],
      25,
      'low',
    ],
    [
      'the two furthest apart count',
      [
        [5, 3, 1],
        [5, 3, 1],
        [1, 3, 5],
      ],
      100,
      'high',
    ],
  ])('%s', (_, groups, value, band) => {
    expect(divergenceOf(groups.map((values) => rankShares(method, tally(...values))))).toEqual({ value, band })
  })

  test('a voice of two minds stands in the middle, and joined groups count each ballot once', () => {
    const ballots = (...lists: number[][]) => lists.map((values) => ({ ballot: { values }, times: 1 }))
    const split = ballots([5, 0], [0, 5], [1, 0], [0, 1])
    const united = ballots([5, 0], [4, 1])
    expect(meanRankShares(method, 2, split)).toEqual([0.5, 0.5])
    expect(divergenceOf([meanRankShares(method, 2, split), meanRankShares(method, 2, united)])?.value).toBe(50)
    const vote = closed(aVote(), {
      families: times(8, 3, 2, 0),
      staff: [...times(2, 0, 3, 2), ...times(2, 3, 2, 0)],
      school: times(3, 0, 3, 2),
    })
    // Staff and school in public: 2 of 7 put o1 first, 5 put it last.
    expect(viewOf(vote, 'public').divergence?.value).toBe(71)
  })

  test('rank shares always add up to half the options, and one voice alone diverges from nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 7 }), (values) => {
        const shares = rankShares(method, tally(...values))
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(values.length / 2)
        expect(divergenceOf([rankShares(method, tally(...values))])).toBeNull()
      }),
    )
  })
})

test('two groups of several voices are told apart, each with its own figures', () => {
  const small = { managers: times(2, 0, 0, 3), school: times(2, 0, 0, 3), unstated: times(2, 0, 0, 3) }
  const vote = closed(aVote(), { families: times(3, 3, 0, 0), staff: times(3, 3, 0, 0), ...small })
  const view = viewOf(vote, 'public')
  expect(view.groups.map(({ ballots, slot, first }) => [ballots, slot, first])).toEqual([
    [6, 'joined', ['o3']],
    [6, 'joined', ['o1']],
  ])
  expect(new Set(view.groups.map(({ id }) => id)).size).toBe(2)
})

test('every method gives a view', () => {
  const values = { dots: 1, approval: 1, rating: 4, ranking: 1, consent: 0, 'share-100': 40 } as const
  for (const [name, value] of Object.entries(values)) {
    const method = (name === 'dots' ? { name, budget: 5, cap: 3 } : { name }) as Vote['method']
    const ballot: Ballot['values'] = [value, null, name === 'ranking' ? 2 : null]
    const view = viewOf(
      closed(aVote({ method }), {
        families: times(5, ...(ballot as number[])),
        staff: times(5, ...(ballot as number[])),
      }),
    )
    expect([name, view.options[0]?.id]).toEqual([name, 'o1'])
  }
})

test('a vote that has no result yet has no view', () => {
  expect(shownRound(aVote())).toBe(-1)
  expect(resultView(aVote(), 0, voices, 'room')).toBeNull()
  expect(resultViewOf(aDocument(dots), 'vote-1', shownRound(dots), 'room')?.cast).toBe(20)
})
