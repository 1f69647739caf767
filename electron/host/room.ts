import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RoomState } from '@core/protocol/kept'
import type { Role } from '@core/protocol/roles'
import type { GrantView, NetworkView, Notice, PhoneView, RoomView, ScreenView } from '@core/protocol/views'
import type { GrantProof, Granted, GrantRole, Grants } from './grants'
import { createGrants } from './grants'
import type { JoinGuard, JoinProof, Joined } from './join-guard'
import { createJoinGuard } from './join-guard'
import { listNetworks } from './networks'
import type { HostDeps } from './ports'
import { codesFor, freshCodes } from './room-groups'
import { createRoomPhones, MOST_PHONES, phoneIdOf } from './room-phones'
import { newRoomState, roomFile } from './room-state'
import { checkToken } from './secrets'
import type { LanServer } from './server/lan-server'
import { failureOfThrown } from './storage-failures'

const NEXT_PORTS = 20
/** As many as the kept state may hold. */
const MOST_REMOVED = 5_000

/** `isNew`: this device was not here before. */
export type Entered = Joined & { readonly isNew: boolean }

type Deps = Pick<HostDeps, 'clock' | 'randomBytes' | 'interfaces' | 'appData' | 'storage' | 'roomPort' | 'log'> & {
  readonly startServer: (
    address: string,
    ports: readonly number[],
    has: (...roles: readonly GrantRole[]) => boolean,
  ) => Promise<Result<LanServer, Failure>>
  readonly phones: () => number
  readonly phonesHere: () => Iterable<{ readonly device: string; readonly voiceId: string | null }>
  /** Sends a phone away. */
  readonly endPhone: (device: string) => void
  readonly screens: () => readonly ScreenView[]
  /** The parallel groups of the session that is open or just opening, in order. */
  readonly groupIds: () => readonly string[]
  /** Grants whose browser is here now. */
  readonly granted: () => ReadonlySet<string>
  /** Sends the browser of a grant away. */
  readonly endGranted: (grantId: string) => void
  /** Whether it is the code of a slip that can be used now. */
  readonly isSlip: (typed: string) => boolean
  readonly chosenAddress: () => string | null
  readonly changed: () => void
  readonly notice: (notice: Notice) => void
}

