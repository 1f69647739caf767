/** Without what looks alike: I, L, O, U, 0, 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const HALF = 4

/** Forty bits, in two halves that can be read out: nobody can choose one that is easy to guess, or another's by chance. */
export const newNotebookCode = (
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string => {
  let code = ''
  while (code.length < 2 * HALF) {
    for (const byte of random(new Uint8Array(16))) {
      // What is over a multiple of the signs would make the first ones likelier.
      if (byte < SIGNS.length * 8 && code.length < 2 * HALF) code += SIGNS[byte % SIGNS.length] ?? ''
    }
  }
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`
}
