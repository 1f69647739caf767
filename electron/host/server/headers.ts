/** Sent with every answer of either listener. */
export const SAFE_HEADERS: { readonly [name: string]: string } = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

/** Browsers ignore it, with an error on the console, on plain http that is not this machine. */
export const LOOPBACK_HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin' } as const

/** The picture of the projector may stand in a frame of our own pages: the facilitator sees what the room sees. */
export const mayBeFramed = (path: string): boolean => path === '/projector.html'
export const FRAMED_HEADERS = { 'X-Frame-Options': 'SAMEORIGIN' } as const

/** `sockets`: the exact WebSocket origins, for browsers in which 'self' does not cover them. */
export const pagePolicy = (nonce: string, sockets: readonly string[], framed = false): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...sockets].join(' '),
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ')

/** A finished report: no script, nothing from outside, only in a frame of our own page. */
export const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** Stands in the HTML files where the nonce of each answer goes. */
export const NONCE_MARK = '__CSP_NONCE__'
