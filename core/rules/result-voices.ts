import type { ResultGroup, ResultOption, ResultView } from './result-model'

type Voices = Pick<ResultView, 'agree' | 'differ' | 'alone' | 'minority'>

/** A quarter of the whole scale, in percentage points: from here voices part. */
const PARTING = 25

const NOTHING: Voices = { agree: [], differ: [], alone: [], minority: [] }

type Ends = {
  /** Surely in the upper third: also everything that is level with it. */
  readonly top: ReadonlySet<string>
  /** Perhaps in the upper third: level with something that is. */
  readonly nearTop: ReadonlySet<string>
  readonly end: ReadonlySet<string>
}

/**
 * What voices share and where they part; everything is taken from the shown lines of the shown groups. A third of the
 * options is at least one, rounded down. An option is in a group's upper (lower) third when no more options than that
 * stand level with it or higher (lower); in the upper third it must also have got something, in the lower an answer.
 */
export const voicesOf = (options: readonly ResultOption[], groups: readonly ResultGroup[]): Voices => {
  const shown = options.filter((option) => !option.hidden)
  if (groups.length < 2) return NOTHING
  const minority = minorityOf(options, groups)
  const differ = shown.filter(({ gap }) => gap !== null && gap > PARTING).toSorted(byGap)
  if (shown.length < 2) return { ...NOTHING, differ: differ.map(({ id }) => id), minority }
  const ends = groups.map((_, at) => endsOf(shown, at))
  const everywhere = (id: string, end: 'top' | 'end'): boolean => ends.every((one) => one[end].has(id))
  return {
    agree: shown.flatMap(({ id }): Voices['agree'] => {
      if (everywhere(id, 'top')) return [{ optionId: id, at: 'top' }]
      return everywhere(id, 'end') ? [{ optionId: id, at: 'end' }] : []
    }),
    differ: differ.map(({ id }) => id),
    alone: groups.flatMap((group, at) =>
      shown
        .filter(({ id }) => ends[at]?.top.has(id) && ends.every((other, i) => i === at || !other.nearTop.has(id)))
        .map(({ id }) => ({ groupId: group.id, optionId: id })),
    ),
    minority,
  }
}

const byGap = (a: ResultOption, b: ResultOption): number => (b.gap ?? 0) - (a.gap ?? 0) || a.index - b.index

const endsOf = (shown: readonly ResultOption[], at: number): Ends => {
  const third = Math.max(1, Math.floor(shown.length / 3))
  const places = shown.flatMap((option) => {
    const cell = option.cells[at]
    if (!cell || cell.position === null) return []
    return [{ id: option.id, place: cell.position, value: cell.value ?? 0, isAnswered: cell.share !== null }]
  })
  const level = new Map<number, number>()
  for (const { place } of places) level.set(place, (level.get(place) ?? 0) + 1)
  const lastOf = (place: number): number => place + (level.get(place) ?? 1) - 1
  const idsOf = (list: typeof places): ReadonlySet<string> => new Set(list.map(({ id }) => id))
  return {
    top: idsOf(places.filter(({ place, value }) => value > 0 && lastOf(place) <= third)),
    nearTop: idsOf(places.filter(({ place, value }) => value > 0 && place <= third)),
    end: idsOf(places.filter(({ place, isAnswered }) => isAnswered && places.length - place + 1 <= third)),
  }
}

/** A voice with one clear first that is none of the room's firsts. Not where the whole room is tied. */
const minorityOf = (options: readonly ResultOption[], groups: readonly ResultGroup[]): Voices['minority'] => {
  const firsts = new Set(options.filter((option) => option.position === 1).map(({ id }) => id))
  if (firsts.size === options.length) return []
  return groups.flatMap(({ id, first }) => {
    const [only] = first
    return first.length === 1 && only !== undefined && !firsts.has(only) ? [{ groupId: id, optionId: only }] : []
  })
}
