import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HostDeps } from './ports'
import { base64url } from './secrets'
import { PREVIEW_POLICY, SAFE_HEADERS } from './server/headers'

const KEPT = 4
const KEPT_FOR = 10 * 60_000

/** Finished HTML reports behind addresses nobody can guess, for the frame on the report page. */
export const createPreviews = (deps: Pick<HostDeps, 'clock' | 'randomBytes'>) => {
  const kept = new Map<string, { readonly html: Uint8Array; readonly until: number }>()
  const get = (id: string): Uint8Array | null => {
    const found = kept.get(id)
    return found && found.until > deps.clock.now() ? found.html : null
  }
  return {
    /** The path of the address, the same in the browser and in the desktop app. */
    add: (html: Uint8Array): string => {
      const id = base64url(deps.randomBytes(16))
      kept.set(id, { html, until: deps.clock.now() + KEPT_FOR })
      for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old)
      return `/preview/${id}`
    },
    get,
    clear: (): void => kept.clear(),
    route: (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
      if (!path.startsWith('/preview/')) return false
      const html = request.method === 'GET' ? get(path.slice('/preview/'.length)) : null
      response.writeHead(html ? 200 : 404, {
        ...SAFE_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': PREVIEW_POLICY,
        'X-Frame-Options': 'SAMEORIGIN',
        'Content-Length': html?.length ?? 0,
      })
      response.end(html ?? undefined)
      return true
    },
  }
}
export type Previews = ReturnType<typeof createPreviews>
