import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, RoundResult, Vote, VoteMethod } from '@core/model/vote'
import type { ResultView, Sentence } from '@core/rules/result-model'
import { resultView } from '@core/rules/result-view'
import type { BesidesBallots, CastBallot } from '@core/rules/tally'
import { tallyRound } from '@core/rules/tally'
import { ballotsFor, methodsFor } from '../../helpers/ballots'
import { aVoice, aVote, seededRandom } from '../../helpers/builders'

const voices = ['a', 'b', 'c', 'd'].map((id, index) =>
  aVoice({ id, label: { text: id.toUpperCase() }, slot: index + 1, order: `V${index}`, present: 4 }),
)
const optionsOf = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `o${i}`, text: `Option ${i}` }))

const shown = (vote: Vote, result: RoundResult, audience: 'room' | 'public' = 'room'): ResultView => {
  const closed: Vote = { ...vote, rounds: [{ id: 'r', number: 1, state: 'closed', result }] }
  const view = resultView(closed, 0, voices, audience)
  if (!view) throw new Error('no result')
  return view
}
const close = (
  vote: Vote,
  ballots: readonly CastBallot[],
  present: ReadonlyMap<string, number> = new Map(),
  besides: BesidesBallots = {},
): RoundResult => tallyRound(vote, ballots, present, { random: seededRandom(1) }, besides)

const cast = (...lists: Ballot['values'][]): CastBallot[] =>
  lists.map((values) => ({ channel: 'phone', ballot: { values } }))
const times = (count: number, values: Ballot['values']): Ballot['values'][] =>
  Array.from({ length: count }, () => values)
const names = (sentences: readonly Sentence[]): string[] => sentences.map(({ key }) => key.replace('result:', ''))
const said = (method: VoteMethod, options: number, ...lists: Ballot['values'][]): Sentence[] => {
  const vote = aVote({ method, options: optionsOf(options) })
  return [...shown(vote, close(vote, cast(...lists))).sentences]
}

describe('what a ranking says', () => {
  const ranking: VoteMethod = { name: 'ranking' }
  test.each<[string, Ballot['values'][], string]>([
    ['the first of the count wins one to one', times(3, [1, 2, 3]), 'condorcet.first'],
    // 3 × ABC, 2 × BCA: A 6 points and B 7, but A before B three times to two.
    ['another one wins one to one', [...times(3, [1, 2, 3]), ...times(2, [3, 1, 2])], 'condorcet.other'],
    ['two are level', [...times(2, [1, 2, 3]), ...times(2, [2, 1, 3])], 'condorcet.level'],
    [
      'a circle',
      [
        [1, 2, 3],
        [3, 1, 2],
        [2, 3, 1],
      ],
      'condorcet.circle',
    ],
  ])('%s', (_, lists, key) => {
    expect(names(said(ranking, 3, ...lists)).filter((name) => name.startsWith('condorcet'))).toEqual([key])
  })

  test('the table of pairs stands in the order of the list', () => {
    const vote = aVote({ method: ranking, options: optionsOf(3) })
    const view = shown(vote, close(vote, cast(...times(3, [3, 1, 2]), ...times(2, [1, 2, 3]))))
    expect(view.options.map(({ id }) => id)).toEqual(['o1', 'o0', 'o2'])
    expect(view.pairs).toEqual([
      [0, 3, 5],
      [2, 0, 2],
      [0, 3, 0],
    ])
    expect(view.base).toEqual({ key: 'result:base.ranking', params: { options: 3, most: 2 } })
  })
})

