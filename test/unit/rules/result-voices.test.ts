import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, Vote } from '@core/model/vote'
import type { ResultView } from '@core/rules/result-model'
import { resultView } from '@core/rules/result-view'
import { tallyRound } from '@core/rules/tally'
import { ballotsFor, methodsFor } from '../../helpers/ballots'
import { aVoice, aVote, seededRandom } from '../../helpers/builders'

const voices = ['a', 'b', 'c', 'd'].map((id, index) =>
  aVoice({ id, label: { text: id.toUpperCase() }, slot: index + 1, order: `V${index}`, present: 4 }),
)

/** Nobody is present but those who vote. */
const viewOf = (vote: Vote, ballots: readonly Ballot[]): ResultView => {
  const result = tallyRound(
    vote,
    ballots.map((ballot) => ({ channel: 'phone', ballot })),
    new Map(),
    { random: seededRandom(1) },
  )
  const closed: Vote = { ...vote, rounds: [{ id: 'r', number: 1, state: 'closed', result }] }
  const view = resultView(closed, 0, voices, 'room')
  if (!view) throw new Error('no result')
  return view
}

const optionsOf = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `o${i}`, text: `Option ${i}.` }))
const dotsOver = (count: number) => aVote({ method: { name: 'dots', budget: 99, cap: 99 }, options: optionsOf(count) })
/** Everybody of a voice gives these dots. */
const group = (voiceId: string, ...values: number[]): Ballot[] => Array.from({ length: 4 }, () => ({ voiceId, values }))
const keysOf = (view: ResultView): string[] => view.sentences.map(({ key }) => key.replace('result:', ''))

/** Ids of the options that stand highest for a group, from its cells: all that are level count as one step. */
const stepsOf = (view: ResultView, at: number): string[][] => {
  const shown = view.options.filter(({ hidden }) => !hidden)
  const places = [...new Set(shown.map(({ cells }) => cells[at]?.position ?? 0))].toSorted((a, b) => a - b)
  return places.map((place) => shown.filter(({ cells }) => cells[at]?.position === place).map(({ id }) => id))
}

/** Whole steps from the front, as long as they fit. */
const fitting = (steps: readonly string[][], most: number): string[] => {
  const taken: string[] = []
  for (const step of steps) {
    if (taken.length + step.length > most) break
    taken.push(...step)
  }
  return taken
}

