import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RoomState } from '@core/protocol/kept'
import type { Role } from '@core/protocol/roles'
import type { GrantView, NetworkView, Notice, RoomView, ScreenView } from '@core/protocol/views'
import type { GrantProof, Granted, GrantRole, Grants } from './grants'
import { createGrants } from './grants'
import type { JoinGuard, JoinProof, Joined } from './join-guard'
import { createJoinGuard } from './join-guard'
import { listNetworks } from './networks'
import type { HostDeps } from './ports'
import { codesFor, freshCodes } from './room-groups'
import { newRoomState, roomFile } from './room-state'
import type { LanServer } from './server/lan-server'

const NEXT_PORTS = 20

type Deps = Pick<HostDeps, 'clock' | 'randomBytes' | 'interfaces' | 'appData' | 'storage' | 'roomPort' | 'log'> & {
  readonly startServer: (
    address: string,
    ports: readonly number[],
    has: (...roles: readonly GrantRole[]) => boolean,
  ) => Promise<Result<LanServer, Failure>>
  readonly phones: () => number
  readonly screens: () => readonly ScreenView[]
  /** The parallel groups of the session that is open or just opening, in order. */
  readonly groupIds: () => readonly string[]
  /** Grants whose browser is here now. */
  readonly granted: () => ReadonlySet<string>
  /** Sends the browser of a grant away. */
  readonly endGranted: (grantId: string) => void
  readonly chosenAddress: () => string | null
  readonly changed: () => void
  readonly notice: (notice: Notice) => void
}

/** The room of the open session: its listener, its code, who may come in. Closed whenever no session is open. */
export class Room {
  readonly #deps: Deps
  readonly #guard: JoinGuard
  readonly #grants: Grants
  #sessionId: string | null = null
  #state: RoomState | null = null
  #server: LanServer | null = null
  #problem: Failure | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    const { randomBytes } = deps
    const { now } = deps.clock
    this.#guard = createJoinGuard({ now, randomBytes })
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
    return this.#start(isMoving ? base : { ...freshCodes(base, randomBytes), locked: false, grants: [] }, address)
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

  join(proof: JoinProof, address: string): Result<Joined, Failure> {
    if (!this.#server || !this.#state) return err(failure('room-closed'))
    return this.#guard(this.#state, proof, address)
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
    this.#sessionId = null
    this.#problem = null
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
    if (this.#sessionId) {
      const kept = roomFile(this.#deps, this.#sessionId).write(next)
      await kept.catch(() => this.#deps.log('room-not-kept'))
    }
    this.#deps.changed()
    return this.view()
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