describe('what consent says', () => {
  const consent: VoteMethod = { name: 'consent' }
  test('nobody objects, some object, nobody answered', () => {
    const sentences = said(consent, 3, ...times(4, [0, 0, null]), [1, 2, null])
    expect(sentences.filter(({ key }) => key.startsWith('result:consent'))).toEqual([
      { key: 'result:consent.clear', params: { options: { labels: [{ text: 'Option 0' }] } } },
      { key: 'result:consent.objections', params: { option: 'Option 1', count: 1 } },
    ])
  })

  test('objections to many proposals are told as a number', () => {
    const sentences = said(consent, 5, ...times(5, [2, 2, 2, 2, 0]))
    expect(sentences.map(({ key, params }) => [key, params['count']])).toContainEqual(['result:consent.several', 4])
  })

  test('fewest objections come first, then support; the view has the stances', () => {
    const vote = aVote({ method: consent, options: optionsOf(3) })
    const lists = [...times(5, [0, 0, 1]), [2, 0, 1], [0, 1, 0]]
    const view = shown(vote, close(vote, cast(...lists)))
    expect(view.options.map(({ id, row }) => [id, row])).toEqual([
      ['o1', [6, 1, 0]],
      ['o2', [1, 6, 0]],
      ['o0', [6, 0, 1]],
    ])
    expect(view.tieRule.key).toBe('result:ties.consent')
  })
})

describe('what effort and effect say', () => {
  const method: VoteMethod = { name: 'effort-effect' }
  test('little effort and much effect', () => {
    const sentences = said(
      method,
      3,
      ...times(5, [
        [2, 4],
        [4, 5],
        [1, 3],
      ]),
    )
    expect(sentences[1]).toEqual({
      key: 'result:quadrant.easyGains',
      params: { options: { labels: [{ text: 'Option 0' }] } },
    })
    expect(
      names(
        said(
          method,
          2,
          ...times(5, [
            [3, 5],
            [1, 1],
          ]),
        ),
      ),
    ).toContain('quadrant.none')
  })

  test('with the same effect, less effort comes first; both means are given', () => {
    const vote = aVote({ method, options: optionsOf(2) })
    const { options, tieRule } = shown(
      vote,
      close(
        vote,
        cast(
          ...times(5, [
            [4, 4],
            [2, 4],
          ]),
        ),
      ),
    )
    expect(options.map(({ id, value, effort }) => [id, value, effort])).toEqual([
      ['o1', 4, 2],
      ['o0', 4, 4],
    ])
    expect(tieRule.key).toBe('result:ties.effort-effect')
  })
})

describe('what ratings and approval say', () => {
  test('where the answers lie furthest apart', () => {
    const sentences = said({ name: 'rating' }, 2, ...times(3, [1, 3]), ...times(3, [5, 3]))
    expect(sentences.find(({ key }) => key === 'result:spread')?.params).toEqual({
      options: { labels: [{ text: 'Option 0' }] },
    })
    expect(names(said({ name: 'rating' }, 2, ...times(5, [3, 4])))).not.toContain('spread')
  })

  test('of one option alone, how many rate it high', () => {
    const sentence = { key: 'result:ratedHigh', params: { option: 'Option 0', count: 2 } }
    expect(said({ name: 'rating' }, 1, [5], [4], [1])).toContainEqual(sentence)
  })

  test('percentages only of what was counted, not of places on a scale', () => {
    const dots = aVote({ options: optionsOf(2) })
    const rating = aVote({ method: { name: 'rating' }, options: optionsOf(2) })
    const most = (vote: Vote): Sentence | undefined => {
      const of = (voiceId: string, values: number[]): CastBallot[] =>
        Array.from({ length: 4 }, () => ({ channel: 'phone', ballot: { voiceId, values } }))
      const { sentences } = shown(vote, close(vote, [...of('a', [3, 1]), ...of('b', [1, 1])]))
      return sentences.find(({ key }) => key.startsWith('result:differMost'))
    }
    const names = { option: 'Option 0', high: { labels: [{ text: 'A' }] }, low: { labels: [{ text: 'B' }] } }
    expect(most(dots)).toEqual({ key: 'result:differMost', params: { ...names, highShare: 75, lowShare: 50 } })
    expect(most(rating)).toEqual({ key: 'result:differMostPlain', params: names })
  })
})

