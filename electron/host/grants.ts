import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Proof } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RoomState } from '@core/protocol/kept'
import type { Role } from '@core/protocol/roles'
import type { GrantView } from '@core/protocol/views'
import { createGuessLimit } from './guess-limit'
import { base64url, checkToken, sameSecret, signedToken } from './secrets'

/** Screens and helpers of one room; more is a mistake, not a workshop. */
const MOST_GRANTS = 20

export type GrantProof = Extract<Proof, { kind: 'grant' }>
export type GrantRole = GrantView['role']
type Kept = NonNullable<RoomState['grants']>[number]

/** A browser that may come in. `credential` is what it shows from now on. */
export type Granted = {
  readonly grantId: string
  readonly groupId: string | null
  readonly credential: string
}

type Deps = {
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  /** The open room; null while it is closed. */
  readonly state: () => RoomState | null
  /** Answers when it is on disk, or cannot be at present. */
  readonly keep: (grants: readonly Kept[]) => Promise<unknown>
  /** `http://address:port` of the open room. */
  readonly origin: () => string
  readonly connected: () => ReadonlySet<string>
  /** Sends whoever came with it away. */
  readonly end: (grantId: string) => void
}

const PAGES: Readonly<Record<GrantRole, string>> = {
  projector: '/projector',
  'co-facilitator': '/facilitator',
  kiosk: '/tablet',
}

/**
 * What the facilitator gives to other computers in the room: a one-time 256-bit address, exchanged by the first browser
 * that comes for a credential of its own, which holds until the grant is ended or the room closes. The facilitator's
 * own role is not among them.
 */
export const createGrants = (deps: Deps) => {
  const guesses = createGuessLimit(deps.now)
  const kept = (): readonly Kept[] => deps.state()?.grants ?? []
  const urlOf = ({ role, token }: Kept): string => (token === null ? '' : `${deps.origin()}${PAGES[role]}#g=${token}`)
  const view = (grant: Kept): GrantView => ({
    grantId: grant.grantId,
    role: grant.role,
    ...(grant.groupId === undefined ? {} : { groupId: grant.groupId }),
    url: urlOf(grant),
    used: grant.token === null,
    connected: deps.connected().has(grant.grantId),
  })

  const exchange = async (grant: Kept, state: RoomState): Promise<Result<Granted, Failure>> => {
    const { grantId, groupId = null } = grant
    const written = deps.keep(kept().map((one) => (one === grant ? { ...one, token: null } : one)))
    await written
    // Ended while it was being written.
    if (!kept().some((one) => one.grantId === grantId)) return err(failure('wrong-token'))
    return ok({ grantId, groupId, credential: signedToken(state.secret, 'grant', grantId) })
  }

  return {
    list: (): GrantView[] => kept().map(view),
    has: (...roles: readonly GrantRole[]): boolean => kept().some(({ role }) => roles.includes(role)),
    issue: async (role: GrantRole, groupId: string | undefined): Promise<Result<GrantView, Failure>> => {
      if (!deps.state()) return err(failure('room-closed'))
      if (kept().length >= MOST_GRANTS) return err(failure('too-many', { limit: MOST_GRANTS }))
      const grant: Kept = {
        grantId: idFromBytes(deps.randomBytes(20)),
        role,
        ...(groupId === undefined ? {} : { groupId }),
        token: base64url(deps.randomBytes(32)),
      }
      await deps.keep([...kept(), grant])
      return ok(view(grant))
    },
    /** The token of the address, once; or the credential of the browser that used it. */
    accept: async (role: Role, { token }: GrantProof, address: string): Promise<Result<Granted, Failure>> => {
      const state = deps.state()
      if (!state) return err(failure('room-closed'))
      const grantId = checkToken(state.secret, 'grant', token)
      const again = kept().find((grant) => grant.grantId === grantId && grant.token === null)
      if (again) {
        if (again.role !== role) return err(failure('not-allowed'))
        return ok({ grantId: again.grantId, groupId: again.groupId ?? null, credential: token })
      }
      const wait = guesses.wait(address)
      if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
      const fresh = kept().find((grant) => grant.token !== null && sameSecret(grant.token, token))
      if (!fresh) {
        guesses.wrong(address)
        return err(failure('wrong-token'))
      }
      return fresh.role === role ? exchange(fresh, state) : err(failure('not-allowed'))
    },
    revoke: async (grantId: string): Promise<Result<null, Failure>> => {
      if (!kept().some((grant) => grant.grantId === grantId)) return err(failure('not-found', { type: 'grant' }))
      const written = deps.keep(kept().filter((grant) => grant.grantId !== grantId))
      // At once: nobody waits for a disk to be sent away.
      deps.end(grantId)
      await written
      return ok(null)
    },
  }
}
export type Grants = ReturnType<typeof createGrants>