describe.each(methodsFor(7))('$name', (method) => {
  test('who agrees, who stands alone and where voices part is what a plain look at the lists gives', () => {
    const vote = aVote({ method, options: optionsOf(7) })
    fc.assert(
      fc.property(ballotsFor(method, 7), (ballots) => {
        const view = viewOf(vote, ballots)
        const shown = view.options.filter(({ hidden }) => !hidden)
        if (view.groups.length < 2) {
          expect(view).toMatchObject({ agree: [], differ: [], alone: [], minority: [] })
          return
        }
        const third = Math.max(1, Math.floor(shown.length / 3))
        const cell = (id: string, at: number) => view.options.find((option) => option.id === id)?.cells[at]
        const got = (id: string, at: number): boolean => (cell(id, at)?.value ?? 0) > 0
        const tops = view.groups.map((_, at) => fitting(stepsOf(view, at), third).filter((id) => got(id, at)))
        const ends = view.groups.map((_, at) =>
          fitting(stepsOf(view, at).toReversed(), third).filter((id) => cell(id, at)?.share !== null),
        )
        if (shown.length > 1) {
          const common = (lists: string[][]) =>
            (lists[0] ?? []).filter((id) => lists.every((list) => list.includes(id)))
          expect(new Set(view.agree.filter(({ at }) => at === 'top').map((one) => one.optionId))).toEqual(
            new Set(common(tops)),
          )
          expect(new Set(view.agree.filter(({ at }) => at === 'end').map((one) => one.optionId))).toEqual(
            new Set(common(ends)),
          )
          // Nobody is told to stand alone with what is level with a top of somebody else.
          for (const { groupId, optionId } of view.alone) {
            const at = view.groups.findIndex(({ id }) => id === groupId)
            expect(tops[at]).toContain(optionId)
            const others = view.groups.flatMap((_, i) => (i === at ? [] : [cell(optionId, i)]))
            for (const other of others) expect((other?.position ?? 99) <= third && (other?.value ?? 0) > 0).toBe(false)
          }
        }
        const gaps = shown.map(({ id, cells }) => {
          const shares = cells.flatMap(({ share }) => share ?? []).toSorted((a, b) => a - b)
          return { id, gap: shares.length > 1 ? (shares.at(-1) ?? 0) - (shares[0] ?? 0) : 0 }
        })
        expect(new Set(view.differ)).toEqual(new Set(gaps.filter(({ gap }) => gap > 25).map(({ id }) => id)))
        const order = view.differ.map((id) => gaps.find((one) => one.id === id)?.gap ?? 0)
        expect(order).toEqual(order.toSorted((a, b) => b - a))
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is said', () => {
  test('where all agree, and what is last for all', () => {
    const view = viewOf(dotsOver(6), [...group('a', 5, 6, 3, 2, 1, 0), ...group('b', 6, 5, 3, 2, 0, 1)])
    expect(view.agree).toEqual([
      { optionId: 'o0', at: 'top' },
      { optionId: 'o1', at: 'top' },
      { optionId: 'o4', at: 'end' },
      { optionId: 'o5', at: 'end' },
    ])
    expect(keysOf(view)).toEqual(expect.arrayContaining(['everyVoiceTopSeveral', 'everyVoiceEnd']))
    expect(view.sentences.find(({ key }) => key === 'result:everyVoiceTopSeveral')?.params).toEqual({
      options: { labels: [{ text: 'Option 0' }, { text: 'Option 1' }] },
    })
  })

  test('what one voice alone sees, and a first that is not the room’s', () => {
    const view = viewOf(dotsOver(6), [
      ...group('a', 9, 5, 4, 0, 1, 2),
      ...group('b', 9, 5, 4, 0, 1, 2),
      ...group('c', 0, 5, 4, 6, 1, 2),
    ])
    expect(view.minority).toEqual([{ groupId: 'c', optionId: 'o3' }])
    expect(view.alone).toEqual([{ groupId: 'c', optionId: 'o3' }])
    // Its first is said once, not once more as what it sees alone.
    expect(keysOf(view).filter((key) => key === 'minority' || key === 'alone')).toEqual(['minority'])
  })

  test('a second thing that one voice alone sees', () => {
    const view = viewOf(dotsOver(6), [...group('a', 9, 8, 0, 1, 2, 0), ...group('b', 9, 0, 8, 2, 1, 0)])
    expect(view.alone).toEqual([
      { groupId: 'a', optionId: 'o1' },
      { groupId: 'b', optionId: 'o2' },
    ])
    expect(keysOf(view).filter((key) => key === 'alone')).toHaveLength(2)
  })

  test('of a tie nothing is said that only one of the tied deserves', () => {
    const view = viewOf(dotsOver(3), [...group('a', 2, 2, 0), ...group('b', 0, 2, 2)])
    expect(view).toMatchObject({ agree: [], alone: [], minority: [] })
  })

  test('nothing about voices where the whole room is level, or there is one voice', () => {
    expect(viewOf(dotsOver(2), [...group('a', 2, 0), ...group('b', 0, 2)]).minority).toEqual([])
    expect(viewOf(dotsOver(3), group('a', 2, 1, 0))).toMatchObject({ agree: [], differ: [], alone: [], minority: [] })
  })

  test('a long list is cut, and how many more there are is said', () => {
    const first = (count: number) => Array.from({ length: 30 }, (_, i) => (i < count ? 1 : 0))
    const say = (count: number) =>
      viewOf(dotsOver(30), [...group('a', ...first(count)), ...group('b', ...first(count))]).sentences[0]
    expect(say(5)).toMatchObject({ key: 'result:firstTied' })
    expect(say(8)).toMatchObject({ key: 'result:firstTiedMore', params: { count: 3 } })
  })
})

test('nothing at all is said of a voice too small to be shown', () => {
  const ballots = [...group('a', 9, 0, 0), ...group('b', 0, 9, 0), { voiceId: 'c', values: [0, 0, 9] }]
  const view = viewOf(dotsOver(3), ballots)
  expect(view.groups.map(({ id }) => id)).toEqual(['b', 'joined'])
  const names = JSON.stringify(view.sentences.flatMap(({ params }) => Object.values(params)))
  expect(names).not.toContain('"C"]')
  expect([...view.minority, ...view.alone].map(({ groupId }) => groupId)).not.toContain('c')
})
