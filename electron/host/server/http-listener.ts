import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { FRAMED_HEADERS, LOOPBACK_HEADERS, NONCE_MARK, SAFE_HEADERS, mayBeFramed, pagePolicy } from './headers'
import type { Page } from './pages'

/** Handles what is no listed file; false when the address is not its own. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

export type ListenerOptions = {
  readonly address: string
  /** Tried in this order; 0 takes any free one. */
  readonly ports: readonly number[]
  /** Names besides the address itself under which this listener may be called. */
  readonly names: readonly string[]
  /** URL path → file. Nothing else is ever served. */
  readonly pages: { readonly get: (path: string) => Page | undefined }
  readonly routes: readonly Route[]
  readonly randomBytes: (count: number) => Uint8Array
}

export type Listener = {
  readonly server: Server
  readonly port: number
  readonly hosts: ReadonlySet<string>
  readonly origins: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

/** A listener that serves listed files only, to callers who name it exactly. */
export const startListener = async (options: ListenerOptions): Promise<Result<Listener, Failure>> => {
  const hosts = new Set<string>()
  const origins = new Set<string>()
  const server = createServer({ connectionsCheckingInterval: 2_000, keepAliveTimeout: 10_000 }, (request, response) =>
    answer(request, response, { ...options, hosts, origins }),
  )
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.maxHeadersCount = 60
  server.maxConnections = 4_000
  // Garbage on the line is no reason for a word.
  server.on('clientError', (_error, socket) => socket.destroy())
  const port = await listenOnFirst(server, options)
  if (!port.ok) return port
  for (const name of [options.address, ...options.names]) {
    hosts.add(`${name}:${port.value}`)
    origins.add(`http://${name}:${port.value}`)
  }
  return ok({ server, port: port.value, hosts, origins, stop: () => stop(server) })
}

const listenOnFirst = async (server: Server, { address, ports }: ListenerOptions): Promise<Result<number, Failure>> => {
  let why: Failure = failure('port-in-use')
  for (const port of ports) {
    const bound = await listen(server, address, port)
    if (bound.ok) return bound
    why = bound.error
    if (why.code !== 'port-in-use') break
  }
  return err(why)
}

const listen = (server: Server, address: string, port: number): Promise<Result<number, Failure>> =>
  new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      // EACCES: ports under 1024, or reserved ones on Windows.
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      resolve(err(failure(busy ? 'port-in-use' : 'no-network', { port })))
    }
    server.once('error', fail)
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', fail)
      const bound = server.address()
      resolve(ok(typeof bound === 'object' && bound ? bound.port : port))
    })
  })

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

type Lists = ListenerOptions & Pick<Listener, 'hosts' | 'origins'>

const answer = (request: IncomingMessage, response: ServerResponse, lists: Lists): void => {
  // A body nobody reads would keep the connection busy.
  request.on('error', () => response.destroy())
  if (!lists.hosts.has(request.headers.host ?? '')) return plain(response, 421)
  const { origin } = request.headers
  if (origin !== undefined && !lists.origins.has(origin)) return plain(response, 403)
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  for (const route of lists.routes) if (route(request, response, path)) return
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405)
  sendPage(request, response, path, lists)
}

const sendPage = (request: IncomingMessage, response: ServerResponse, path: string, lists: Lists): void => {
  const page = lists.pages.get(path)
  if (!page) return plain(response, 404)
  let body = page.bytes
  const own = lists.address === '127.0.0.1' ? LOOPBACK_HEADERS : {}
  const headers: { [name: string]: string } = { ...SAFE_HEADERS, ...own, 'Content-Type': page.type }
  if (page.html) {
    const nonce = Buffer.from(lists.randomBytes(18)).toString('base64')
    body = Buffer.from(body.toString('utf8').replaceAll(NONCE_MARK, nonce))
    headers['Content-Security-Policy'] = pagePolicy(nonce, [`ws://${request.headers.host ?? ''}`], mayBeFramed(path))
    if (mayBeFramed(path)) Object.assign(headers, FRAMED_HEADERS)
  }
  response.writeHead(200, { ...headers, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Status and nothing else: no byte of the app for whoever has no business here. */
export const plain = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { ...SAFE_HEADERS, 'Content-Length': 0, Connection: 'close' })
  response.end()
}
