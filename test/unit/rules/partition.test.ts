import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Part } from '@core/rules/partition'
import { joinSmall, partitionVoices } from '@core/rules/partition'

const part = (ballots: number, present = ballots): Part => ({ voiceIds: [], unstated: false, present, ballots })
const parts = fc.array(
  fc
    .record({ ballots: fc.nat({ max: 9 }), absent: fc.nat({ max: 3 }) })
    .map((p) => part(p.ballots, p.ballots + p.absent)),
  { maxLength: 8 },
)
const ks = fc.record({ room: fc.integer({ min: 3, max: 6 }), more: fc.nat({ max: 4 }) }).map(({ room, more }) => ({
  room,
  public: room + more,
}))

/** Rank of a set of equations over the voices, by elimination. */
const rankOf = (rows: readonly (readonly number[])[]): number => {
  const matrix = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = matrix.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = matrix[pivot]
    if (!chosen) continue
    matrix[pivot] = matrix[rank] ?? chosen
    matrix[rank] = chosen
    for (const [i, row] of matrix.entries()) {
      if (i === rank) continue
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1)
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0)
    }
    rank += 1
  }
  return rank
}

/** A voice's figure follows from the published sums when its own equation adds nothing to them. */
const isDetermined = (equations: readonly (readonly number[])[], voice: number, voices: number): boolean => {
  const own = Array.from({ length: voices }, (_, i) => (i === voice ? 1 : 0))
  return equations.length > 0 && rankOf([...equations, own]) === rankOf(equations)
}

describe('partitionVoices', () => {
  test('every group has k ballots, in the room and in public, and each voice is in one group', () => {
    fc.assert(
      fc.property(parts, ks, (list, k) => {
        const { groups, publicGroups } = partitionVoices(list, k)
        const size = (group: readonly number[]) => group.reduce((sum, i) => sum + (list[i]?.ballots ?? 0), 0)
        for (const group of groups) expect(size(group)).toBeGreaterThanOrEqual(k.room)
        for (const group of publicGroups) {
          expect(size(group.flatMap((i) => groups[i] ?? []))).toBeGreaterThanOrEqual(k.public)
        }
        if (groups.length > 0) {
          const here = list.flatMap((one, i) => (one.ballots + one.present > 0 ? [i] : []))
          expect(groups.flat().toSorted()).toEqual(here.toSorted())
        }
        if (publicGroups.length > 0) {
          expect(publicGroups.flat().toSorted()).toEqual(groups.map((_, i) => i).toSorted())
        }
      }),
    )
  })

  test('no figure of a small voice follows from all published sums together', () => {
    fc.assert(
      fc.property(parts, ks, (list, k) => {
        const { groups, publicGroups } = partitionVoices(list, k)
        const row = (indexes: readonly number[]) => list.map((_, i) => (indexes.includes(i) ? 1 : 0))
        const overall = row(list.flatMap((one, i) => (one.ballots + one.present > 0 ? [i] : [])))
        const room = [overall, ...groups.map(row)]
        const open = [overall, ...publicGroups.map((group) => row(group.flatMap((i) => groups[i] ?? [])))]
        const voting = list.filter((one) => one.ballots + one.present > 0).length
        fc.pre(voting > 1)
        for (const [voice, { ballots, present }] of list.entries()) {
          if (ballots + present === 0) continue
          if (ballots < k.room) expect(isDetermined(room, voice, list.length)).toBe(false)
          if (ballots < k.public) expect(isDetermined(open, voice, list.length)).toBe(false)
        }
      }),
    )
  })

  test.each<[string, number[], number[][]]>([
    ['large voices stand alone', [4, 5, 3], [[0], [1], [2]]],
    ['small ones are joined', [9, 1, 2, 6], [[0], [3], [1, 2]]],
    ['one small voice takes the next smallest along', [9, 1, 6], [[0], [1, 2]]],
    ['too few altogether: only the whole', [2, 2], []],
    ['joining all says no more than the whole', [4, 1], []],
    ['under five ballots: only the whole', [3, 1], []],
  ])('%s', (_, ballots, groups) => {
    expect(
      partitionVoices(
        ballots.map((count) => part(count)),
        { room: 3, public: 5 },
      ).groups,
    ).toEqual(groups)
  })

  test('a voice that is not there is left out, one that is there and silent is not shown alone', () => {
    const k = { room: 3, public: 3 }
    expect(partitionVoices([part(4), part(5), part(0)], k).groups).toEqual([[0], [1]])
    expect(partitionVoices([part(4), part(5), part(0, 4)], k).groups).toEqual([[1], [0, 2]])
  })
})

test('joinSmall keeps each part once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 9 }), fc.integer({ min: 1, max: 9 }), (sizes, k) => {
      const joined = joinSmall(sizes, k)
      expect(joined.flat().toSorted()).toEqual(sizes.map((_, i) => i).toSorted())
    }),
  )
})
