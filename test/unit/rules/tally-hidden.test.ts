import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, RoundResult, Vote } from '@core/model/vote'
import { resultView } from '@core/rules/result-view'
import { tallyRound } from '@core/rules/tally'
import { addTallies } from '@core/rules/tally-count'
import { ballotsFor } from '../../helpers/ballots'
import { aVoice, aVote, seededRandom } from '../../helpers/builders'

const OPTIONS = 3
const options = Array.from({ length: OPTIONS }, (_, i) => ({ id: `o${i}`, text: `Option ${i}` }))
const consent = aVote({ method: { name: 'consent' }, options, keepBallots: true })
const approval = aVote({ method: { name: 'approval' }, options, keepBallots: true })
const voices = ['a', 'b', 'c', 'd'].map((id, index) => aVoice({ id, slot: index + 1, order: `V${index}`, present: 4 }))

const close = (vote: Vote, ballots: readonly Ballot[]): RoundResult =>
  tallyRound(
    vote,
    ballots.map((ballot) => ({ channel: 'phone', ballot })),
    new Map(voices.map(({ id, present }) => [id, present])),
    { random: seededRandom(7) },
  )
const closed = (vote: Vote, result: RoundResult): Vote => ({
  ...vote,
  rounds: [{ id: 'r', number: 1, state: 'closed', result }],
})

const votes = fc.constantFrom(consent, approval)
const world = votes.chain((vote) => fc.record({ vote: fc.constant(vote), ballots: ballotsFor(vote.method, OPTIONS) }))

/** The ballots of a group that say something, by who is in it. */
const ownOf = (vote: Vote, ballots: readonly Ballot[], group: RoundResult['groups'][number]): Ballot[] =>
  ballots.filter(({ voiceId, values }) => {
    const says = values.some((value) => (vote.method.name === 'consent' ? value !== null : value === 1))
    return says && (voiceId === undefined ? group.unstated : group.voiceIds.includes(voiceId))
  })

const allAlike = (vote: Vote, own: readonly Ballot[], option: number): boolean => {
  const said = own.map(({ values }) => values[option] ?? null)
  if (vote.method.name === 'approval') return new Set(said.map((value) => value === 1)).size === 1
  return new Set(said.filter((value) => value !== null)).size === 1
}

