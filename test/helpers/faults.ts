import type { FileSystem } from '../../electron/storage/file-system'
import { layoutOf } from '../../electron/storage/layout'
import { recover } from '../../electron/storage/recovery'
import { createSession } from '../../electron/storage/session-store'
import type { OpenSession } from '../../electron/storage/session-types'
import { addChanges } from './damage'
import type { Call, Fault } from './fault-fs'
import { faultFs } from './fault-fs'
import { cardsAfter, cardsOf, FILE } from './power-cuts'
import { smallDocument } from './sample-records'
import type { SimDeps } from './sim-deps'
import { simDeps } from './sim-deps'
import { seededRandom, SimDisk } from './sim-disk'

export type Rig = {
  readonly disk: SimDisk
  readonly deps: SimDeps
  /** From now on calls may fail; null: all is well again. */
  readonly breakWith: (decide: ((call: Call) => Fault | null) | null) => void
}

/** A simulated disk whose calls a test can make fail. */
export const rig = (seed: number, durableWrites = false): Rig => {
  const disk = new SimDisk(seededRandom(seed))
  disk.durableWrites = durableWrites
  disk.plant('/lab/readme', Buffer.alloc(0))
  let decide: ((call: Call) => Fault | null) | null = null
  const fs: FileSystem = faultFs(disk.fs, (call) => decide?.(call) ?? null)
  return {
    disk,
    deps: { ...simDeps(disk), fs },
    breakWith: (next) => {
      decide = next
    },
  }
}

export const newSession = async ({ deps }: Rig): Promise<OpenSession> => {
  const created = await createSession(FILE, smallDocument(), deps)
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}

/** What is on the disk now, if the program were killed: how many changes, and whether they are the right ones. */
export const onDisk = async (
  disk: SimDisk,
): Promise<{ readonly lastSeq: number; readonly right: boolean; readonly code: string }> => {
  const found = await recover(disk.copy().fs, layoutOf(FILE))
  if (!found.ok) return { lastSeq: -1, right: false, code: found.error.code }
  const { lastSeq, tables, loss } = found.value
  return { lastSeq, right: cardsOf(tables) === cardsAfter(lastSeq), code: loss?.code ?? '' }
}

/** A disk that writes something else than it was told must not get the good file replaced. */
export const badReadBack = async (): Promise<string[]> => {
  const made = rig(11)
  const session = await newSession(made)
  await addChanges(session, 3)
  const before = made.disk.files().get(FILE)
  const { fs } = made.disk
  const inner = fs.open
  Object.assign(fs, {
    open: async (...args: Parameters<FileSystem['open']>) => {
      const handle = await inner(...args)
      if (!args[0].includes('snapshot-') || args[1] !== 'create') return handle
      return {
        ...handle,
        write: (from: Uint8Array, offset: number, length: number, position: number) => {
          if (position === 0) return handle.write(from, offset, length, position)
          const spoilt = Uint8Array.from(from)
          spoilt[offset + length - 3] = 0x2a
          return handle.write(spoilt, offset, length, position)
        },
      }
    },
  })
  const outcome = await session.snapshot('backup').then(
    () => 'written',
    () => 'refused',
  )
  const after = made.disk.files().get(FILE)
  const same = before !== undefined && after !== undefined && before.equals(after)
  return outcome === 'refused' && same ? [] : [`a snapshot that was written wrongly was ${outcome}`]
}
