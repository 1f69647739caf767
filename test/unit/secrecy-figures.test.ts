import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, Round, RoundResult, TallyGroup, Vote, VoteMethod } from '@core/model/vote'
import { resultView } from '@core/rules/result-view'
import { tallyRound } from '@core/rules/tally'
import { aVoice } from '../helpers/builders'
import type { Attack, Cap, Sum } from '../helpers/figure-attack'
import { attackWith, valuesLeft } from '../helpers/figure-attack'
import type { RandomPoll } from '../helpers/random-poll'
import { aRandomPoll, voteOf } from '../helpers/random-poll'

const POLLS = process.env['POLYPHONY_LONG'] ? 10_000 : 150

const FULL = { timeout: 1_200_000 }

/** Figures of an option by column, counted here, not by the app. */
const COLUMNS: { readonly [name in VoteMethod['name']]: number } = {
  dots: 1,
  approval: 1,
  'share-100': 1,
  rating: 5,
  ranking: 0,
  'effort-effect': 10,
  consent: 3,
}

const marks = (method: VoteMethod, value: Ballot['values'][number], column: number): number => {
  if (value === null) return 0
  if (Array.isArray(value)) return value[column < 5 ? 0 : 1] === (column % 5) + 1 ? 1 : 0
  if (COLUMNS[method.name] === 1) return value
  return (method.name === 'consent' ? value : value - 1) === column ? 1 : 0
}

/** A closed round with the truth that only its voters know. */
type Closed = {
  readonly vote: Vote
  readonly result: RoundResult
  /** Ballots by voice; the last is those without one. */
  readonly voices: readonly (readonly Ballot[])[]
}

const close = (poll: RandomPoll): Closed[] => {
  const closed: Closed[] = []
  let vote = voteOf(poll)
  for (const [number, voices] of poll.rounds.entries()) {
    const present = new Map(
      voices.slice(0, -1).map((ballots, at) => [`voice-${at}`, ballots.length + (poll.absent[at] ?? 0)]),
    )
    const cast = voices.flat().map((ballot) => ({ ballot, channel: 'phone' as const }))
    const round: Round = { id: `round-${number}`, number: number + 1, state: 'closed' }
    vote = { ...vote, rounds: [...vote.rounds, round] }
    const result = tallyRound(vote, cast, present, { random: () => 0.5 })
    vote = { ...vote, rounds: [...vote.rounds.slice(0, -1), { ...round, result }] }
    closed.push({ vote, result, voices })
  }
  return closed
}

/** The unknowns: one figure for each voice, option and column. */
class Unknowns {
  readonly columns: number
  readonly closed: Closed

  constructor(closed: Closed) {
    this.closed = closed
    this.columns = COLUMNS[closed.vote.method.name] || closed.vote.options.length
  }

  at(voice: number, option: number, column: number): number {
    return (voice * this.closed.vote.options.length + option) * this.columns + column
  }

  truth(voice: number, option: number, column: number): number {
    const { vote, voices } = this.closed
    return (voices[voice] ?? []).reduce(
      (sum, { values }) => sum + marks(vote.method, values[option] ?? null, column),
      0,
    )
  }

  /** How many of a voice said something is given to the attacker: the turnout tells much of it. */
  said(voice: number): number {
    const { vote, voices } = this.closed
    const empty = COLUMNS[vote.method.name] === 1 ? [null, 0] : [null]
    return (voices[voice] ?? []).filter(({ values }) => values.some((value) => !empty.some((one) => one === value)))
      .length
  }

  truths(): number[] {
    return this.all().map(({ voice, option, column }) => this.truth(voice, option, column))
  }

  all(): { readonly voice: number; readonly option: number; readonly column: number }[] {
    const { vote, voices } = this.closed
    return voices.flatMap((_, voice) =>
      vote.options.flatMap((__, option) =>
        Array.from({ length: this.columns }, (___, column) => ({ voice, option, column })),
      ),
    )
  }
}

const membersOf = ({ voiceIds, unstated }: TallyGroup, voices: number): number[] => {
  const named = voiceIds.map((id) => Number(id.slice('voice-'.length)))
  return unstated ? [...named, voices - 1] : named
}

