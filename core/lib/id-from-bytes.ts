/** 32 letters and digits without look-alikes (no i, l, o, u). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of 20 characters (100 bits) from random bytes; `bytes` must hold at least 20. */
export const idFromBytes = (bytes: Uint8Array): string => {
  let id = ''
  for (let i = 0; i < 20; i += 1) id += ALPHABET[(bytes[i] ?? 0) & 31]
  return id
}
