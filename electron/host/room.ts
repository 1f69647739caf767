import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { NetworkView, Notice, RoomView } from '@core/protocol/views'
import type { JoinProof, Joined } from './join-guard'
import { createJoinGuard } from './join-guard'
import { newJoinCode } from './join-code'
import { listNetworks } from './networks'
import type { HostDeps } from './ports'
import type { RoomState } from './room-state'
import { newRoomState, readRoomState, writeRoomState } from './room-state'
import { base64url } from './secrets'
import type { LanServer } from './server/lan-server'

const NEXT_PORTS = 20

type Deps = Pick<HostDeps, 'clock' | 'randomBytes' | 'interfaces' | 'appData' | 'roomPort' | 'log'> & {
  readonly startServer: (address: string, ports: readonly number[]) => Promise<Result<LanServer, Failure>>
  readonly phones: () => number
  readonly chosenAddress: () => string | null
  readonly changed: (view: RoomView) => void
  readonly notice: (notice: Notice) => void
}

/** The room of the open session: its listener, its code, who may come in. Closed whenever no session is open. */
export const createRoom = (deps: Deps) => {
  const guard = createJoinGuard({ now: deps.clock.now, randomBytes: deps.randomBytes })
  let sessionId: string | null = null
  let state: RoomState | null = null
  let server: LanServer | null = null
  let problem: Failure | null = null

  const view = (): RoomView => {
    const open = server !== null && state !== null
    const { code = '', wifi = null, locked = false, qr = '' } = state ?? {}
    const [address, port] = [server?.address ?? '', server?.port ?? 0]
    const typed = open ? `${address}:${port}` : ''
    return {
      open,
      locked: open && locked,
      code: open ? code : '',
      address,
      port,
      typed,
      url: open ? `http://${typed}/#s=${qr}` : '',
      phones: deps.phones(),
      wifi,
      failure: problem,
    }
  }

  const update = async (next: RoomState): Promise<RoomView> => {
    state = next
    // Without it the room would not come back by itself after a crash; it works all the same.
    if (sessionId) await writeRoomState(deps.appData, sessionId, next).catch(() => deps.log('room-not-kept'))
    deps.changed(view())
    return view()
  }

  const portsFor = (kept: number): number[] => {
    const first = kept || deps.roomPort
    return first === 0 ? [0] : [...Array.from({ length: NEXT_PORTS }, (_, step) => first + step), 0]
  }

  const start = async (base: RoomState, address: string): Promise<Result<RoomView, Failure>> => {
    const ports = portsFor(base.port)
    const started = await deps.startServer(address, ports)
    problem = started.ok ? null : started.error
    if (!started.ok) {
      deps.changed(view())
      return started
    }
    server = started.value
    const [wanted = 0] = ports
    if (wanted !== 0 && wanted !== server.port) {
      deps.notice({ code: 'port-taken', params: { port: wanted, instead: server.port } })
    }
    return ok(await update({ ...base, address, port: server.port, open: true }))
  }

  const networks = (): NetworkView[] => listNetworks(deps.interfaces())

  const pickAddress = (wanted: string | undefined): string | null => {
    const usable = networks()
    const has = (address: string | null | undefined): boolean => usable.some((network) => network.address === address)
    if (wanted !== undefined) return has(wanted) ? wanted : null
    const chosen = deps.chosenAddress()
    return chosen !== null && has(chosen) ? chosen : (usable[0]?.address ?? null)
  }

  const stopServer = async (): Promise<void> => {
    const running = server
    server = null
    await running?.stop()
  }

  return {
    view,
    networks,
    state: (): RoomState | null => state,
    /** Opens anew with a fresh code; phones that were here before need none. */
    open: async (wanted: string | undefined): Promise<Result<RoomView, Failure>> => {
      if (!sessionId) return err(failure('no-session'))
      const address = pickAddress(wanted)
      if (address === null) {
        problem = failure('no-network')
        deps.changed(view())
        return err(problem)
      }
      if (server?.address === address) return ok(view())
      const moving = server !== null
      await stopServer()
      const base = state ?? newRoomState(deps.randomBytes)
      const fresh = { code: newJoinCode(deps.randomBytes), qr: base64url(deps.randomBytes(16)), locked: false }
      return start(moving ? base : { ...base, ...fresh }, address)
    },
    close: async (): Promise<RoomView> => {
      await stopServer()
      problem = null
      return state ? update({ ...state, open: false }) : view()
    },
    lock: async (locked: boolean): Promise<Result<RoomView, Failure>> =>
      server && state ? ok(await update({ ...state, locked })) : err(failure('room-closed')),
    setWifi: async (wifi: { name: string; password: string }): Promise<Result<RoomView, Failure>> =>
      sessionId ? ok(await update({ ...(state ?? newRoomState(deps.randomBytes)), wifi })) : err(failure('no-session')),
    join: (proof: JoinProof, address: string): Result<Joined, Failure> =>
      server && state ? guard(state, proof, address) : err(failure('room-closed')),
    /** A session was opened: its room comes back if the app stopped while it was open. */
    enter: async (id: string): Promise<void> => {
      sessionId = id
      state = await readRoomState(deps.appData, id)
      problem = null
      if (!state?.open) return
      const address = pickAddress(state.address) ?? pickAddress(undefined)
      if (address === null) {
        problem = failure('no-network')
        return
      }
      if ((await start(state, address)).ok) deps.notice({ code: 'room-reopened', params: { code: state.code } })
    },
    /** `keep`: the app ends; the room is to come back with the session. */
    leave: async (keep: boolean): Promise<void> => {
      await stopServer()
      if (state?.open && !keep) await update({ ...state, open: false })
      state = null
      sessionId = null
      problem = null
    },
  }
}
export type Room = ReturnType<typeof createRoom>
