/**
 * Puts parts smaller than `k` together, so that every resulting group has at least `k`; when that is not enough, the
 * next smallest part joins them. Only one group is made of the small ones: with a single leftover part, its figures would be the
 * difference between the whole and the rest. Answers lists of indexes: first the parts that stand alone, in their
 * order, then the joined ones. A single group over everything means that nothing but the whole may be shown.
 */
export const joinSmall = (sizes: readonly number[], k: number): number[][] => {
  const rising = sizes.map((size, index) => ({ size, index })).toSorted((a, b) => a.size - b.size || a.index - b.index)
  const joined: number[] = []
  let sum = 0
  for (const { size, index } of rising) {
    if (size >= k && (joined.length === 0 || sum >= k)) break
    joined.push(index)
    sum += size
  }
  const inJoined = new Set(joined)
  const alone = sizes.flatMap((_, index) => (inJoined.has(index) ? [] : [[index]]))
  return joined.length === 0 ? alone : [...alone, joined.toSorted((a, b) => a - b)]
}

/** Voices that are counted as one; at first each voice alone, and those who named none (`unstated`). */
export type Part = {
  readonly voiceIds: readonly string[]
  readonly unstated: boolean
  readonly present: number
  /** Valid ballots that say something. */
  readonly ballots: number
}

export type Partition = {
  /** Indexes of the given parts. Empty: only the overall result may be shown. */
  readonly groups: readonly (readonly number[])[]
  /** Indexes of `groups`. Empty: only the overall result may be shown in public. */
  readonly publicGroups: readonly (readonly number[])[]
}

/** Fewer ballots than this say nothing about voices. */
export const FEWEST_BALLOTS = 5

const severalOrNone = (groups: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  groups.length > 1 ? groups : []

/**
 * The one partition of the voices that a closed vote keeps (threshold rule with secondary suppression by recoding: A. Hundepool
 * and others, Statistical Disclosure Control, 2012): every table, chart, filter and report uses it, so that two
 * of them cannot be subtracted from each other. The public one only joins groups of the room's. A voice with nobody
 * present and no ballot is left out.
 */
export const partitionVoices = (
  parts: readonly Part[],
  k: { readonly room: number; readonly public: number },
): Partition => {
  const here = parts.flatMap((part, index) => (part.ballots > 0 || part.present > 0 ? [index] : []))
  const sizes = here.map((index) => parts[index]?.ballots ?? 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total < FEWEST_BALLOTS) return { groups: [], publicGroups: [] }
  const groups = severalOrNone(joinSmall(sizes, k.room)).map((group) => group.map((at) => here[at] ?? 0))
  const groupSizes = groups.map((group) => group.reduce((sum, index) => sum + (parts[index]?.ballots ?? 0), 0))
  return { groups, publicGroups: severalOrNone(joinSmall(groupSizes, Math.max(k.room, k.public))) }
}
