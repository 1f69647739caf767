import { basename } from 'node:path'
import type { OpenNotice } from '@core/load/failures'
import { applyDiff } from '@core/change/diff'
import { layoutOf } from '../../electron/storage/layout'
import type { Recovered } from '../../electron/storage/recovery'
import { recover } from '../../electron/storage/recovery'
import { createSession } from '../../electron/storage/session-store'
import type { OpenSession } from '../../electron/storage/session-types'
import { cardsAfter, cardsOf, changeFor, FILE } from './power-cuts'
import { smallDocument } from './sample-records'
import { simDeps } from './sim-deps'
import { seededRandom, SimDisk } from './sim-disk'

export type Crashed = {
  readonly disk: SimDisk
  /** All of these were acknowledged. */
  readonly changes: number
  /** Of them, those in the last batch: their damage cannot be told from a torn write. */
  readonly lastBatch: number
}

/** Applies and appends the next changes; resolves when all are durable. */
export const addChanges = (session: OpenSession, count: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: count }, () => {
      const entry = changeFor(session.lastSeq + 1)
      if (!applyDiff(session.tables, entry.diff).ok) throw new Error(`change ${entry.seq} does not fit`)
      return session.append(entry)
    }),
  )

/** A session whose program was killed: two snapshots, two journals, everything acknowledged is on the disk. */
export const crashedSession = async (seed: number, batches = [3, 4, 2, 5]): Promise<Crashed> => {
  const disk = new SimDisk(seededRandom(seed))
  disk.plant('/lab/readme', Buffer.alloc(0))
  const opened = await createSession(FILE, smallDocument(), simDeps(disk))
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  for (const [index, count] of batches.entries()) {
    await addChanges(session, count)
    if (index === 1) await session.snapshot('backup')
  }
  return { disk: disk.copy(), changes: session.lastSeq, lastBatch: batches.at(-1) ?? 0 }
}

/** The files that a program reads when it opens the session, by name. */
export const sessionFiles = (disk: SimDisk): string[] =>
  [...disk.files().keys()].filter(
    (path) => path === FILE || (path.startsWith(layoutOf(FILE).folder) && !path.endsWith('lock.json')),
  )

export type Judged = { readonly opens: Recovered | null; readonly code: string; readonly problems: readonly string[] }

const isWord = (notices: readonly OpenNotice[], code: OpenNotice['code']): boolean =>
  notices.some((notice) => notice.code === code)

/** The rule: what is missing or changed is named; what opens is a state the session was in. */
export const judgeDamage = async (disk: SimDisk, { changes, lastBatch }: Crashed, what: string): Promise<Judged> => {
  const found = await recover(disk.fs, layoutOf(FILE))
  if (!found.ok) return { opens: null, code: found.error.code, problems: [] }
  const { lastSeq, loss, notices, tables } = found.value
  const problems: string[] = []
  const edited = isWord(notices, 'EditedOutside')
  const torn = isWord(notices, 'TornTail')
  if (!edited && cardsOf(tables) !== cardsAfter(lastSeq))
    problems.push(`${what}: a state that never was, at ${lastSeq}`)
  if (lastSeq < changes && !loss && !torn) problems.push(`${what}: ${lastSeq} of ${changes}, and not a word`)
  if (lastSeq < changes - lastBatch && !loss)
    problems.push(`${what}: ${lastSeq} of ${changes} passed off as a torn write`)
  if (tables.session.size !== 1) problems.push(`${what}: an empty session`)
  return { opens: found.value, code: loss?.code ?? '', problems }
}

/** Flips random bits in every file kind. The file itself damaged must cost nothing: the snapshot before has it all. */
export const flipBits = async (seed: number, perFile: number): Promise<string[]> => {
  const crashed = await crashedSession(seed)
  const random = seededRandom(seed + 1)
  const problems: string[] = []
  for (const path of sessionFiles(crashed.disk)) {
    const whole = crashed.disk.files().get(path) ?? Buffer.alloc(0)
    for (let i = 0; i < perFile; i += 1) {
      const disk = crashed.disk.copy()
      const bytes = Buffer.from(whole)
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      disk.plant(path, bytes)
      const what = `bit at ${at} of ${basename(path)}`
      const judged = await judgeDamage(disk, crashed, what)
      problems.push(...judged.problems)
      if (path === FILE) problems.push(...judgeSnapshotFlip(judged, crashed.changes, what))
    }
  }
  return problems
}

const judgeSnapshotFlip = ({ opens, code }: Judged, changes: number, what: string): string[] => {
  if (code === 'NewerFormat') return [] // the version digit itself: left alone, and said
  if (!opens || code !== '' || opens.lastSeq !== changes) return [`${what}: ${code || 'lost'}`]
  return opens.notices.some((notice) => notice.code === 'PreviousUsed') ? [] : [`${what}: nobody noticed`]
}

/** Every file alone and every pair of files taken away. */
export const removeFiles = async (seed: number): Promise<string[]> => {
  const crashed = await crashedSession(seed)
  const paths = sessionFiles(crashed.disk)
  const problems: string[] = []
  for (const [index, one] of paths.entries()) {
    for (const two of paths.slice(index)) {
      const disk = crashed.disk.copy()
      disk.plant(one, null)
      if (two !== one) disk.plant(two, null)
      problems.push(...(await judgeDamage(disk, crashed, `without ${basename(one)} and ${basename(two)}`)).problems)
    }
  }
  return problems
}