/** What a table says about these voices, line by line; a line that is not kept says nothing. */
const sumsOf = (unknowns: Unknowns, members: readonly number[], rows: readonly (readonly number[])[]): Sum[] =>
  rows.flatMap((row, option) =>
    row.map((is, column) => ({ of: members.map((voice) => unknowns.at(voice, option, column)), is })),
  )

/** What the rules of the method let so many people say. */
const limitsOf = (unknowns: Unknowns): Pick<Attack, 'low' | 'high' | 'caps'> => {
  const { vote, voices } = unknowns.closed
  const { method } = vote
  const low: number[] = []
  const high: number[] = []
  const caps: Cap[] = []
  const most = method.name === 'dots' ? method.cap : method.name === 'share-100' ? 100 : 1
  for (const { voice, option, column } of unknowns.all()) {
    const people = unknowns.said(voice)
    low[unknowns.at(voice, option, column)] = method.name === 'dots' && method.negative ? -people : 0
    high[unknowns.at(voice, option, column)] = people * most
  }
  for (const voice of voices.keys()) {
    const people = unknowns.said(voice)
    const options = vote.options.map((_, option) => option)
    const line = (option: number, from: number, to: number): number[] =>
      Array.from({ length: to - from }, (_, at) => unknowns.at(voice, option, from + at))
    const total = method.name === 'dots' ? method.budget : method.name === 'share-100' ? 100 : 0
    if (total > 0) caps.push({ of: options.flatMap((option) => line(option, 0, 1)), most: total * people })
    if (unknowns.columns > 1)
      for (const option of options)
        for (let from = 0; from < unknowns.columns; from += 5) {
          const to = Math.min(unknowns.columns, from + 5)
          caps.push({ of: line(option, from, to), most: people })
        }
    if (method.name === 'ranking')
      for (const place of options)
        caps.push({ of: options.map((option) => unknowns.at(voice, option, place)), most: people })
  }
  return { low, high, caps }
}

/** Every published table: overall, each group of the room, each of the public, and the ballots that were kept. */
const everything = (unknowns: Unknowns): Sum[] => {
  const { result, voices } = unknowns.closed
  const groups = result.groups.map((group) => ({ of: membersOf(group, voices.length), rows: group.tally.rows }))
  const open = result.publicGroups.map((indexes) => {
    const parts = indexes.flatMap((index) => groups[index] ?? [])
    const rows = (parts[0]?.rows ?? []).map((row, option) =>
      row.map((_, column) => parts.reduce((sum, part) => sum + (part.rows[option]?.[column] ?? 0), 0)),
    )
    return { of: parts.flatMap((part) => part.of), rows }
  })
  const everybody = voices.map((_, voice) => voice)
  return [{ of: everybody, rows: result.overall.rows }, ...groups, ...open].flatMap(({ of, rows }) =>
    sumsOf(unknowns, of, rows),
  )
}

/** The one table in which this figure is openly contained: its group's, or the overall one where there is none. */
const ownTable = (unknowns: Unknowns, voice: number, option: number): Sum[] => {
  const { result, voices } = unknowns.closed
  const own = result.groups.find((group) => membersOf(group, voices.length).includes(voice))
  const row = own?.tally.rows[option] ?? []
  if (own && row.length > 0) return sumsOf(unknowns, membersOf(own, voices.length), own.tally.rows)
  const everybody = voices.map((_, at) => at)
  return sumsOf(unknowns, everybody, result.overall.rows)
}

const isShownAlone = ({ result, voices }: Closed, voice: number, option: number): boolean =>
  result.groups.some((group) => {
    const members = membersOf(group, voices.length).filter((one) => (voices[one]?.length ?? 0) > 0)
    return members.length === 1 && members[0] === voice && (group.tally.rows[option]?.length ?? 0) > 0
  })

/** How many hidden figures were looked at, and how many of them the search could not decide. */
const judged = { all: 0, undecided: 0 }

