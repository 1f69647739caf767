const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  g: 'ğ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ł',
  n: 'ñ',
  o: 'ö',
  r: 'ř',
  s: 'š',
  t: 'ť',
  u: 'ü',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Č',
  E: 'Ë',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  T: 'Ŧ',
  U: 'Û',
  Y: 'Ÿ',
}

/** About this much longer than English, as German and Finnish are. */
const LONGER = 0.4

/** Words made longer and accented, between brackets: shows what is hard-coded and what is cut. */
export const pseudo = (words: string): string => {
  if (words === '') return ''
  const accented = [...words].map((letter) => ACCENTS[letter] ?? letter).join('')
  return `[${accented}${'~'.repeat(Math.ceil(words.length * LONGER))}]`
}
