import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { base64url, checkToken, sign, signedToken } from './secrets'

export type LinkRole = 'facilitator' | 'projector' | 'kiosk'

/**
 * Proofs of the laptop's own pages. A link opens one browser, once; from then on the browser shows the credential it
 * was given. `key` lives in the app's data folder, so that an open page comes back after a restart.
 */
export const createLinks = (key: string, randomBytes: (count: number) => Uint8Array) => {
  const fresh = new Map<string, LinkRole>()
  const spent = new Set<string>()
  const credential = (role: LinkRole): string => signedToken(key, `link ${role}`, base64url(randomBytes(24)))
  return {
    /** Who has the tablet in hand: the same after a lost connection or a restart of the program, until it is passed on. */
    turnDevice: (holder: string, turn: string): string => sign(key, `turn ${holder} ${turn}`),
    /** A new 256-bit one-time token. */
    issue: (role: LinkRole): string => {
      const token = base64url(randomBytes(32))
      fresh.set(token, role)
      return token
    },
    /** The credential the browser is to keep; a shown credential stays as it is. */
    accept: (role: LinkRole, token: string): Result<string, Failure> => {
      if (fresh.get(token) === role) {
        fresh.delete(token)
        spent.add(token)
        return ok(credential(role))
      }
      if (spent.has(token)) return err(failure('link-used'))
      return checkToken(key, `link ${role}`, token) === null ? err(failure('wrong-token')) : ok(token)
    },
  }
}
export type Links = ReturnType<typeof createLinks>
