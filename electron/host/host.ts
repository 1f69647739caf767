import { isEmptyDiff } from '@core/change/diff'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { EventKind } from '@core/model/work'
import type { PushName, Pushes } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { Notice, OpenedSession } from '@core/protocol/views'
import { openAppKey } from './app-key'
import { broadcastChange } from './broadcast'
import { createConnections } from './connections'
import { createDispatcher } from './dispatcher'
import { greet } from './greeting'
import { cardHandlers } from './handlers/cards'
import { documentHandlers } from './handlers/document'
import { exportHandlers } from './handlers/exports'
import { historyHandlers } from './handlers/history'
import { homeHandlers } from './handlers/home'
import { nextHandlers } from './handlers/next'
import { projectorHandlers } from './handlers/projector'
import { roomHandlers } from './handlers/room'
import { sessionHandlers } from './handlers/session'
import { settingsHandlers } from './handlers/settings'
import { voteHandlers } from './handlers/votes'
import { createHomeIndex } from './home-index'
import { createJobs } from './jobs'
import { openLibrary } from './library'
import type { LinkRole } from './links'
import { createLinks } from './links'
import { outgoing, push } from './outgoing'
import type { HostDeps } from './ports'
import { createPreviews } from './previews'
import { createReach } from './reach'
import { createRoom } from './room'
import type { Connection, HostConnection, Seat } from './seat'
import { viewOf } from './seat'
import { startLanServer } from './server/lan-server'
import type { LoopbackServer } from './server/loopback-server'
import { startLoopbackServer } from './server/loopback-server'
import { readPages } from './server/pages'
import { takeUpload, uploadRoute } from './server/upload'
import type { Services } from './services'
import { createSessions } from './sessions'
import { openSettings } from './settings'
import { createThrottle } from './throttle'
import { turnoutForPhones } from './turnout'
import { createVotes } from './votes'
import type { Workspace } from './workspace'

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
  readonly upload: (token: string, bytes: Uint8Array) => Promise<{ readonly status: number; readonly body: string }>
  /** Asks the facilitator's pages to run one of their actions. */
  readonly runAction: (action: string) => void
  readonly recentFiles: () => readonly string[]
  /** Waits for the last write; everything is closed when it resolves. */
  readonly stop: () => Promise<void>
}

const LAPTOP: readonly Role[] = ['facilitator', 'co-facilitator']
const SCREENS: readonly Role[] = [...LAPTOP, 'projector']
const PHONES: readonly Role[] = ['participant', 'kiosk']
/** Turnout: at most four times a second on the screens, every two seconds on a thousand phones. */
const TURNOUT = { screens: 250, phones: 2_000 } as const
const ROOM_PUSHES = 250

