import type { LockOwner } from '@core/load/failures'
import { errorCode, isMissing } from './disk-errors'
import { closeQuietly, pause, randomName, readIfThere, removeQuietly, writeFully } from './file-helpers'
import type { FileHandle } from './file-system'
import type { Layout } from './layout'
import type { StorageDeps } from './session-types'

export const HEARTBEAT_MS = 5_000
const STALE_MS = 15_000
/** Another computer's clock and network are not known to us. */
const STALE_ELSEWHERE_MS = 120_000
// Rewritten in place at every heartbeat, so it must always have the same length.
const LOCK_BYTES = 400

type LockText = {
  readonly nonce: string
  readonly pid: number
  readonly hostname: string
  readonly since: string
  readonly beat: number
}

export type LockStatus = 'mine' | 'foreign' | 'gone'

export type SessionLock = {
  /** `foreign`: another process took the session over: stop writing at once. `gone`: the folder was removed. */
  readonly status: () => Promise<LockStatus>
  readonly release: () => Promise<void>
}

export type LockResult =
  | { readonly ok: true; readonly lock: SessionLock }
  | { readonly ok: false; readonly owner: LockOwner }

// Locks held by this very process: the same pid alone proves nothing, a restarted container gets it again.
const heldHere = new Set<string>()

/** Takes the single writer's lock, or names who has it. A dead owner's lock is taken over. Throws for disk errors. */
export const takeLock = async (deps: StorageDeps, layout: Layout): Promise<LockResult> => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const lock = await createLock(deps, layout)
    if (lock) return { ok: true, lock }
    const found = await readLock(deps, layout.lock)
    if (found === null) continue // released in between
    if (!isDead(deps, found)) return { ok: false, owner: ownerOf(found) }
    await removeStale(deps, layout, found)
  }
  const found = await readLock(deps, layout.lock)
  return { ok: false, owner: found ? ownerOf(found) : { hostname: '', pid: 0, since: '' } }
}

/** Is another living process at work on this session? Reads only. */
export const isHeldElsewhere = async (deps: StorageDeps, layout: Layout): Promise<boolean> => {
  const found = await readLock(deps, layout.lock)
  return found !== null && !heldHere.has(found.nonce) && !isDead(deps, found)
}

const ownerOf = ({ hostname, pid, since }: LockText): LockOwner => ({ hostname, pid, since })

const isDead = (deps: StorageDeps, found: LockText): boolean => {
  const silent = Math.abs(deps.clock.now() - found.beat)
  if (found.hostname !== deps.machine.hostname) return silent > STALE_ELSEWHERE_MS
  if (found.pid === deps.machine.pid) return !heldHere.has(found.nonce)
  return !deps.machine.isAlive(found.pid) || silent > STALE_MS
}

const createLock = async (deps: StorageDeps, layout: Layout): Promise<SessionLock | null> => {
  const nonce = randomName(deps) + randomName(deps)
  const since = new Date(deps.clock.now()).toISOString()
  let handle: FileHandle
  try {
    handle = await deps.fs.open(layout.lock, 'create')
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null
    throw error
  }
  const text = (): LockText => ({
    nonce,
    pid: deps.machine.pid,
    hostname: deps.machine.hostname,
    since,
    beat: deps.clock.now(),
  })
  heldHere.add(nonce)
  try {
    await writeFully(handle, lockBytes(text()), 0)
    await handle.sync() // an empty lock after a power cut would tell nothing about its owner
  } catch (error) {
    heldHere.delete(nonce)
    await closeQuietly(handle)
    await removeQuietly(deps.fs, layout.lock)
    throw error
  }
  return keepLock(deps, layout, handle, nonce, text)
}

const lockBytes = (text: LockText): Buffer => Buffer.from(`${JSON.stringify(text).padEnd(LOCK_BYTES - 1)}\n`)

const keepLock = (
  deps: StorageDeps,
  layout: Layout,
  handle: FileHandle,
  nonce: string,
  text: () => LockText,
): SessionLock => {
  let released = false
  let cancel = (): void => {}
  let beating: Promise<void> = Promise.resolve()
  // Written through the open handle: after a takeover it reaches only the file that was moved away.
  const beat = async (): Promise<void> => {
    try {
      await writeFully(handle, lockBytes(text()), 0)
    } catch {
      // a full or failing disk shows at the next change; the lock itself still stands
    }
    if (!released) schedule()
  }
  const schedule = (): void => {
    cancel = deps.timers.after(HEARTBEAT_MS, () => {
      beating = beat()
    })
  }
  schedule()
  const status: SessionLock['status'] = async () => {
    const found = await readLock(deps, layout.lock)
    return found === null ? 'gone' : found.nonce === nonce ? 'mine' : 'foreign'
  }
  return {
    status,
    release: async () => {
      released = true
      cancel()
      await beating
      const mine = await status().catch(() => 'gone')
      await closeQuietly(handle)
      if (mine === 'mine') await removeQuietly(deps.fs, layout.lock)
      heldHere.delete(nonce)
    },
  }
}

/** The lock's text; null when there is none. One that cannot be read counts as held until it has been old for long. */
const readLock = async (deps: StorageDeps, path: string): Promise<LockText | null> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const bytes = await readIfThere(deps.fs, path, LOCK_BYTES)
    if (bytes === null) return null
    const text = parseLock(bytes.toString())
    if (text) return text
    await pause(deps.timers, 20) // caught in the middle of a write
  }
  const modified = await deps.fs.stat(path).then(
    (stat) => stat.modified,
    () => deps.clock.now(),
  )
  return { nonce: '', pid: 0, hostname: deps.machine.hostname, since: new Date(modified).toISOString(), beat: modified }
}

const parseLock = (text: string): LockText | null => {
  try {
    const raw = JSON.parse(text) as Partial<LockText> | null // checked field by field
    if (typeof raw?.nonce !== 'string' || typeof raw.pid !== 'number' || typeof raw.hostname !== 'string') return null
    if (typeof raw.since !== 'string' || typeof raw.beat !== 'number') return null
    return { nonce: raw.nonce, pid: raw.pid, hostname: raw.hostname, since: raw.since, beat: raw.beat }
  } catch {
    return null
  }
}

/**
 * One winner per stale lock: who makes the marker named after its nonce. Without it, a slow process could move away the
 * new lock of a faster one.
 */
const removeStale = async (deps: StorageDeps, layout: Layout, stale: LockText): Promise<void> => {
  const marker = `${layout.lock}.${stale.nonce || 'unreadable'}.tmp`
  try {
    const handle = await deps.fs.open(marker, 'create')
    await closeQuietly(handle)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    await waitForMarker(deps, marker)
    return
  }
  try {
    const found = await readLock(deps, layout.lock)
    if (found?.nonce !== stale.nonce) return
    const away = `${layout.lock}.${randomName(deps)}.tmp`
    await deps.fs.rename(layout.lock, away)
    await removeQuietly(deps.fs, away)
  } catch (error) {
    if (!isMissing(error)) throw error
  } finally {
    await removeQuietly(deps.fs, marker)
  }
}

/** Another process is taking the same stale lock over; one that died while doing it is not waited for long. */
const waitForMarker = async (deps: StorageDeps, marker: string): Promise<void> => {
  try {
    const { modified } = await deps.fs.stat(marker)
    if (Math.abs(deps.clock.now() - modified) > STALE_MS) await removeQuietly(deps.fs, marker)
  } catch {
    return
  }
  await pause(deps.timers, 50)
}
