import type { PriorityLine } from '@core/compare/views'

export type Ranked = PriorityLine['first'][number] & {
  readonly rank: number
  /**
   * Its rank in the lab's last vote over some of the same topics; null where it was not among the first there,
   * undefined without such a vote.
   */
  readonly before: number | null | undefined
}

export type LabLine = PriorityLine & { readonly id: string; readonly ranked: readonly Ranked[] }
export type LabPriorities = { readonly labName: string; readonly lines: readonly LabLine[] }

/** Votes by lab in the order of days, each topic with its rank in the vote before that it can be held against. */
export const prioritiesByLab = (lines: readonly PriorityLine[]): readonly LabPriorities[] => {
  const labs = new Map<string, LabLine[]>()
  for (const [at, line] of lines.entries()) {
    const own = labs.get(line.labName) ?? []
    const texts = new Set(line.first.map(({ text }) => text))
    const last = own.findLast(({ first }) => first.some(({ text }) => texts.has(text)))
    const ranked = line.first.map((one, index) => ({
      ...one,
      rank: index + 1,
      before: last === undefined ? undefined : (last.ranked.find(({ text }) => text === one.text)?.rank ?? null),
    }))
    labs.set(line.labName, [...own, { ...line, id: `${line.sessionId} ${at}`, ranked }])
  }
  return [...labs].map(([labName, own]) => ({ labName, lines: own }))
}

export type Moves = {
  /** The lab's votes that share a topic with another of its votes, oldest first. */
  readonly lines: readonly LabLine[]
  /** Topics that came among the first of several of them; `ranks`: null where it was not among the first. */
  readonly topics: readonly { readonly text: string; readonly ranks: readonly (number | null)[] }[]
}

/** How topics rose and fell from vote to vote; null where no topic came among the first twice. */
export const movesOf = ({ lines }: LabPriorities): Moves | null => {
  const counts = new Map<string, number>()
  for (const { ranked } of lines) for (const { text } of ranked) counts.set(text, (counts.get(text) ?? 0) + 1)
  const texts = [...counts].flatMap(([text, count]) => (count > 1 ? [text] : []))
  if (texts.length === 0) return null
  const shared = lines.filter(({ ranked }) => ranked.some(({ text }) => texts.includes(text)))
  const topics = texts.map((text) => ({
    text,
    ranks: shared.map(({ ranked }) => ranked.find((one) => one.text === text)?.rank ?? null),
  }))
  const last = (ranks: readonly (number | null)[]): number => ranks.at(-1) ?? Number.POSITIVE_INFINITY
  return { lines: shared, topics: topics.toSorted((a, b) => last(a.ranks) - last(b.ranks)) }
}