/** Puts the host's parts together. Reads settings, words and templates; opens no port and no session. */
export const createHost = async (deps: HostDeps): Promise<Host> => {
  const settings = await openSettings(deps.appData)
  const library = await openLibrary(deps.resources, deps.samples, deps.log)
  const pages = await readPages(deps.pages)
  const links = createLinks(await openAppKey(deps.appData, deps.randomBytes), deps.randomBytes)
  const previews = createPreviews(deps)
  let loopback: LoopbackServer | null = null

  const tell = <N extends PushName>(roles: readonly Role[], name: N, data: Pushes[N]): void =>
    connections.tell(roles, push(name, data))

  /** A file of the shell's that did not open, until a page is there to say so. */
  let notOpened: Failure | null = null

  const connections = createConnections(deps, {
    greet: async (seat, hello) => {
      const why = await greet(services, seat, hello)
      if (why || seat.role !== 'facilitator' || !notOpened) return why
      connections.send(seat, push('open.failed', { failure: notOpened }))
      notOpened = null
      return null
    },
    ask: (seat, { id, name, args }) => void answer(seat, id, name, args),
    voice: (seat, voiceId) => {
      seat.voiceId = voiceId
    },
    left: (seat) => {
      if (seat.device !== '') roomChanged.call()
    },
  })

  const answer = async (seat: Seat, id: number, name: string, args: unknown): Promise<void> => {
    const result = await dispatch(name, args, { seat, req: id })
    const body = result.ok
      ? ({ ok: true, result: result.value } as const)
      : ({ ok: false, failure: result.error } as const)
    connections.send(seat, outgoing({ t: 'res', id, ...body }))
  }

  const phones = (): number => [...connections.ready(...PHONES)].length
  const roomChanged = createThrottle(deps.timers, ROOM_PUSHES, () => tell(SCREENS, 'room.changed', room.view()))
  const reach = createReach({
    ...deps,
    changed: (view) => tell(LAPTOP, 'reach.changed', view),
    words: deps.words.english,
  })
  const room = createRoom({
    ...deps,
    startServer: (address, ports) =>
      startLanServer(address, ports, {
        pages,
        routes: [reach.route],
        randomBytes: deps.randomBytes,
        attach: (connection) => connections.attach(connection),
      }),
    phones,
    chosenAddress: () => settings.get().networkAddress,
    changed: () => roomChanged.call(),
    notice: (notice) => addNotice(notice),
  })
  const votes = createVotes({
    ...deps,
    secret: () => room.state()?.secret ?? null,
    phones,
    turnoutChanged: () => {
      screensTurnout.call()
      phonesTurnout.call()
    },
  })
  const screensTurnout = createThrottle(deps.timers, TURNOUT.screens, () => {
    for (const turnout of votes.turnouts()) tell(SCREENS, 'vote.turnout', turnout)
  })
  const phonesTurnout = createThrottle(deps.timers, TURNOUT.phones, () => {
    for (const turnout of votes.turnouts()) tell(PHONES, 'vote.turnout', turnoutForPhones(turnout))
  })
  const jobs = createJobs(deps, (job) => tell(LAPTOP, 'job.changed', job))

  /** While a session opens nobody has it yet: the notice goes with the snapshot. */
  let opening: Workspace | null = null
  const addNotice = (notice: Notice): void => {
    const workspace = opening ?? sessions.current()
    workspace?.notices.push(notice)
    if (!opening) tell(LAPTOP, 'notice', notice)
  }

  const sessions = createSessions(deps, {
    applied: votes.applied,
    durable: (seq, diffs, caller) => broadcastChange(connections, seq, diffs, caller),
    saveState: (state) => tell(LAPTOP, 'save.changed', state),
    history: () => {
      for (const seat of connections.ready(...LAPTOP)) {
        const view = seat.role && sessions.current()?.undo.view(seat.role)
        if (view) connections.send(seat, push('history.changed', view))
      }
    },
    opening: async (workspace) => {
      opening = workspace
      try {
        await votes.enter(workspace)
        if (!workspace.store.readOnly) await room.enter(workspace.sessionId)
      } finally {
        opening = null
      }
    },
    opened: (workspace) => {
      for (const seat of connections.ready()) {
        if (!seat.role) continue
        seat.since = workspace.lastSeq()
        connections.send(seat, push('session.opened', { snapshot: workspace.snapshotFor(seat.role) }))
      }
      tell(LAPTOP, 'save.changed', workspace.saveState())
      tell(LAPTOP, 'history.changed', { undo: null, redo: null })
      roomChanged.call()
    },
    leaving: async (_workspace, stopping) => {
      connections.endAll(stopping ? 'shutting-down' : 'room-closed', 'lan')
      reach.stop()
      previews.clear()
      await room.leave(stopping)
      await votes.leave()
    },
    left: (why) => {
      tell(SCREENS, 'session.left', why ? { failure: why } : {})
      roomChanged.call()
    },
  })

  const services: Services = {
    deps,
    settings,
    links,
    connections,
    sessions,
    home: createHomeIndex(deps.dataDir, settings.recents, deps.words.english, () => services.today()),
    library,
    room,
    reach,
    votes,
    jobs,
    previews,
    origin: () => loopback?.origin ?? null,
    turnoutFor: (role, turnout) => push('vote.turnout', viewOf(role) === 'phone' ? turnoutForPhones(turnout) : turnout),
    today: () => localDay(deps.clock.now()),
    note: (kind, ref) => noteEvent(sessions.current(), kind, deps, ref),
  }

  const dispatch = createDispatcher(
    [
      documentHandlers(services),
      historyHandlers(services),
      homeHandlers(services),
      nextHandlers(services),
      sessionHandlers(services),
      cardHandlers(services),
      voteHandlers(services),
      roomHandlers(services),
      exportHandlers(services),
      settingsHandlers(services),
      projectorHandlers(services),
    ],
    deps.log,
  )

  return {
    attach: connections.attach,
    openFile: async (path) => {
      const opened = await sessions.open(path)
      if (opened.ok) await settings.remember(path)
      else if ([...connections.ready('facilitator')].length === 0) notOpened = opened.error
      else tell(['facilitator'], 'open.failed', { failure: opened.error })
      return opened
    },
    serveLoopback: async (port) => {
      if (loopback) return ok(loopback.origin)
      const routes = [previews.route, uploadRoute(services)]
      const started = await startLoopbackServer(port, {
        pages,
        routes,
        randomBytes: deps.randomBytes,
        attach: connections.attach,
      })
      if (!started.ok) return err(failure('port-in-use', { port }))
      loopback = started.value
      return ok(loopback.origin)
    },
    link: (role) =>
      loopback ? `${loopback.origin}${role === 'projector' ? '/projector' : '/'}#k=${links.issue(role)}` : null,
    preview: previews.get,
    upload: (token, bytes) => takeUpload(services, token, bytes),
    runAction: (action) => tell(['facilitator'], 'action.run', { action }),
    recentFiles: settings.recents,
    stop: async () => {
      await jobs.stop()
      for (const throttle of [roomChanged, screensTurnout, phonesTurnout]) throttle.stop()
      await sessions.stop()
      connections.stop()
      await loopback?.stop()
      await settings.settled()
    },
  }
}

/** `YYYY-MM-DD` where this computer is. */
const localDay = (now: number): string => {
  const date = new Date(now)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A line for the minutes. That it cannot be written is no reason to refuse what happened. */
const noteEvent = (workspace: Workspace | null, kind: EventKind, deps: HostDeps, ref?: string): void => {
  if (!workspace || workspace.store.readOnly) return
  const at = new Date(deps.clock.now()).toISOString()
  const id = idFromBytes(deps.randomBytes(20))
  const diff = { added: [{ type: 'event', id, at, kind, ...(ref === undefined ? {} : { ref }) } as const] }
  if (!isEmptyDiff(diff)) void workspace.change(() => ok(diff), { name: 'event', by: 'host', undoable: false })
}
