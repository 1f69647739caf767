/**
 * An attacker who has every published table and sets up the equations over what was not published. It shares no code with
 * the app: whole-number unknowns with bounds, sums that are known, sums that cannot be exceeded.
 */
export type Sum = { readonly of: readonly number[]; readonly is: number }
export type Cap = { readonly of: readonly number[]; readonly most: number }
export type Attack = {
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly sums: readonly Sum[]
  readonly caps: readonly Cap[]
}

/** Takes each table from every larger one that contains it, until nothing can be taken: what is left says the same. */
const subtracted = (sums: readonly Sum[]): Sum[] => {
  const left = sums.map(({ of, is }) => ({ of: new Set(of), is }))
  for (let again = true; again;) {
    again = false
    for (const small of left) {
      for (const large of left) {
        if (small === large || small.of.size === 0 || small.of.size > large.of.size) continue
        if (![...small.of].every((at) => large.of.has(at))) continue
        for (const at of small.of) large.of.delete(at)
        large.is -= small.is
        again = true
      }
    }
  }
  if (left.some(({ of, is }) => of.size === 0 && is !== 0))
    throw new Error('the published tables contradict each other')
  return left.filter(({ of }) => of.size > 0).map(({ of, is }) => ({ of: [...of], is }))
}

/** Only what hangs together with this unknown. */
const around = (attack: Attack, target: number): Attack => {
  const near = new Set([target])
  const touches = ({ of }: { readonly of: readonly number[] }): boolean => of.some((at) => near.has(at))
  for (let before = 0; before !== near.size;) {
    before = near.size
    for (const one of [...attack.sums, ...attack.caps]) if (touches(one)) for (const at of one.of) near.add(at)
  }
  const only = (list: readonly number[]): number[] => list.map((value, at) => (near.has(at) ? value : 0))
  return {
    low: only(attack.low),
    high: only(attack.high),
    sums: attack.sums.filter(touches),
    caps: attack.caps.filter(touches),
  }
}

/** The equations of an attack, as an attacker would first write them down. */
export const attackWith = (attack: Attack): Attack => ({ ...attack, sums: subtracted(attack.sums) })

type Bounds = { readonly low: number[]; readonly high: number[] }

/** Beyond so many steps a search counts as without answer. */
const MOST_STEPS = 600
/** Beyond so many exchanges the search goes another way. */
const MOST_TRIES = 150

/** What is left for each unknown when a sum is known: the rest of it must fit into the others. False: a contradiction. */
const tighten = ({ low, high }: Bounds, of: readonly number[], least: number, most: number): boolean | 'same' => {
  const lows = of.reduce((total, at) => total + (low[at] ?? 0), 0)
  const highs = of.reduce((total, at) => total + (high[at] ?? 0), 0)
  if (lows > most || highs < least) return false
  let changed = false
  for (const at of of) {
    const up = most - (lows - (low[at] ?? 0))
    const down = least - (highs - (high[at] ?? 0))
    if (up < (high[at] ?? 0)) changed = Boolean((high[at] = up) || true)
    if (down > (low[at] ?? 0)) changed = Boolean((low[at] = down) || true)
    if ((low[at] ?? 0) > (high[at] ?? 0)) return false
  }
  return changed ? true : 'same'
}

const propagate = ({ sums, caps }: Attack, bounds: Bounds): boolean => {
  for (let again = true; again;) {
    again = false
    for (const { of, is } of sums) {
      const done = tighten(bounds, of, is, is)
      if (done === false) return false
      if (done === true) again = true
    }
    for (const { of, most } of caps) {
      const done = tighten(bounds, of, Number.NEGATIVE_INFINITY, most)
      if (done === false) return false
      if (done === true) again = true
    }
  }
  return true
}

/**
 * Whether whole numbers fit all of it. Values near `truth` are tried first: a figure that can be different is mostly so with
 * few others changed. A search of too many steps ends undecided.
 */
const fits = (attack: Attack, start: Bounds, truth: readonly number[]): boolean | 'undecided' => {
  let steps = 0
  const search = (bounds: Bounds): boolean => {
    steps += 1
    if (steps > MOST_STEPS) return false
    if (!propagate(attack, bounds)) return false
    let chosen = -1
    for (const [at, low] of bounds.low.entries()) {
      const width = (bounds.high[at] ?? 0) - low
      if (width > 0 && (chosen < 0 || width < (bounds.high[chosen] ?? 0) - (bounds.low[chosen] ?? 0))) chosen = at
    }
    if (chosen < 0) return true
    const low = bounds.low[chosen] ?? 0
    const values = Array.from({ length: (bounds.high[chosen] ?? 0) - low + 1 }, (_, at) => low + at)
    for (const value of nearest(values, truth[chosen] ?? 0)) {
      if (search(withValue(bounds, chosen, value))) return true
    }
    return false
  }
  return search(start) || (steps > MOST_STEPS ? 'undecided' : false)
}

