import { expect, test } from 'vitest'
import { encodeFrames, NO_FRAME, scanFrames } from '../../../electron/storage/frames'
import { changeFrame } from '../../../electron/storage/journal'
import { createSession, openSession } from '../../../electron/storage/session-store'
import { addChanges, crashedSession, flipBits, judgeDamage, removeFiles, sessionFiles } from '../../helpers/damage'
import { must } from '../../helpers/must'
import { addCard, smallDocument } from '../../helpers/sample-records'
import { simDeps } from '../../helpers/sim-deps'
import { seededRandom, SimDisk } from '../../helpers/sim-disk'
import { FILE } from '../../helpers/power-cuts'

const LONG = process.env['POLYPHONY_LONG'] ? 10 : 1

test('a flipped bit in any file is noticed, and in the session file costs nothing', { timeout: 300_000 }, async () => {
  expect(await flipBits(7, 1_000 * LONG)).toEqual([])
})

test('with any one or two files missing nothing is lost in silence and nothing becomes empty', async () => {
  for (let seed = 1; seed <= 10 * LONG; seed += 1) expect(await removeFiles(seed)).toEqual([])
})

test('a journal of 64 KiB cut at every length gives the longest valid prefix and says that it was cut', () => {
  const inputs = Array.from({ length: 30 }, (_, index) => changeFrame(addCard(index + 1, 'ž'.repeat(1_900))))
  const whole = encodeFrames(inputs, NO_FRAME, 0).bytes.subarray(0, 65_536)
  expect(whole.length).toBe(65_536)
  const ends = scanFrames(whole).frames.map(({ end }) => end)
  const problems: string[] = []
  for (let length = 0; length <= whole.length; length += 1) {
    const { frames, ending, goodEnd } = scanFrames(whole.subarray(0, length))
    const valid = frames.length === ends.filter((end) => end <= length).length
    if (!valid || ending.kind !== 'torn' || ending.bytes !== length - goodEnd) problems.push(`cut at ${length}`)
  }
  expect(problems).toEqual([])
})

test('a session whose journal is cut opens up to there, or names what is missing', async () => {
  const crashed = await crashedSession(3)
  const path = sessionFiles(crashed.disk).findLast((name) => name.includes('journal-')) ?? ''
  const whole = crashed.disk.files().get(path) ?? Buffer.alloc(0)
  for (let length = 0; length < whole.length; length += 7) {
    const disk = crashed.disk.copy()
    disk.plant(path, whole.subarray(0, length))
    const { problems } = await judgeDamage(disk, { ...crashed, lastBatch: crashed.changes }, `cut at ${length}`)
    expect(problems).toEqual([])
  }
})

test('files of zeros, the head or the tail of them zero: the session opens whole or the loss is named', async () => {
  const crashed = await crashedSession(5)
  for (const path of sessionFiles(crashed.disk)) {
    const whole = crashed.disk.files().get(path) ?? Buffer.alloc(0)
    const half = Math.floor(whole.length / 2)
    for (const [from, to] of [
      [0, whole.length],
      [0, half],
      [half, whole.length],
    ] as const) {
      const disk = crashed.disk.copy()
      disk.plant(path, Buffer.from(whole).fill(0, from, to))
      const judged = await judgeDamage(disk, crashed, `${path} zero from ${from} to ${to}`)
      expect(judged.problems.filter((problem) => !problem.includes('torn write'))).toEqual([])
      if (path === FILE) expect(judged.opens?.lastSeq).toBe(crashed.changes)
    }
  }
})

test('a file rolled back by a sync program is named or made good, never blended', async () => {
  const old = await crashedSession(9, [3, 4])
  const crashed = await crashedSession(9)
  for (const path of sessionFiles(crashed.disk)) {
    const disk = crashed.disk.copy()
    disk.plant(path, old.disk.files().get(path) ?? null)
    const { problems } = await judgeDamage(disk, crashed, `${path} rolled back`)
    // The newest journal alone cannot know: the mark in the app's own folder does, see the next test.
    if (!path.endsWith('journal-3')) expect(problems).toEqual([])
  }
})

test('a session older than this computer has seen it is RolledBack, and opens only with consent', async () => {
  const disk = new SimDisk(seededRandom(4))
  disk.plant('/lab/readme', Buffer.alloc(0))
  const first = simDeps(disk)
  const session = must(await createSession(FILE, smallDocument(), first))
  await addChanges(session, 3)
  await session.snapshot('backup')
  const early = disk.copy()
  await addChanges(session, 3)
  first.elapse(31_000)
  await addChanges(session, 1)
  await session.close()
  for (const path of [...disk.files().keys()].filter((name) => name.startsWith('/app/seen'))) {
    early.plant(path, disk.files().get(path) ?? null)
  }
  const deps = simDeps(early)
  expect(await openSession(FILE, deps)).toEqual({ ok: false, error: { code: 'RolledBack', lost: { after: 3, to: 7 } } })
  const consented = must(await openSession(FILE, deps, { accept: 'loss' }))
  expect(consented.notices[0]).toMatchObject({ code: 'LossAccepted', failure: 'RolledBack', lost: { after: 3, to: 7 } })
  expect(consented.lastSeq).toBe(3)
  await consented.close()
})
