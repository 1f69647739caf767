/** Vowels are enough to show which words came through the locale files. */
const PLAIN = 'aeiouyAEIOUY'
const ACCENTED = 'áéíöüýÅËÎØÛÝ'

/** About this much longer than English, as German and Finnish are. */
const LONGER = 0.4

/** Words made longer and accented, between brackets: shows what is hard-coded and what is cut. */
export const pseudo = (words: string): string => {
  if (words === '') return ''
  const accented = words.replaceAll(/[aeiouy]/gi, (letter) => ACCENTED.charAt(PLAIN.indexOf(letter)))
  return `[${accented}${'~'.repeat(Math.ceil(words.length * LONGER))}]`
}
