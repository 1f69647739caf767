import type { Diff } from '@core/change/diff'
import { idFromBytes } from '@core/lib/id-from-bytes'
import { ok } from '@core/lib/result'
import { ordered } from '@core/model/document'
import type { RecordType } from '@core/model/records'
import type { EventKind } from '@core/model/work'
import type { PushName, Pushes } from '@core/protocol/envelope'
import { localDay } from '@core/lib/local-day'
import type { Failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { Notice, Turnout } from '@core/protocol/views'
import { broadcastChange } from './broadcast'
import type { Comparisons } from './compare'
import { createComparisons } from './compare'
import { Connections } from './connections'
import type { Hello } from './connections'
import type { Dispatch } from './dispatcher'
import { createDispatcher } from './dispatcher'
import { greet } from './greeting'
import { allHandlers } from './handlers/all'
import { Hearing } from './hearing'
import type { HomeIndex } from './home-index'
import { createHomeIndex } from './home-index'
import type { Jobs } from './jobs'
import { createJobs } from './jobs'
import type { LastShown } from './last-shown'
import { createLastShown } from './last-shown'
import type { Library } from './library'
import type { Links } from './links'
import type { Outgoing } from './outgoing'
import { outgoing, push } from './outgoing'
import type { HostDeps } from './ports'
import { forgetPulseMarks } from './pulse-marks'
import type { Previews } from './previews'
import { createPreviews } from './previews'
import type { Reach } from './reach'
import { createReach } from './reach'
import { Room } from './room'
import type { Seat } from './seat'
import { viewOf } from './seat'
import { blobRoute } from './server/blob'
import { startLanServer } from './server/lan-server'
import type { LoopbackServer } from './server/loopback-server'
import type { Pages } from './server/pages'
import type { Services } from './services'
import type { SessionHooks, Sessions } from './sessions'
import { createSessions } from './sessions'
import { withChosenFolder } from './settings'
import type { SettingsStore } from './settings'
import type { Slips } from './slips'
import { createSlips } from './slips'
import type { Throttle } from './throttle'
import { createThrottle } from './throttle'
import { turnoutForPhones, turnoutForScreens } from './turnout'
import { Votes } from './votes'
import type { Workspace } from './workspace'

const LAPTOP: readonly Role[] = ['facilitator', 'co-facilitator']
const SCREENS: readonly Role[] = [...LAPTOP, 'projector']
const PHONES: readonly Role[] = ['participant', 'kiosk']
/** Turnout: at most four times a second on the screens, every two seconds on a thousand phones. */
const TURNOUT = { screens: 250, phones: 2_000 } as const
const ROOM_PUSHES = 250

/** What is read from disk before the parts are put together. */
export type Loaded = {
  readonly settings: SettingsStore
  readonly library: Library
  readonly links: Links
  readonly pages: Pages
}

/** The host's parts, and who tells whom. Opens no port and no session by itself. */
export class Application implements Services {
  readonly deps: HostDeps
  readonly settings: SettingsStore
  readonly library: Library
  readonly links: Links
  readonly pages: Pages
  readonly connections: Connections
  readonly sessions: Sessions
  readonly home: HomeIndex
  readonly room: Room
  readonly reach: Reach
  readonly slips: Slips
  readonly votes: Votes
  readonly hearing: Hearing
  readonly jobs: Jobs
  readonly comparisons: Comparisons
  readonly previews: Previews
  readonly lastShown: LastShown = createLastShown()
  /** Set while the browser version is served. */
  loopback: LoopbackServer | null = null
  /** A file of the shell's that did not open, until a page is there to say so. */
  notOpened: Failure | null = null
  readonly #dispatch: Dispatch
  readonly #roomChanged: Throttle
  readonly #screensTurnout: Throttle
  readonly #phonesTurnout: Throttle
  /** While a session opens nobody has it yet: what is noticed goes with the snapshot. */
  #opening: Workspace | null = null

  constructor(deps: HostDeps, loaded: Loaded) {
    this.deps = withChosenFolder(deps, loaded.settings)
    this.settings = loaded.settings
    this.library = loaded.library
    this.links = loaded.links
    this.pages = loaded.pages
    const { timers } = deps
    this.#roomChanged = createThrottle(timers, ROOM_PUSHES, () => this.tell(SCREENS, 'room.changed', this.room.view()))
    this.#screensTurnout = createThrottle(timers, TURNOUT.screens, () => this.#tellTurnout(SCREENS))
    this.#phonesTurnout = createThrottle(timers, TURNOUT.phones, () => this.#tellTurnout(PHONES), true)
    this.connections = this.#makeConnections()
    this.reach = this.#makeReach()
    this.room = this.#makeRoom()
    this.slips = createSlips({ secret: this.room.secret, view: () => this.sessions.current()?.tables ?? null })
    this.votes = this.#makeVotes()
    this.hearing = this.#makeHearing()
    this.jobs = createJobs(deps, (job) => this.tell(['facilitator'], 'job.changed', job))
    this.previews = createPreviews(deps)
    this.sessions = createSessions(deps, this.#sessionHooks())
    this.home = createHomeIndex({
      dataDir: () => this.deps.dataDir,
      recents: this.settings.recents,
      words: deps.words.english,
      today: this.today,
      live: (path) => {
        const workspace = this.sessions.current()
        return workspace?.path() === path ? workspace.tables : null
      },
      openElsewhere: deps.storage.openElsewhere,
    })
    this.comparisons = createComparisons(this)
    this.#dispatch = createDispatcher(allHandlers(this), deps.log)
  }

  tell<N extends PushName>(roles: readonly Role[], name: N, data: Pushes[N]): void {
    this.connections.tell(roles, push(name, data))
  }

  origin = (): string | null => this.loopback?.origin ?? null

  turnoutFor = (role: Role, turnout: Turnout): Outgoing => push('vote.turnout', turnoutSeenBy(role, turnout))

  today = (): string => localDay(this.deps.clock.now())

  /** That a line for the minutes cannot be written is no reason to refuse what happened. */
  note = (kind: EventKind, ref?: string): void => {
    const { clock, randomBytes } = this.deps
    const at = new Date(clock.now()).toISOString()
    const id = idFromBytes(randomBytes(20))
    const event = { type: 'event', id, at, kind, ...(ref === undefined ? {} : { ref }) } as const
    const change = { name: 'event', by: 'host', undoable: false } as const
    void this.sessions.current()?.change(() => ok({ added: [event] }), change)
  }

  async stop(): Promise<void> {
    await this.jobs.stop()
    this.hearing.stop()
    for (const throttle of [this.#roomChanged, this.#screensTurnout, this.#phonesTurnout]) throttle.stop()
    await this.sessions.stop()
    this.connections.stop()
    await this.loopback?.stop()
    await this.deps.reports?.close?.()
    await this.settings.settled()
  }

  #makeConnections(): Connections {
    return new Connections(this.deps, {
      greet: this.#greet,
      ask: (seat, { id, name, args }) => void this.#answer(seat, id, name, args),
      voice: (seat, voiceId) => {
        const isOther = seat.voiceId !== voiceId
        seat.voiceId = voiceId
        if (isOther && isInRoom(seat)) this.#roomChanged.call()
      },
      left: (seat) => {
        if (seat.role === 'participant') this.room.phoneLeft(seat)
        if (isInRoom(seat)) this.#roomChanged.call()
      },
    })
  }

  #greet = async (seat: Seat, hello: Hello): Promise<Failure | null> => {
    const why = await greet(this, seat, hello)
    if (why) return why
    if (isInRoom(seat)) this.#roomChanged.call()
    if (seat.role === 'facilitator' && this.notOpened) {
      this.connections.send(seat, push('open.failed', { failure: this.notOpened }))
      this.notOpened = null
    }
    return null
  }

  async #answer(seat: Seat, id: number, name: string, args: unknown): Promise<void> {
    const result = await this.#dispatch(name, args, { seat, req: id })
    const body = result.ok
      ? ({ ok: true, result: result.value } as const)
      : ({ ok: false, failure: result.error } as const)
    this.connections.send(seat, outgoing({ t: 'res', id, ...body }))
  }

  #makeReach(): Reach {
    const changed = (view: Pushes['reach.changed']): void => this.tell(LAPTOP, 'reach.changed', view)
    return createReach({ ...this.deps, changed, words: this.deps.words.english })
  }

  #makeRoom(): Room {
    const { deps, pages, connections } = this
    return new Room({
      ...deps,
      startServer: (address, ports, has) =>
        startLanServer(address, ports, {
          has,
          pages,
          routes: [this.reach.route, blobRoute(this)],
          randomBytes: deps.randomBytes,
          attach: connections.attach,
        }),
      phones: connections.phones,
      phonesHere: connections.phonesHere,
      endPhone: (device) => {
        const seat = connections.phone(device)
        if (seat) connections.end(seat, 'removed')
      },
      screens: () =>
        [...connections.ready('projector')].map(({ groupId, grantId }) => ({ groupId, granted: grantId !== null })),
      groupIds: () => {
        const workspace = this.#opening ?? this.sessions.current()
        return workspace ? ordered(workspace.tables, 'group').map(({ id }) => id) : []
      },
      granted: () => new Set([...connections.ready()].flatMap(({ grantId }) => grantId ?? [])),
      endGranted: (grantId) => {
        const seat = connections.granted(grantId)
        if (seat) connections.end(seat, 'removed')
      },
      isSlip: (typed) => this.slips.isCurrent(typed),
      chosenAddress: () => this.settings.get().networkAddress,
      changed: () => this.#roomChanged.call(),
      notice: (notice) => this.#addNotice(notice),
    })
  }

  #makeVotes(): Votes {
    return new Votes({
      ...this.deps,
      secret: this.room.secret,
      ensureSecret: this.room.ensureSecret,
      slips: this.slips,
      phones: this.connections.phones,
      turnoutChanged: () => {
        this.#screensTurnout.call()
        this.#phonesTurnout.call()
      },
    })
  }

  #makeHearing(): Hearing {
    const phones = (groupId?: string): number =>
      [...this.connections.ready('participant')].filter((seat) => groupId === undefined || seat.groupId === groupId)
        .length
    return new Hearing({ ...this.deps, phones, tell: (roles, name, data) => this.tell(roles, name, data) })
  }

  #tellTurnout(roles: readonly Role[]): void {
    for (const turnout of this.votes.turnouts()) {
      for (const role of roles) this.tell([role], 'vote.turnout', turnoutSeenBy(role, turnout))
    }
  }

  #addNotice(notice: Notice): void {
    const workspace = this.#opening ?? this.sessions.current()
    workspace?.notices.push(notice)
    if (!this.#opening) this.tell(['facilitator'], 'notice', notice)
  }

  #sessionHooks(): SessionHooks {
    return {
      applied: (diff) => {
        this.votes.applied(diff)
        this.hearing.applied(diff)
        this.#forgetMarks(diff)
        this.lastShown.note(diff)
        if (touches(diff, 'group')) void this.room.syncGroups()
      },
      durable: (seq, diffs, caller) => broadcastChange(this.connections, seq, diffs, caller),
      saveState: (state) => this.tell(LAPTOP, 'save.changed', state),
      history: this.#tellHistory,
      opening: this.#openingSession,
      opened: this.#openedSession,
      leaving: async (_workspace, stopping) => {
        this.connections.endAll(stopping ? 'shutting-down' : 'room-closed', 'lan', 'granted')
        this.reach.stop()
        this.previews.clear()
        this.hearing.leave()
        const votes = this.votes.leave()
        await this.room.leave(stopping)
        await votes
      },
      left: (why) => {
        this.tell(SCREENS, 'session.left', why ? { failure: why } : {})
        this.tell(LAPTOP, 'home.changed', {})
        this.#roomChanged.call()
      },
    }
  }

  /** With the session's close nobody answers any more: who did is nobody's business then. */
  #forgetMarks(diff: Diff): void {
    const closed = (diff.changed ?? []).find(({ type, to }) => type === 'session' && to['state'] === 'closed')
    if (closed) void forgetPulseMarks(this.deps, closed.id).catch(() => undefined)
  }

  #tellHistory = (): void => {
    for (const seat of this.connections.ready(...LAPTOP)) {
      const view = seat.role && this.sessions.current()?.undo.view(seat.role)
      if (view) this.connections.send(seat, push('history.changed', view))
    }
  }

  #openingSession = async (workspace: Workspace): Promise<void> => {
    this.#opening = workspace
    this.lastShown.clear()
    try {
      await this.votes.enter(workspace)
      if (!workspace.store.readOnly) await this.room.enter(workspace.sessionId)
    } finally {
      this.#opening = null
    }
  }

  #openedSession = (workspace: Workspace): void => {
    this.hearing.enter(workspace)
    for (const seat of this.connections.ready()) {
      if (!seat.role) continue
      seat.since = workspace.lastSeq()
      this.connections.send(seat, push('session.opened', { snapshot: workspace.snapshotFor(seat.role) }))
    }
    this.tell(LAPTOP, 'save.changed', workspace.saveState())
    this.tell(LAPTOP, 'history.changed', { undo: null, redo: null })
    this.#roomChanged.call()
  }
}

const turnoutSeenBy = (role: Role, turnout: Turnout): Turnout => {
  const view = viewOf(role)
  return view === 'phone' ? turnoutForPhones(turnout) : view === 'projector' ? turnoutForScreens(turnout) : turnout
}

/** Counted or listed for the facilitator: phones, projectors, and whoever came by a grant. */
const isInRoom = (seat: Seat): boolean => seat.device !== '' || seat.grantId !== null || seat.role === 'projector'

const touches = ({ added = [], changed = [], removed = [] }: Diff, type: RecordType): boolean =>
  [...added, ...changed, ...removed].some((part) => part.type === type)
