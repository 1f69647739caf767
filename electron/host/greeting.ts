import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { HostMessage, SessionState, Welcome } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Hello } from './connections'
import { outgoing, push } from './outgoing'
import type { Seat } from './seat'
import { viewOf } from './seat'
import { base64url } from './secrets'
import type { Services } from './services'
import type { Workspace } from './workspace'

/** Phones in one room at once. */
const MOST_PHONES = 2_000

type Entry = { readonly role: Role; readonly credential: string | null; readonly device: string }

const enter = (services: Services, seat: Seat, { role, proof }: Hello): Result<Entry, Failure> => {
  const { connection } = seat
  switch (proof.kind) {
    case 'window': {
      const { from, windowRole = role } = connection
      if (from !== 'window' || role !== windowRole) return err(failure('not-allowed'))
      return ok({ role, credential: null, device: role === 'kiosk' ? base64url(services.deps.randomBytes(18)) : '' })
    }
    case 'link': {
      const known = role === 'facilitator' || role === 'projector'
      if (connection.from !== 'loopback' || !known) return err(failure('not-allowed'))
      const accepted = services.links.accept(role, proof.token)
      return accepted.ok ? ok({ role, credential: accepted.value, device: '' }) : accepted
    }
    case 'grant':
      return err(failure('wrong-token'))
    case 'join': {
      // One device, one ballot: the shared kiosk is a window of the laptop, never a phone that says so.
      if (connection.from !== 'lan' || role !== 'participant') return err(failure('not-allowed'))
      if (services.connections.phones() >= MOST_PHONES) return err(failure('room-full', { limit: MOST_PHONES }))
      const joined = services.room.join(proof, connection.address)
      return joined.ok ? ok({ role, credential: joined.value.token, device: joined.value.device }) : joined
    }
  }
}

const sessionFor = (workspace: Workspace | null, role: Role, resume: Hello['resume']): SessionState => {
  if (!workspace) return { kind: 'none' }
  const changes = resume ? workspace.missed(resume.sessionId, resume.seq, viewOf(role)) : null
  if (changes) return { kind: 'missed', changes }
  return { kind: 'snapshot', snapshot: workspace.snapshotFor(role) }
}

/** Lets a connection in, with all that it needs to show the state as it is now; or says why not. */
export const greet = async (services: Services, seat: Seat, hello: Hello): Promise<Failure | null> => {
  const entered = enter(services, seat, hello)
  if (!entered.ok) return entered.error
  const { role, credential, device } = entered.value
  // Nothing is shown that might be gone after a crash.
  await services.sessions.current()?.settled()
  if (seat.state !== 'greeting') return null
  const workspace = services.sessions.current()
  const since = workspace?.lastSeq() ?? 0
  services.connections.admit(seat, { role, device, voiceId: hello.voiceId ?? null, since })
  const isLaptop = viewOf(role) === 'laptop'
  if (isLaptop) seat.upload = base64url(services.deps.randomBytes(24))
  const welcome: Welcome = {
    t: 'welcome',
    v: PROTOCOL_VERSION,
    role,
    capabilities: services.deps.capabilities,
    credential,
    groupId: null,
    upload: seat.upload,
    now: services.deps.clock.now(),
    session: sessionFor(workspace, role, hello.resume),
    room: viewOf(role) === 'phone' ? null : services.room.view(),
    settings: viewOf(role) === 'phone' ? null : services.settings.get(),
    build: services.deps.build,
  }
  services.connections.send(seat, outgoing(welcome satisfies HostMessage))
  tellRest(services, seat, role, workspace)
  if (device !== '') services.reach.seen()
  return null
}

/** State that has no place in the welcome. */
const tellRest = (services: Services, seat: Seat, role: Role, workspace: Workspace | null): void => {
  const { connections } = services
  if (viewOf(role) === 'laptop') {
    if (workspace) {
      connections.send(seat, push('save.changed', workspace.saveState()))
      connections.send(seat, push('history.changed', workspace.undo.view(role)))
    }
    if (services.reach.view().state !== 'idle') connections.send(seat, push('reach.changed', services.reach.view()))
    for (const job of services.jobs.all()) {
      if (job.state === 'running') connections.send(seat, push('job.changed', job))
    }
  }
  for (const turnout of services.votes.turnouts()) connections.send(seat, services.turnoutFor(role, turnout))
}