test('what percentages are counted from is told for every method, dots against apart', () => {
  const base = (method: VoteMethod): string =>
    shown(aVote({ method, options: optionsOf(2) }), close(aVote({ method, options: optionsOf(2) }), [])).base.key
  expect(methodsFor(2).map((method) => base(method))).toEqual(
    methodsFor(2).map((method) => `result:base.${method.name}`),
  )
  expect(base({ name: 'dots', budget: 3, cap: 3, negative: 1 })).toBe('result:base.dotsAgainst')
})

describe('quorum', () => {
  const quorumOf = (percent: number, votes: number, present: number): ResultView => {
    const vote = aVote({ quorum: percent })
    return shown(vote, close(vote, cast(...times(votes, [1, 0, 0])), new Map([['a', present]])))
  }
  test.each([
    [50, 5, 10, 5, true],
    [50, 5, 11, 6, false],
    [100, 9, 10, 10, false],
    [100, 10, 10, 10, true],
    [1, 1, 300, 3, false],
    [7, 7, 100, 7, true],
    [33, 1, 3, 1, true],
    [34, 1, 3, 2, false],
    [50, 0, 10, 5, false],
  ])('%d %% with %d of %d: %d needed', (percent, votes, present, needed, reached) => {
    const { quorum, notes } = quorumOf(percent, votes, present)
    expect(quorum).toEqual({ percent, needed, reached })
    const note = notes.find(({ key }) => key.startsWith('result:quorum'))
    expect(note).toEqual({
      key: `result:quorum.${reached ? 'reached' : 'missed'}`,
      params: { percent, needed, cast: votes, present },
    })
  })

  test('is never blocked by it, and cannot be told where nobody was counted', () => {
    expect(quorumOf(50, 3, 0)).toMatchObject({ quorum: null, cast: 3 })
    expect(names(quorumOf(50, 3, 0).notes)).toContain('quorum.unknown')
    expect(shown(aVote(), close(aVote(), [])).quorum).toBeNull()
  })

  test('blank and unreadable slips took part', () => {
    const vote = aVote({ quorum: 100 })
    const ballots: CastBallot[] = [
      ...cast([1, 0, 0], [0, 0, 0]),
      { channel: 'paper', ballot: { values: [] }, invalid: true },
    ]
    expect(shown(vote, close(vote, ballots, new Map([['a', 3]]))).quorum?.reached).toBe(true)
  })
})

test('the notes tell how ballots came in', () => {
  const vote = aVote({ method: { name: 'approval' }, channels: ['phone', 'paper', 'hands'], secret: false })
  const ballots: CastBallot[] = [
    ...cast([1, 0, 0]),
    { channel: 'paper', ballot: { values: [0, 1, 0] } },
    { channel: 'paper', ballot: { values: [] }, invalid: true },
  ]
  const besides: BesidesBallots = {
    hands: [{ voiceId: 'a', optionId: 'o1', stance: 0, count: 4 }],
    paper: { printed: 5, entered: 2, twice: 2, corrected: 1 },
  }
  const view = shown(vote, close(vote, ballots, new Map([['a', 9]]), besides))
  expect(view.notes).toEqual([
    { key: 'result:admission.openRoom', params: {} },
    { key: 'result:hands', params: { count: 4 } },
    { key: 'result:channels', params: { phone: 1, kiosk: 0, paper: 2, hands: 4 } },
    { key: 'result:invalid', params: { count: 1 } },
    { key: 'result:paperTwice', params: { count: 2 } },
    { key: 'result:paperCorrected', params: { count: 1 } },
    { key: 'result:overallOnly.smallVoices', params: {} },
  ])
  const codes = shown({ ...vote, admission: 'codes' }, close(vote, ballots, new Map(), besides))
  expect(codes.notes[0]?.key).toBe('result:admission.codesAndHands')
})