describe('a line on which some group is unanimous', () => {
  test('is kept for no group, and only then', () => {
    fc.assert(
      fc.property(world, ({ vote, ballots }) => {
        const { groups, overall } = close(vote, ballots)
        for (let option = 0; option < OPTIONS; option += 1) {
          const hidden = groups.some((group) => allAlike(vote, ownOf(vote, ballots, group), option))
          expect(groups.map(({ tally }) => tally.rows[option]?.length === 0)).toEqual(groups.map(() => hidden))
          expect(overall.rows[option]).not.toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('is in no cell, sentence or second view, in the room and in public', () => {
    fc.assert(
      fc.property(world, ({ vote, ballots }) => {
        const result = close(vote, ballots)
        for (const audience of ['room', 'public'] as const) {
          const view = resultView(closed(vote, result), 0, voices, audience)
          for (const option of view?.options ?? []) {
            const isKept = result.groups.every(({ tally }) => (tally.rows[option.index]?.length ?? 0) > 0)
            if (isKept || option.cells.length === 0) continue
            expect(option).toMatchObject({ hidden: true, gap: null })
            for (const cell of option.cells) {
              expect(cell).toMatchObject({ value: null, share: null, position: null, effort: null, stances: null })
            }
            const { agree = [], alone = [], minority = [], differ = [] } = view ?? {}
            expect([...agree, ...alone, ...minority].map(({ optionId }) => optionId)).not.toContain(option.id)
            expect(differ).not.toContain(option.id)
            expect(view?.equal).toBeNull()
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('cannot be worked out: other answers by voice with the same whole leave the very same file', () => {
    const voter = fc.record({
      voiceId: fc.constantFrom('b', 'c', 'd'),
      values: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
    })
    const unanimous = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(voter, { minLength: 3, maxLength: 16 }),
        unanimous,
        fc.nat({ max: 2 }),
        fc.integer(),
        (others, rest, same, seed) => {
          const group: Ballot[] = rest.map((values) => ({ voiceId: 'a', values: [same, ...values] }))
          const here = close(consent, [...group, ...others])
          fc.pre(here.groups.some(({ voiceIds }) => voiceIds.join() === 'a'))
          // Everybody else's answers to the first proposal, dealt out anew.
          const random = seededRandom(seed)
          const dealt = others.map(({ values }) => ({ value: values[0], at: random() })).toSorted((a, b) => a.at - b.at)
          const elsewhere = others.map(({ voiceId, values: [, ...values] }, index) => ({
            voiceId,
            values: [dealt[index]?.value ?? 0, ...values],
          }))
          expect(close(consent, [...group, ...elsewhere])).toEqual(here)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('stays hidden when groups are joined for the public', () => {
    const a = { ballots: 3, rows: [[], [2]] }
    const b = { ballots: 4, rows: [[4], [1]] }
    expect(addTallies(a, b)).toEqual({ ballots: 7, rows: [[], [3]] })
    expect(addTallies(b, a)).toEqual({ ballots: 7, rows: [[], [3]] })
  })
})

describe('kept ballots', () => {
  test('are those that say something, with the group and without what is hidden', () => {
    fc.assert(
      fc.property(world, ({ vote, ballots }) => {
        const { groups, kept = [], overall } = close(vote, ballots)
        expect(kept).toHaveLength(overall.ballots)
        const plain = ballots
          .filter(({ values }) => values.some((one) => (vote.method.name === 'consent' ? one !== null : one === 1)))
          .map((ballot) => {
            const group = groups.findIndex((one) => ownOf(vote, [ballot], one).length === 1)
            if (group < 0) return { values: ballot.values }
            const isShown = (index: number): boolean => (groups[group]?.tally.rows[index]?.length ?? 0) > 0
            return { group, values: ballot.values.map((value, index) => (isShown(index) ? value : null)) }
          })
        const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted()
        expect(sorted(kept.map(({ group, values }) => ({ group, values })))).toEqual(
          sorted(plain.map(({ values, ...rest }) => ({ ...rest, values }))),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('are not there unless the vote was set so', () => {
    const { kept: _kept, ...rest } = close(consent, [{ values: [0, 1, 2] }])
    const without = close({ ...consent, keepBallots: false }, [{ values: [0, 1, 2] }])
    expect(without).toEqual(rest)
  })
})

test('a slip that cannot be read counts as cast and invalid, whatever stands in it', () => {
  const result = tallyRound(
    consent,
    [
      { channel: 'paper', ballot: { values: [0, 0, 0] }, invalid: true },
      { channel: 'paper', ballot: { values: [] }, invalid: true },
      { channel: 'paper', ballot: { values: [0, 0, 0] } },
    ],
    new Map(),
    { random: seededRandom(1) },
    { paper: { printed: 9, entered: 3, twice: 2, corrected: 1 } },
  )
  expect(result).toMatchObject({
    cast: 3,
    invalid: 2,
    blank: 0,
    channels: { paper: 3 },
    overall: { ballots: 1 },
    paper: { printed: 9, entered: 3, twice: 2, corrected: 1 },
  })
})

test('results of earlier versions, which kept such lines, do not show them either', () => {
  const group = (id: string, rows: number[][]) => ({
    id,
    voiceIds: [id],
    unstated: false,
    present: 4,
    tally: { ballots: 4, rows },
  })
  const result: RoundResult = {
    cast: 8,
    blank: 0,
    invalid: 0,
    present: 8,
    channels: { phone: 8, kiosk: 0, paper: 0, hands: 0 },
    overall: { ballots: 8, rows: [[6], [4], [5]] },
    groups: [group('a', [[4], [2], [3]]), group('b', [[2], [2], [2]])],
    publicGroups: [],
  }
  const view = resultView(closed(approval, result), 0, voices, 'room')
  expect(
    view?.options.map(({ id, hidden, cells }) => [id, hidden, cells.map(({ value, position }) => [value, position])]),
  ).toEqual([
    [
      'o0',
      true,
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'o2',
      false,
      [
        [3, 1],
        [2, 1],
      ],
    ],
    [
      'o1',
      false,
      [
        [2, 2],
        [2, 1],
      ],
    ],
  ])
})
