import { randomBytes } from 'node:crypto'
import type { Session } from 'electron'
import { protocol } from 'electron'
import type { Page, Pages } from '../host/server/pages'
import {
  FRAMED_HEADERS,
  NONCE_MARK,
  PREVIEW_POLICY,
  SAFE_HEADERS,
  mayBeFramed,
  pagePolicy,
} from '../host/server/headers'

export const APP_ORIGIN = 'app://bundle'

const UPLOADS: ReadonlySet<string> = new Set(['/file', '/blob'])

/** Before `ready`: `app:` behaves like https for CSP, fetch and storage; nothing else is allowed to it. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

export type AppPages = {
  readonly pages: Pages
  /** A finished report for the preview frame; null when its address is unknown or too old. */
  readonly preview: (id: string) => Uint8Array | null
  /** A session file or a picture sent by the page. */
  readonly upload: (request: Request) => Promise<Response>
}

/** Answers `app://bundle/…` from the map of built files; no path is ever joined to a folder. */
export const serveApp = (session: Session, { pages, preview, upload }: AppPages): void =>
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url)
    if (url.host !== 'bundle') return empty(404)
    if (request.method === 'POST' && UPLOADS.has(url.pathname)) return upload(request)
    if (request.method !== 'GET') return empty(405)
    if (url.pathname.startsWith('/preview/')) return previewResponse(preview(url.pathname.slice('/preview/'.length)))
    const page = pages.get(url.pathname === '/' ? '/index.html' : url.pathname)
    return page ? pageResponse(page, mayBeFramed(url.pathname)) : empty(404)
  })

const empty = (status: number): Response => new Response(null, { status, headers: SAFE_HEADERS })

const previewResponse = (html: Uint8Array | null): Response =>
  html === null
    ? empty(404)
    : new Response(new Uint8Array(html), {
        headers: {
          ...SAFE_HEADERS,
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': PREVIEW_POLICY,
          'X-Frame-Options': 'SAMEORIGIN',
        },
      })

const pageResponse = (page: Page, framed: boolean): Response => {
  if (!page.html)
    return new Response(new Uint8Array(page.bytes), { headers: { ...SAFE_HEADERS, 'Content-Type': page.type } })
  const nonce = randomBytes(18).toString('base64')
  return new Response(page.bytes.toString('utf8').replaceAll(NONCE_MARK, nonce), {
    headers: {
      ...SAFE_HEADERS,
      ...(framed ? FRAMED_HEADERS : {}),
      'Content-Type': page.type,
      'Content-Security-Policy': pagePolicy(nonce, [], framed),
    },
  })
}
