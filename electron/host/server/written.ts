import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '../services'
import { writtenFile } from '../written-files'
import { PREVIEW_POLICY, SAFE_HEADERS } from './headers'
import { plain } from './http-listener'

/** A browser shows these itself; the others it keeps. */
const SHOWN: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
}

/** As headers have it: also without what stands around it there. */
const headerName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * `GET /written/<job>/<file>` on the laptop's own listener: a file that this job has written, for the browser version. The
 * id of a job is told to the facilitator's page only and cannot be guessed. `?keep` saves what would be shown.
 */
export const writtenRoute =
  ({ jobs }: Pick<Services, 'jobs'>) =>
  (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    const [, root, jobId = '', name = '', more] = path.split('/')
    if (root !== 'written') return false
    const file = decoded(name)
    const found = more === undefined && file !== null ? writtenFile(jobs, jobId, file) : null
    if (request.method !== 'GET') plain(response, 405)
    else if (found === null || file === null) plain(response, 404)
    else void send(response, found, file, new URL(request.url ?? '', 'http://local').searchParams.has('keep'))
    return true
  }

const send = async (response: ServerResponse, path: string, name: string, keep: boolean): Promise<void> => {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) {
    plain(response, 404)
    return
  }
  const type = keep ? undefined : SHOWN[extname(name)]
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'Content-Type': type ?? 'application/octet-stream',
    'Content-Disposition': `${type === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${headerName(name)}`,
    // A report runs nothing, and stands apart from the pages of the app.
    ...(type?.startsWith('text/html') === true ? { 'Content-Security-Policy': `${PREVIEW_POLICY}; sandbox` } : {}),
    'Content-Length': bytes.length,
  })
  response.end(bytes)
}
