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
