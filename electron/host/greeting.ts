import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { HostMessage, SessionState, Welcome } from '@core/protocol/envelope'
import type { Capabilities, Settings } from '@core/protocol/views'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Hello } from './connections'
import { outgoing, push } from './outgoing'
import type { Seat } from './seat'
import { viewOf } from './seat'
import { base64url } from './secrets'
import { settingsElsewhere } from './settings'
import type { Services } from './services'
import type { Workspace } from './workspace'

type Entry = Pick<Seat, 'device' | 'groupId' | 'grantId'> & {
  readonly role: Role
  readonly credential: string | null
  /** A phone that was not here before. */
  readonly isNew?: boolean
}
const NOBODY: Pick<Seat, 'device' | 'groupId' | 'grantId'> = { device: '', groupId: null, grantId: null }

/** A browser on another computer has nothing of the desktop shell. */
const IN_A_BROWSER: Capabilities = { nativeDialogs: false, showFiles: false, secondWindow: false }

const enter = async (services: Services, seat: Seat, hello: Hello): Promise<Result<Entry, Failure>> => {
  const { role, proof } = hello
  const { connection } = seat
  switch (proof.kind) {
    case 'window': {
      const { from, windowRole = role } = connection
      if (from !== 'window' || role !== windowRole) return err(failure('not-allowed'))
      return ok({ ...NOBODY, role, credential: null, device: deviceOf(services, hello), groupId: ownGroup(hello) })
    }
    case 'link': {
      const known = role === 'facilitator' || role === 'projector' || role === 'kiosk'
      if (connection.from !== 'loopback' || !known) return err(failure('not-allowed'))
      const accepted = services.links.accept(role, proof.token)
      if (!accepted.ok) return accepted
      return ok({
        ...NOBODY,
        role,
        credential: accepted.value,
        device: deviceOf(services, hello),
        groupId: ownGroup(hello),
      })
    }
    case 'grant': {
      if (connection.from !== 'granted') return err(failure('not-allowed'))
      const granted = await services.room.enterGranted(role, proof, connection.address)
      if (!granted.ok) return granted
      return ok({ ...granted.value, role, device: deviceOf(services, hello, granted.value.grantId) })
    }
    case 'join': {
      // One device, one ballot: the shared kiosk is a window of the laptop, never a phone that says so.
      if (connection.from !== 'lan' || role !== 'participant') return err(failure('not-allowed'))
      const joined = services.room.join(proof, connection.address)
      if (!joined.ok) return joined
      const { token, ...who } = joined.value
      return ok({ ...NOBODY, role, credential: token, ...who })
    }
  }
}

/**
 * The tablet connects anew for each person who takes it: each turn is somebody else. Within a turn it is the same one
 * again after a lost connection, so that what is sent twice counts once.
 */
const deviceOf = ({ deps, links }: Services, { role, turn }: Hello, holder = ''): string => {
  if (role !== 'kiosk') return ''
  return turn === undefined ? base64url(deps.randomBytes(18)) : links.turnDevice(holder, turn)
}

/** A projector's window, or the tablet's, says which group it is for. What a phone says of itself is not believed. */
const ownGroup = ({ role, groupId }: Hello): string | null =>
  role === 'projector' || role === 'kiosk' ? (groupId ?? null) : null

const sessionFor = (workspace: Workspace | null, role: Role, resume: Hello['resume']): SessionState => {
  if (!workspace) return { kind: 'none' }
  const changes = resume ? workspace.missed(resume.sessionId, resume.seq, viewOf(role)) : null
  if (changes) return { kind: 'missed', changes }
  return { kind: 'snapshot', snapshot: workspace.snapshotFor(role) }
}

const settingsFor = ({ settings }: Services, role: Role): Settings | null => {
  if (viewOf(role) === 'phone') return null
  return role === 'facilitator' ? settings.get() : settingsElsewhere(settings.get())
}

/** Lets a connection in, with all that it needs to show the state as it is now; or says why not. */
export const greet = async (services: Services, seat: Seat, hello: Hello): Promise<Failure | null> => {
  const entered = await enter(services, seat, hello)
  if (!entered.ok) return entered.error
  const { role, credential, isNew = false, ...who } = entered.value
  const { device, groupId } = who
  // Nothing is shown that might be gone after a crash.
  await services.sessions.current()?.settled()
  if (seat.state !== 'greeting') return null
  // Asked only now: many may have been on their way in at once.
  const refusal = seat.connection.from === 'lan' ? services.room.refusal({ device, isNew }) : null
  if (refusal) return refusal
  const workspace = services.sessions.current()
  const since = workspace?.lastSeq() ?? 0
  services.connections.admit(seat, { role, ...who, voiceId: hello.voiceId ?? null, since })
  const isLaptop = viewOf(role) === 'laptop'
  if (isLaptop) seat.upload = base64url(services.deps.randomBytes(24))
  const welcome: Welcome = {
    t: 'welcome',
    v: PROTOCOL_VERSION,
    role,
    capabilities: who.grantId === null ? services.deps.capabilities : IN_A_BROWSER,
    credential,
    groupId,
    upload: seat.upload,
    now: services.deps.clock.now(),
    session: sessionFor(workspace, role, hello.resume),
    room: viewOf(role) === 'phone' ? null : services.room.view(),
    settings: settingsFor(services, role),
    build: services.deps.build,
  }
  services.connections.send(seat, outgoing(welcome satisfies HostMessage))
  tellRest(services, seat, role, workspace)
  if (seat.connection.from === 'lan') services.reach.seen()
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
    const heard = services.hearing.heardView()
    if (heard) connections.send(seat, push('heard.changed', heard))
    if (services.reach.view().state !== 'idle') connections.send(seat, push('reach.changed', services.reach.view()))
  }
  // Only who is told of its end is told that it goes on.
  if (role === 'facilitator') {
    for (const job of services.jobs.all()) {
      if (job.state === 'running') connections.send(seat, push('job.changed', job))
    }
  }
  if (viewOf(role) !== 'phone')
    for (const view of services.hearing.doneViews()) connections.send(seat, push('step.done', view))
  for (const turnout of services.votes.turnouts()) connections.send(seat, services.turnoutFor(role, turnout))
}