/** Hidden figures that all tables together tell more about than the one that contains them; empty when there are none. */
const pinned = (closed: Closed, sums?: (unknowns: Unknowns) => Sum[]): string[] => {
  const unknowns = new Unknowns(closed)
  const limits = limitsOf(unknowns)
  const truth = unknowns.truths()
  const attack = attackWith({ ...limits, sums: (sums ?? everything)(unknowns) })
  return unknowns.all().flatMap(({ voice, option, column }) => {
    if ((closed.voices[voice]?.length ?? 0) === 0 || isShownAlone(closed, voice, option)) return []
    const target = unknowns.at(voice, option, column)
    const left = valuesLeft(attack, target, truth)
    judged.all += 1
    if (left.proved >= 3) return []
    const own = attackWith({ ...limits, sums: ownTable(unknowns, voice, option) })
    const before = valuesLeft(own, target, truth)
    if (left.proved < before.proved && left.possible > left.proved) judged.undecided += 1
    if (left.possible >= before.proved) return []
    return [`voice ${voice} option ${option} column ${column}: ${left.possible} of ${before.proved} values`]
  })
}

const people = (size: number, ...values: readonly number[][]): Ballot[][] =>
  values.map((list, voice) =>
    Array.from({ length: size }, (_, at) => ({ voiceId: `voice-${voice}`, values: [list[at] ?? 0, at === 3 ? 0 : 1] })),
  )

