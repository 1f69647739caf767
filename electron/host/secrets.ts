import { createHmac, timingSafeEqual } from 'node:crypto'

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** HMAC-SHA-256 as base64url, 43 characters. */
export const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

/** Takes the same time wherever the difference is. */
export const sameSecret = (a: string, b: string): boolean => {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A token nobody has to remember: `random.signature`, so that the host keeps no list. */
export const signedToken = (key: string, kind: string, random: string): string =>
  `${random}.${sign(key, `${kind} ${random}`)}`

/** The random part of a token of this kind; null when it was not signed with this key. */
export const checkToken = (key: string, kind: string, token: string): string | null => {
  const dot = token.indexOf('.')
  const random = token.slice(0, dot)
  if (dot < 16) return null
  return sameSecret(token.slice(dot + 1), sign(key, `${kind} ${random}`)) ? random : null
}