describe('a vote at its edges', () => {
  test.each(methodsFor(1))('one option: $name', (method) => {
    const vote = aVote({ method, options: optionsOf(1) })
    fc.assert(
      fc.property(ballotsFor(method, 1), (ballots) => {
        const result = close(
          vote,
          ballots.map((ballot) => ({ channel: 'phone', ballot })),
        )
        expect(shown(vote, result)).toMatchObject({ divergence: null, agree: [], alone: [], minority: [] })
      }),
      { numRuns: 20 },
    )
  })

  test.each(methodsFor(200))('two hundred options: $name', (method) => {
    const wide: VoteMethod = method.name === 'dots' ? { ...method, budget: 99, cap: 99 } : method
    const vote = aVote({ method: wide, options: optionsOf(200) })
    const value = (index: number): Ballot['values'][number] => {
      switch (method.name) {
        case 'dots':
        case 'share-100':
          return index === 7 ? 3 : null
        case 'ranking':
          return index + 1
        case 'effort-effect':
          return [1, 5]
        case 'approval':
        case 'rating':
        case 'consent':
          return 1
      }
    }
    const values = Array.from({ length: 200 }, (_, index) => value(index))
    const ballots = ['a', 'b'].flatMap((voiceId) =>
      Array.from({ length: 4 }, (): CastBallot => ({ channel: 'phone', ballot: { voiceId, values } })),
    )
    const result = close(vote, ballots)
    expect(result).toMatchObject({ cast: 8, invalid: 0, overall: { ballots: 8 } })
    const view = shown(vote, result)
    expect(view.options).toHaveLength(200)
    // Everybody says the same: no difference, and where it is told by voice at all, nothing parts them.
    expect(view).toMatchObject({ differ: [], alone: [], minority: [] })
    expect(JSON.stringify(view.sentences).length).toBeLessThan(4_000)
  })

  test('a voice of one is never shown alone, and joins the next smallest', () => {
    const dots: VoteMethod = { name: 'dots', budget: 3, cap: 3 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
        const vote = aVote({ method: dots, options: optionsOf(3) })
        const of = (voiceId: string, count: number): CastBallot[] =>
          Array.from({ length: count }, () => ({ channel: 'phone', ballot: { voiceId, values: [1, 1, 1] } }))
        const { groups } = close(vote, [...of('a', a), ...of('b', b), ...of('c', 1)])
        for (const { voiceIds, tally } of groups) {
          expect(voiceIds.join()).not.toBe('c')
          expect(tally.ballots).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('words', () => {
  const words: unknown = JSON.parse(readFileSync('resources/locales/en/result.json', 'utf8'))
  const lookUp = (key: string): unknown =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words)

  const checkWords = ({ key, params }: Sentence): void => {
    const name = key.replace('result:', '')
    for (const text of [lookUp(name) ?? lookUp(`${name}_one`), lookUp(name) ?? lookUp(`${name}_other`)]) {
      expect([key, typeof text]).toEqual([key, 'string'])
      const open = [...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
      expect([key, ...Object.keys(params)]).toEqual(expect.arrayContaining([key, ...open]))
    }
  }

  test.each(methodsFor(9))('are there for whatever a result says, with every figure: $name', (method) => {
    const vote = aVote({ method, options: optionsOf(9), quorum: 60 })
    const besides = fc.record({
      paper: fc.record({ printed: fc.nat(9), entered: fc.nat(9), twice: fc.nat(9), corrected: fc.nat(9) }),
    })
    const many = fc.oneof(ballotsFor(method, 9), ballotsFor(method, 9, 3))
    const audience = fc.constantFrom('room' as const, 'public' as const)
    fc.assert(
      fc.property(many, besides, fc.nat(9), audience, (ballots, extra, present, who) => {
        const list: CastBallot[] = ballots.map((ballot, index) => ({ channel: index % 2 ? 'kiosk' : 'paper', ballot }))
        const view = shown(vote, close(vote, list, new Map([['a', present]]), extra), who)
        for (const sentence of [...view.sentences, ...view.notes, view.base, view.tieRule]) checkWords(sentence)
        for (const { params } of view.sentences) {
          for (const value of Object.values(params)) {
            if (typeof value === 'number') expect(Number.isInteger(value)).toBe(true)
            if (typeof value === 'object') expect(value.labels.length).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
