import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReachView } from '@core/protocol/views'
import type { HostDeps } from './ports'
import { base64url } from './secrets'
import { SAFE_HEADERS } from './server/headers'

/** No phone within this time: something stands in the way. */
const PATIENCE = 20_000

const IDLE: ReachView = { state: 'idle', url: '', causes: [], startedAt: null }

type Deps = Pick<HostDeps, 'clock' | 'timers' | 'randomBytes'> & {
  readonly changed: (view: ReachView) => void
  readonly words: (key: string) => string
}

/** Can phones reach this laptop at all? One phone opens a test address; if none does, the causes in order. */
export const createReach = (deps: Deps) => {
  let view = IDLE
  let id = ''
  let cancel: () => void = () => undefined
  const become = (next: ReachView): ReachView => {
    view = next
    deps.changed(view)
    return view
  }
  const stop = (): ReachView => {
    cancel()
    id = ''
    return become(IDLE)
  }
  /** A phone that joins shows the same as one that opens the test address. */
  const seen = (): void => {
    if (view.state !== 'waiting' && view.state !== 'failed') return
    cancel()
    become({ ...view, state: 'reached', causes: [] })
  }
  return {
    view: (): ReachView => view,
    /** `base` is the room's address; `few`: the computer has only one network, so that it is unlikely to be the wrong one. */
    start: (base: string, few: boolean): ReachView => {
      cancel()
      id = base64url(deps.randomBytes(16))
      const causes: ReachView['causes'] = few
        ? ['firewall', 'client-isolation', 'interface']
        : ['interface', 'firewall', 'client-isolation']
      cancel = deps.timers.after(PATIENCE, () => {
        if (view.state === 'waiting') become({ ...view, state: 'failed', causes })
      })
      return become({ state: 'waiting', url: `${base}/reach/${id}`, causes: [], startedAt: deps.clock.now() })
    },
    stop,
    seen,
    route: (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
      if (!path.startsWith('/reach/')) return false
      const known = id !== '' && request.method === 'GET' && path === `/reach/${id}`
      if (known) seen()
      const body = known ? reachPage(deps.words('errors:reach.title'), deps.words('errors:reach.text')) : ''
      response.writeHead(known ? 200 : 404, {
        ...SAFE_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      response.end(body)
      return true
    },
  }
}
export type Reach = ReturnType<typeof createReach>

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)

const reachPage = (title: string, text: string): string =>
  `<!doctype html><html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:20px/1.5 system-ui,sans-serif;margin:15vh 8vw;text-align:center}b{font-size:72px;color:#1c7c54}</style>
<b aria-hidden="true">✓</b><h1>${escaped(title)}</h1><p>${escaped(text)}</p></html>`
