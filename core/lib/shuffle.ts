/** A copy in random order (Fisher and Yates); every order is equally likely. */
export const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.min(i, Math.floor(random() * (i + 1)))
    const [a, b] = [list[i], list[j]]
    if (a === undefined || b === undefined) continue
    list[i] = b
    list[j] = a
  }
  return list
}