describe('what is published of a closed vote', () => {
  test('never pins a figure that is not shown, by all tables of the room and the public together', FULL, () => {
    fc.assert(
      fc.property(aRandomPoll, (poll) => {
        for (const closed of close(poll)) expect(pinned(closed)).toEqual([])
      }),
      { numRuns: POLLS },
    )
    expect(judged.all).toBeGreaterThan(POLLS)
    expect(judged.undecided / judged.all).toBeLessThan(0.001)
  })

  test('shows no group under k, in the room or in public, and none at all under five ballots', FULL, () => {
    fc.assert(
      fc.property(aRandomPoll, (poll) => {
        for (const { vote, result } of close(poll)) {
          for (const { tally } of result.groups) expect(tally.ballots).toBeGreaterThanOrEqual(poll.k.room)
          const voices = poll.rounds[0]?.slice(0, -1).map((_, at) => aVoice({ id: `voice-${at}`, present: 9 })) ?? []
          for (const audience of ['room', 'public'] as const) {
            const view = resultView(vote, vote.rounds.length - 1, voices, audience)
            for (const { ballots } of view?.groups ?? []) expect(ballots).toBeGreaterThanOrEqual(poll.k[audience])
            expect(new Set(view?.groups.map(({ id }) => id)).size).toBe(view?.groups.length)
          }
          if (result.overall.ballots < 5) expect(result.groups).toEqual([])
        }
      }),
      { numRuns: POLLS },
    )
  })

  test(
    'keeps no line by voice on which a group is of one mind, in approval and consent, and derives nothing from it',
    FULL,
    () => {
      fc.assert(
        fc.property(aRandomPoll, (poll) => {
          const { name } = poll.method
          fc.pre(name === 'approval' || name === 'consent')
          for (const { vote, result } of close(poll)) {
            for (const { tally, rankShares } of result.groups)
              for (const [option, row] of tally.rows.entries()) {
                if (row.length === 0) expect(rankShares?.[option] ?? 0).toBe(0)
                else if (name === 'approval') expect(row[0] === 0 || row[0] === tally.ballots).toBe(false)
                else expect(row.filter((count) => count > 0).length).toBeGreaterThan(1)
              }
            const gone = vote.options.flatMap((_, at) =>
              result.groups.some((one) => one.tally.rows[at]?.length === 0) ? [at] : [],
            )
            for (const { tally } of result.groups) for (const at of gone) expect(tally.rows[at]).toEqual([])
            for (const { group, values } of result.kept ?? [])
              if (group !== undefined) for (const at of gone) expect(values[at]).toBeNull()
            for (const audience of ['room', 'public'] as const) {
              const view = resultView(vote, vote.rounds.length - 1, [], audience)
              if (!view || view.groups.length === 0) continue
              const derived = JSON.stringify([view.widest, view.agree, view.differ, view.alone, view.minority])
              for (const { id, index, cells, gap } of view.options.filter(({ index: at }) => gone.includes(at))) {
                expect(vote.options[index]?.id).toBe(id)
                expect(gap).toBeNull()
                for (const { value, share, position, stances } of cells)
                  expect([value, share, position, stances]).toEqual([null, null, null, null])
                expect(derived).not.toContain(`"${id}"`)
              }
            }
          }
        }),
        { numRuns: POLLS },
      )
    },
  )

  test('keeps a later round to the groups of the one before: none of them is ever divided', FULL, () => {
    fc.assert(
      fc.property(aRandomPoll, (poll) => {
        const [first, second] = close(poll)
        fc.pre(second !== undefined && (first?.result.groups.length ?? 0) > 0)
        for (const { voiceIds, unstated } of first?.result.groups ?? []) {
          const homes = (second?.result.groups ?? []).filter(
            (group) => voiceIds.some((id) => group.voiceIds.includes(id)) || (unstated && group.unstated),
          )
          expect(homes.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: POLLS },
    )
  })

  test('keeps ballots without voice and channel, and only where that was said before', FULL, () => {
    fc.assert(
      fc.property(aRandomPoll, (poll) => {
        for (const { result } of close(poll)) {
          expect(result.kept === undefined).toBe(!poll.keepBallots)
          for (const ballot of result.kept ?? [])
            expect(Object.keys(ballot).filter((key) => key !== 'group')).toEqual(['values'])
        }
      }),
      { numRuns: POLLS },
    )
  })

  /** The rule itself tells that somebody was of one mind: it narrows the figures of a hidden line, and pins none. */
  test('leaves a hidden line open even to whoever knows why lines are hidden', FULL, () => {
    const sizes = fc.array(fc.integer({ min: 3, max: 7 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(sizes, fc.nat(), (groups, seed) => {
        const all = groups.reduce((sum, size) => sum + size, 0)
        const approving = 1 + (seed % (all - 1))
        const ways = groups
          .reduce<number[][]>(
            (lists, size) => lists.flatMap((list) => Array.from({ length: size + 1 }, (_, x) => [...list, x])),
            [[]],
          )
          .filter((list) => list.reduce((sum, x) => sum + x, 0) === approving)
          .filter((list) => list.some((x, at) => x === 0 || x === groups[at]))
        for (const [at] of groups.entries())
          expect(new Set(ways.map((list) => list[at])).size === 1 && ways.length > 0).toBe(false)
      }),
      { numRuns: POLLS },
    )
  })
})

describe('the attacker', () => {
  const vote: Vote = {
    ...voteOf({
      method: { name: 'approval' },
      options: 2,
      k: { room: 3, public: 5 },
      keepBallots: false,
      absent: [],
      rounds: [],
    }),
  }
  /** Three voices of four people, one of one mind about the first option. */
  const voices = [...people(4, [1, 1, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]), []]
  const result = (given: readonly (readonly Ballot[])[]): RoundResult =>
    tallyRound(
      { ...vote, rounds: [{ id: 'r', number: 1, state: 'closed' }] },
      given.flat().map((ballot) => ({ ballot, channel: 'phone' })),
      new Map(given.slice(0, -1).map((ballots, at) => [`voice-${at}`, ballots.length])),
      { random: () => 0.5 },
    )

  test('finds nothing in what the app publishes', () => {
    const closed = { vote, voices, result: result(voices) }
    expect(closed.result.groups.map(({ tally }) => tally.rows[0])).toEqual([[], [], []])
    expect(pinned(closed)).toEqual([])
  })

  test('finds the line that only the unanimous group keeps back', () => {
    const closed = { vote, voices, result: result(voices) }
    const careless = (unknowns: Unknowns): Sum[] => [
      ...everything(unknowns),
      ...[1, 2].map((voice) => ({ of: [unknowns.at(voice, 0, 0)], is: unknowns.truth(voice, 0, 0) })),
    ]
    expect(pinned(closed, careless).length).toBeGreaterThan(0)
  })

  test('finds a small voice that is left out instead of joined', () => {
    const small = [
      ...voices.slice(1, 3),
      voices[0]?.slice(0, 2).map((ballot) => ({ ...ballot, voiceId: 'voice-2' })) ?? [],
      [],
    ]
    const given = small.map((ballots, at) => ballots.map((ballot) => ({ ...ballot, voiceId: `voice-${at}` })))
    const closed = { vote, voices: given, result: result(given) }
    expect(pinned(closed)).toEqual([])
    const careless = (unknowns: Unknowns): Sum[] => [
      ...everything(unknowns),
      ...[0, 1].flatMap((voice) =>
        [0, 1].map((option) => ({ of: [unknowns.at(voice, option, 0)], is: unknowns.truth(voice, option, 0) })),
      ),
    ]
    expect(pinned(closed, careless).length).toBeGreaterThan(0)
  })
})