const nearest = (values: readonly number[], to: number): number[] =>
  values.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))

const withValue = ({ low, high }: Bounds, at: number, value: number): Bounds => {
  const next = { low: [...low], high: [...high] }
  next.low[at] = value
  next.high[at] = value
  return next
}

/**
 * Of each unknown, those in exactly the same tables: what one has more the other can have less, and no table shows it.
 */
const exchanges = ({ low, high, sums }: Attack): readonly (readonly number[])[] => {
  const bySums = new Map<string, number[]>()
  const keys = low.map((least, at) =>
    (high[at] ?? 0) === least ? '' : sums.flatMap(({ of }, index) => (of.includes(at) ? [index] : [])).join(),
  )
  for (const [at, key] of keys.entries()) if (key !== '') bySums.set(key, [...(bySums.get(key) ?? []), at])
  return keys.map((key, at) => (bySums.get(key) ?? []).filter((other) => other !== at))
}

/** The unknowns of the first bound or cap that these values break, with those to be lowered first; null: nothing is. */
const broken = (
  { low, high, caps }: Attack,
  values: readonly number[],
): { readonly lower?: readonly number[]; readonly raise?: readonly number[] } | null => {
  const over = values.findIndex((value, at) => value > (high[at] ?? 0))
  if (over >= 0) return { lower: [over] }
  const under = values.findIndex((value, at) => value < (low[at] ?? 0))
  if (under >= 0) return { raise: [under] }
  const cap = caps.find(({ of, most }) => of.reduce((sum, at) => sum + (values[at] ?? 0), 0) > most)
  return cap ? { lower: cap.of } : null
}

/** Whether a few exchanges give the target this value, each mending what the one before broke: the quick way to a witness. */
const canExchange = (
  attack: Attack,
  partners: readonly (readonly number[])[],
  target: number,
  truth: readonly number[],
  more: number,
): boolean => {
  const start = truth.map((value, at) => {
    const [low = 0, high = 0] = [attack.low[at], attack.high[at]]
    return low === high ? low : value
  })
  const amount = Math.abs(more)
  let tries = 0
  const mend = (values: readonly number[], depth: number): boolean => {
    const wrong = broken(attack, values)
    if (!wrong) return true
    if (depth === 0 || (tries += 1) > MOST_TRIES) return false
    const { lower, raise } = wrong
    return (lower ?? raise ?? []).some((one) => {
      if (one === target) return false
      return (partners[one] ?? []).some((other) => {
        if (other === target || lower?.includes(other)) return false
        return mend(lower ? moved(values, other, one, amount) : moved(values, one, other, amount), depth - 1)
      })
    })
  }
  return (partners[target] ?? []).some((other) =>
    mend(more > 0 ? moved(start, target, other, amount) : moved(start, other, target, amount), 5),
  )
}

const moved = (values: readonly number[], up: number, down: number, amount: number): number[] =>
  values.map((value, at) => (at === up ? value + amount : at === down ? value - amount : value))

/** How many values an unknown can have, counted up to three: those that are proved to fit, and with those undecided. */
export type ValuesLeft = { readonly proved: number; readonly possible: number }

/** The true value is one of them. */
export const valuesLeft = (whole: Attack, target: number, truth: readonly number[]): ValuesLeft => {
  const attack = around(whole, target)
  const bounds: Bounds = { low: [...attack.low], high: [...attack.high] }
  if (!propagate(attack, bounds)) throw new Error('the published tables contradict each other')
  const low = bounds.low[target] ?? 0
  const own = truth[target] ?? 0
  const others = Array.from({ length: (bounds.high[target] ?? 0) - low + 1 }, (_, at) => low + at)
  const partners = exchanges(attack)
  let [proved, undecided] = [1, 0]
  for (const value of nearest(others, own)) {
    if (proved >= 3) break
    if (value === own) continue
    const can =
      canExchange(attack, partners, target, truth, value - own) || fits(attack, withValue(bounds, target, value), truth)
    if (can === true) proved += 1
    if (can === 'undecided') undecided += 1
  }
  return { proved, possible: Math.min(3, proved + undecided) }
}
