import { createHash } from 'node:crypto'
import { idFromBytes } from '@core/lib/id-from-bytes'
import { headerLine } from '@core/load/serialize'

/** The id of the session in a file's text; null when there is none. */
export const sessionIdIn = (text: string): string | null => /"type":"session","id":"([\w-]+)"/.exec(text)?.[1] ?? null

export const freshId = (randomBytes: (count: number) => Uint8Array): string => idFromBytes(randomBytes(20))

/**
 * The text of a closed session file with other session ids, old → new, in the record and wherever it is referred to. A
 * copy must not be taken for an older state of a session that was here before.
 */
export const withSessionIds = (text: string, ids: ReadonlyMap<string, string>): string => {
  let body = text.slice(text.indexOf('\n') + 1)
  for (const [old, fresh] of ids) body = body.replaceAll(`"${old}"`, `"${fresh}"`)
  const sha256 = createHash('sha256').update(body).digest('hex')
  return headerLine({ generation: 1, lastSeq: 0, open: false }, sha256) + body
}
