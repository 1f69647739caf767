/** Room beside the page number, in characters; the whole title stands on page one. */
const RUNNING = 70

/** A title for the foot of every page. */
export const inOneLine = (title: string): string => {
  const letters = [...title]
  if (letters.length <= RUNNING) return title
  const cut = letters.slice(0, RUNNING - 1).join('')
  const end = cut.lastIndexOf(' ')
  return `${(end > RUNNING / 2 ? cut.slice(0, end) : cut).trimEnd()}\u2026`
}