/** The room of the open session: its listener, its code, who may come in. Closed whenever no session is open. */
export class Room {
  readonly #deps: Deps
  readonly #guard: JoinGuard
  readonly #grants: Grants
  readonly #phones: ReturnType<typeof createRoomPhones>
  #sessionId: string | null = null
  #state: RoomState | null = null
  /** What is in `#state` is on disk. */
  #isKept = false
  #server: LanServer | null = null
  #problem: Failure | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    const { randomBytes } = deps
    const { now } = deps.clock
    this.#guard = createJoinGuard({ now, randomBytes, isSlip: deps.isSlip })
    this.#phones = createRoomPhones(deps.phonesHere)
    this.#grants = createGrants({
      now,
      randomBytes,
      state: () => (this.#server ? this.#state : null),
      keep: async (grants) => this.#state && (await this.#update({ ...this.#state, grants: [...grants] })),
      origin: () => `http://${this.view().typed}`,
      connected: deps.granted,
      end: deps.endGranted,
    })
  }

  /** Signs device tokens and credentials of ballots. */
  secret = (): string | null => this.#state?.secret ?? null
  /** The same, made if there is none yet, and on disk: what is printed with it must hold after a restart. */
  ensureSecret = async (): Promise<Result<string, Failure>> => {
    const sessionId = this.#sessionId
    if (!sessionId) return err(failure('no-session'))
    const state = (this.#state ??= newRoomState(this.#deps.randomBytes))
    if (this.#isKept) return ok(state.secret)
    try {
      await this.#write(sessionId, state)
    } catch (error) {
      return err(failureOfThrown(error))
    }
    return ok(state.secret)
  }

  networks = (): NetworkView[] => listNetworks(this.#deps.interfaces())

  view(): RoomView {
    const { code = '', wifi = null, locked = false, qr = '', groups = [] } = this.#state ?? {}
    const { address = '', port = 0 } = this.#server ?? {}
    const open = this.#server !== null
    const typed = open ? `${address}:${port}` : ''
    const joinUrl = (secret: string): string => `http://${typed}/#s=${secret}`
    return {
      open,
      locked: open && locked,
      code: open ? code : '',
      address,
      port,
      typed,
      url: open ? joinUrl(qr) : '',
      phones: this.#deps.phones(),
      cap: this.#state?.cap ?? null,
      wifi,
      failure: this.#problem,
      groups: open ? groups.map((group) => ({ groupId: group.groupId, code: group.code, url: joinUrl(group.qr) })) : [],
      screens: this.#deps.screens(),
    }
  }

  /** Opens anew with a fresh code; phones that were here before need none. Elsewhere: the same room at another address. */
  async open(wanted: string | undefined): Promise<Result<RoomView, Failure>> {
    if (!this.#sessionId) return err(failure('no-session'))
    const address = this.#pickAddress(wanted)
    if (address === null) return this.#fail(failure('no-network'))
    if (this.#server?.address === address) return ok(this.view())
    const isMoving = this.#server !== null
    await this.#stopServer()
    const { randomBytes } = this.#deps
    const base = this.#state ?? newRoomState(randomBytes)
    if (isMoving) return this.#start(base, address)
    this.#phones.clear()
    return this.#start({ ...freshCodes(base, randomBytes), locked: false, grants: [], removed: [] }, address)
  }

  async close(): Promise<RoomView> {
    await this.#stopServer()
    this.#problem = null
    return this.#state ? this.#update({ ...this.#state, open: false, grants: [] }) : this.view()
  }

  async lock(locked: boolean): Promise<Result<RoomView, Failure>> {
    if (!this.#server || !this.#state) return err(failure('room-closed'))
    return ok(await this.#update({ ...this.#state, locked }))
  }

  async setWifi(wifi: { readonly name: string; readonly password: string }): Promise<Result<RoomView, Failure>> {
    if (!this.#sessionId) return err(failure('no-session'))
    return ok(await this.#update({ ...(this.#state ?? newRoomState(this.#deps.randomBytes)), wifi }))
  }

  /** Most phones at once; null: as many as the app can take. Also of a room that is not open yet. */
  async setCap(most: number | null): Promise<Result<RoomView, Failure>> {
    if (!this.#sessionId) return err(failure('no-session'))
    return ok(await this.#update({ ...(this.#state ?? newRoomState(this.#deps.randomBytes)), cap: most }))
  }

  /** Whether the proof is good. Who is let in then is asked of `refusal`, when the connection is taken. */
  join(proof: JoinProof, address: string): Result<Entered, Failure> {
    if (!this.#server || !this.#state) return err(failure('room-closed'))
    const joined = this.#guard(this.#state, proof, address)
    const isNew = proof.device === undefined || checkToken(this.#state.secret, 'device', proof.device) === null
    return joined.ok ? ok({ ...joined.value, isNew }) : joined
  }

  /** Why a phone with a good proof stays out: sent away, or no place left. Who was here before always has one. */
  refusal({ device, isNew }: Pick<Entered, 'device' | 'isNew'>): Failure | null {
    const state = this.#state
    if (!state || !this.#server) return failure('room-closed')
    if (state.removed?.includes(phoneIdOf(state, device))) return failure('phone-removed')
    const limit = Math.min(state.cap ?? MOST_PHONES, MOST_PHONES)
    return isNew && this.#deps.phones() >= limit ? failure('room-full', { limit }) : null
  }

  phones = (): PhoneView[] => (this.#server && this.#state ? this.#phones.list(this.#state) : [])
  phoneLeft = (phone: { readonly device: string; readonly voiceId: string | null }): void => {
    if (this.#server && this.#state) this.#phones.left(this.#state, phone)
  }

  /** Sends a phone away until the room is opened anew. What it handed in stays. */
  async removePhone(phoneId: string): Promise<Result<null, Failure>> {
    const state = this.#server && this.#state
    if (!state) return err(failure('room-closed'))
    const { removed = [] } = state
    if (removed.includes(phoneId)) return ok(null)
    const device = this.#phones.deviceOf(state, phoneId)
    if (device === undefined) return err(failure('not-found', { type: 'phone' }))
    if (removed.length >= MOST_REMOVED) return err(failure('too-many', { limit: MOST_REMOVED }))
    const written = this.#update({ ...state, removed: [...removed, phoneId] })
    // At once: nobody waits for a disk to be sent away.
    if (device !== null) this.#deps.endPhone(device)
    await written
    return ok(null)
  }

  grants = (): GrantView[] => this.#grants.list()
  grant = async (role: GrantRole, groupId: string | undefined): Promise<Result<GrantView, Failure>> => {
    const here = this.networks().some(({ address }) => address === this.#server?.address)
    // The address would lead nowhere: the Wi-Fi went away under the open room.
    return this.#server && !here ? err(failure('no-network')) : this.#grants.issue(role, groupId)
  }
  revoke = (grantId: string): Promise<Result<null, Failure>> => this.#grants.revoke(grantId)
  enterGranted = (role: Role, proof: GrantProof, address: string): Promise<Result<Granted, Failure>> =>
    this.#grants.accept(role, proof, address)

  /** The session's parallel groups have changed, or may have: each has a code of its own, at once. */
  async syncGroups(): Promise<void> {
    const groups = this.#state && codesFor(this.#state, this.#deps.groupIds(), this.#deps.randomBytes)
    if (this.#state && groups) await this.#update({ ...this.#state, groups: [...groups] })
  }

  /** A session was opened: its room comes back if the app stopped while it was open. */
  async enter(sessionId: string): Promise<void> {
    this.#sessionId = sessionId
    const read = await roomFile(this.#deps, sessionId).read()
    this.#state = read.kind === 'read' ? read.value : null
    this.#isKept = this.#state !== null
    this.#problem = null
    if (!this.#state?.open) return
    const address = this.#pickAddress(this.#state.address) ?? this.#pickAddress(undefined)
    if (address === null) {
      this.#problem = failure('no-network')
      return
    }
    const { code } = this.#state
    const started = await this.#start(this.#state, address)
    if (started.ok) this.#deps.notice({ code: 'room-reopened', params: { code } })
  }

  /** `keep`: the app ends; the room is to come back with the session. */
  async leave(keep: boolean): Promise<void> {
    await this.#stopServer()
    if (this.#state?.open && !keep) await this.#update({ ...this.#state, open: false, grants: [] })
    this.#state = null
    this.#isKept = false
    this.#sessionId = null
    this.#problem = null
    this.#phones.clear()
  }

  async #start(base: RoomState, address: string): Promise<Result<RoomView, Failure>> {
    const ports = this.#portsFor(base.port)
    const started = await this.#deps.startServer(address, ports, this.#grants.has)
    if (!started.ok) return this.#fail(started.error)
    this.#problem = null
    this.#server = started.value
    const { port } = this.#server
    const [wanted = 0] = ports
    if (wanted !== 0 && wanted !== port) {
      this.#deps.notice({ code: 'port-taken', params: { port: wanted, instead: port } })
    }
    const groups = codesFor(base, this.#deps.groupIds(), this.#deps.randomBytes) ?? base.groups ?? []
    return ok(await this.#update({ ...base, groups: [...groups], address, port, open: true }))
  }

  #fail(why: Failure): Result<RoomView, Failure> {
    this.#problem = why
    this.#deps.changed()
    return err(why)
  }

  async #update(next: RoomState): Promise<RoomView> {
    this.#state = next
    // Without it the room would not come back by itself after a crash; it works all the same.
    if (this.#sessionId) await this.#write(this.#sessionId, next).catch(() => this.#deps.log('room-not-kept'))
    this.#deps.changed()
    return this.view()
  }

  async #write(sessionId: string, state: RoomState): Promise<void> {
    this.#isKept = false
    await roomFile(this.#deps, sessionId).write(state)
    this.#isKept = this.#state === state
  }

  #portsFor(kept: number): number[] {
    const first = kept || this.#deps.roomPort
    return first === 0 ? [0] : [...Array.from({ length: NEXT_PORTS }, (_, step) => first + step), 0]
  }

  #pickAddress(wanted: string | undefined): string | null {
    const usable = this.networks().map((network) => network.address)
    if (wanted !== undefined) return usable.includes(wanted) ? wanted : null
    const chosen = this.#deps.chosenAddress()
    return chosen !== null && usable.includes(chosen) ? chosen : (usable[0] ?? null)
  }

  async #stopServer(): Promise<void> {
    const running = this.#server
    this.#server = null
    await running?.stop()
  }
}
