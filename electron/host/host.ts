import { mkdir } from 'node:fs/promises'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { OpenedSession } from '@core/protocol/views'
import { openAppKey } from './app-key'
import { Application } from './application'
import { openLibrary } from './library'
import type { LinkRole } from './links'
import { createLinks } from './links'
import type { HostDeps } from './ports'
import type { Connection, HostConnection } from './seat'
import { startLoopbackServer } from './server/loopback-server'
import { readPages } from './server/pages'
import { blobRoute, takeBlob } from './server/blob'
import { writtenRoute } from './server/written'
import type { UploadAnswer } from './server/upload'
import { takeUpload, uploadRoute } from './server/upload'
import { openSettings } from './settings'

/** The application: everything but windows. */
export type Host = {
  /** One connection from any adapter; the answer takes its messages. */
  readonly attach: (connection: Connection) => HostConnection
  /** A session file named by the shell: command line, file manager, recent files. */
  readonly openFile: (path: string) => Promise<Result<OpenedSession, Failure>>
  /** The listener for the laptop's pages in the browser version. */
  readonly serveLoopback: (port: number) => Promise<Result<string, Failure>>
  /** An address with a one-time link; null without a loopback listener. */
  readonly link: (role: LinkRole) => string | null
  /** The finished report behind a preview address, for the desktop app's own protocol. */
  readonly preview: (id: string) => Uint8Array | null
  /** A session file sent by a page of a shell with its own protocol; status and body as `POST /file` answers. */
  readonly upload: (token: string, bytes: Uint8Array) => Promise<UploadAnswer>
  /** The same for a picture; as `POST /blob`. */
  readonly blob: (token: string, bytes: Uint8Array) => Promise<UploadAnswer>
  /** Something the facilitator is to know of the shell's displays. */
  readonly notice: (code: 'projector-unplugged' | 'projector-found') => void
  /** Asks the facilitator's pages to run one of their actions. */
  readonly runAction: (action: string) => void
  readonly recentFiles: () => readonly string[]
  /** Waits for the last write; everything is closed when it resolves. */
  readonly stop: () => Promise<void>
}

/** Reads settings, words and templates and puts the host together; opens no port and no session. */
export const createHost = async (deps: HostDeps): Promise<Host> => {
  // Where it cannot be made, the home page says so.
  await mkdir(deps.dataDir, { recursive: true }).catch(() => undefined)
  const app = new Application(deps, {
    settings: await openSettings(deps.appData, deps.storage),
    library: await openLibrary(deps.resources, deps.samples, deps.log),
    links: createLinks(await openAppKey(deps), deps.randomBytes),
    pages: await readPages(deps.pages),
  })
  return {
    attach: app.connections.attach,
    openFile: (path) => openFile(app, path),
    serveLoopback: (port) => serveLoopback(app, port),
    link: (role) => {
      const origin = app.origin()
      return origin ? `${origin}${role === 'projector' ? '/projector' : '/'}#k=${app.links.issue(role)}` : null
    },
    preview: app.previews.get,
    upload: (token, bytes) => takeUpload(app, token, bytes),
    blob: (token, bytes) => takeBlob(app, token, bytes),
    notice: (code) => app.tell(['facilitator'], 'notice', { code }),
    runAction: (action) => app.tell(['facilitator'], 'action.run', { action }),
    recentFiles: app.settings.recents,
    stop: () => app.stop(),
  }
}

const openFile = async (app: Application, path: string): Promise<Result<OpenedSession, Failure>> => {
  const opened = await app.sessions.open(path)
  if (opened.ok) await app.settings.remember(path)
  else if ([...app.connections.ready('facilitator')].length === 0) app.notOpened = opened.error
  else app.tell(['facilitator'], 'open.failed', { failure: opened.error })
  return opened
}

const serveLoopback = async (app: Application, port: number): Promise<Result<string, Failure>> => {
  if (app.loopback) return ok(app.loopback.origin)
  const { pages, previews, connections } = app
  const started = await startLoopbackServer(port, {
    pages,
    routes: [previews.route, writtenRoute(app), uploadRoute(app), blobRoute(app)],
    randomBytes: app.deps.randomBytes,
    attach: connections.attach,
  })
  if (!started.ok) return err(failure('port-in-use', { port }))
  app.loopback = started.value
  return ok(app.loopback.origin)
}
