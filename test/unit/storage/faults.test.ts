import { expect, test } from 'vitest'
import { createSession, openSession } from '../../../electron/storage/session-store'
import type { OpenSession, SaveState } from '../../../electron/storage/session-types'
import { addChanges } from '../../helpers/damage'
import type { Call, Fault } from '../../helpers/fault-fs'
import type { Rig } from '../../helpers/faults'
import { newSession, onDisk, rig } from '../../helpers/faults'
import { must } from '../../helpers/must'
import { cardsAfter, cardsOf, FILE } from '../../helpers/power-cuts'
import { smallDocument } from '../../helpers/sample-records'
import { simDeps } from '../../helpers/sim-deps'

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const statesOf = (session: OpenSession): SaveState[] => {
  const states: SaveState[] = []
  session.onState((state) => states.push(state))
  return states
}

/** Appends while the disk misbehaves; `acknowledged` counts what was told to be safe. */
const appendUnder = (
  session: OpenSession,
  counts: readonly number[],
): { acknowledged: number; all: Promise<unknown> } => {
  const told = { acknowledged: 0, all: Promise.resolve() as Promise<unknown> }
  const parts = counts.map(async (count) => {
    const start = session.lastSeq
    await addChanges(session, count)
    told.acknowledged = Math.max(told.acknowledged, start + count)
  })
  told.all = Promise.all(parts)
  return told
}

const expectWhole = async (made: Rig, session: OpenSession): Promise<void> => {
  const { lastSeq } = session
  expect(await onDisk(made.disk)).toEqual({ lastSeq, right: true, code: '' })
  await session.close().catch(() => session.close())
  const again = must(await openSession(FILE, simDeps(made.disk)))
  expect(cardsOf(again.tables)).toBe(cardsAfter(lastSeq))
  expect(again.notices).toEqual([])
}

/** Makes the n-th call that `matches` fail, and answers how many there were. */
const nth = (n: number, matches: (call: Call) => boolean, fault: Fault, lasting: boolean) => {
  let seen = 0
  return {
    decide: (call: Call): Fault | null => {
      if (!matches(call)) return null
      seen += 1
      return seen === n || (lasting && seen > n) ? fault : null
    },
    reached: () => seen >= n,
  }
}

const inLab = ({ path }: Call): boolean => path.startsWith('/lab/')

test.each([0, 1, 'half', 'all but one'])(
  'a disk full at every write, after %s bytes: nothing lost, and it goes on when space returns',
  async (part) => {
    for (let n = 1; n < 200; n += 1) {
      const made = rig(n, n % 2 === 0)
      const session = await newSession(made)
      await addChanges(session, 2)
      let asked = 0
      const full = nth(n, (call) => call.what === 'write' && inLab(call), { code: 'ENOSPC' }, true)
      const sized = (call: Call): Fault | null => {
        const fault = full.decide(call)
        asked = part === 'half' ? 60 : part === 'all but one' ? 119 : Number(part)
        return fault ? { ...fault, bytes: asked } : null
      }
      made.breakWith(sized)
      const states = statesOf(session)
      const told = appendUnder(session, [3, 2])
      const snapshot = session.snapshot('backup').catch((error: unknown) => error)
      await settle()
      const more = appendUnder(session, [2])
      await settle()
      const { lastSeq, right } = await onDisk(made.disk)
      expect({ right, safe: lastSeq >= Math.max(told.acknowledged, more.acknowledged) }).toEqual({
        right: true,
        safe: true,
      })
      if (session.state.unsaved > 0) expect(states.at(-1)).toMatchObject({ state: 'failed', code: 'DiskFull' })
      made.breakWith(null)
      expect(await session.retry()).toBe(true)
      await Promise.all([told.all, more.all, snapshot])
      await expectWhole(made, session)
      if (!full.reached()) return
    }
    throw new Error('the writes never ended')
  },
)

test('every sync fails once: not acknowledged by it, never synced again, all safe in a new generation', async () => {
  for (let n = 1; n < 200; n += 1) {
    const made = rig(n)
    const session = await newSession(made)
    await addChanges(session, 2)
    const failing = nth(
      n,
      (call) => (call.what === 'sync' || call.what === 'datasync') && inLab(call),
      { code: 'EIO' },
      false,
    )
    const dead = new Set<number>()
    made.breakWith((call) => {
      if (call.what !== 'sync' && call.what !== 'datasync') return null
      expect(dead.has(call.handle)).toBe(false)
      const fault = failing.decide(call)
      if (fault) dead.add(call.handle)
      return fault
    })
    const told = appendUnder(session, [3])
    const snapshot = session.snapshot('backup').catch((error: unknown) => error)
    await settle()
    const { lastSeq, right } = await onDisk(made.disk)
    expect({ right, safe: lastSeq >= told.acknowledged }).toEqual({ right: true, safe: true })
    expect(await session.retry()).toBe(true)
    await Promise.all([told.all, snapshot])
    await expectWhole(made, session)
    if (!failing.reached()) return
  }
  throw new Error('the syncs never ended')
})

test.each(['open', 'rename', 'unlink', 'mkdir', 'syncFolder', 'truncate'] as const)(
  '%s fails at every place: nothing lost',
  async (what) => {
    for (let n = 1; n < 100; n += 1) {
      const made = rig(n)
      const session = await newSession(made)
      const failing = nth(n, (call) => call.what === what, { code: 'EIO' }, false)
      made.breakWith(failing.decide)
      const told = appendUnder(session, [2, 1])
      const snapshot = session.snapshot('backup').catch((error: unknown) => error)
      await settle()
      const { lastSeq, right } = await onDisk(made.disk)
      expect({ right, safe: lastSeq >= told.acknowledged }).toEqual({ right: true, safe: true })
      await session.retry()
      made.breakWith(null)
      expect(await session.retry()).toBe(true)
      await Promise.all([told.all, snapshot])
      await expectWhole(made, session)
      if (!failing.reached()) return
    }
    throw new Error('the calls never ended')
  },
)

test('writes that take only a part of what they are given make whole files', async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const made = rig(seed, seed % 2 === 0)
    made.breakWith((call) => (call.what === 'write' ? { short: 1 + Math.floor(made.disk.random() * 90) } : null))
    const session = await newSession(made)
    await addChanges(session, 4)
    await session.snapshot('backup')
    await addChanges(session, 3)
    await expectWhole(made, session)
  }
})

test.each([100, 1_000, 10_000, 59_000])(
  'another program holds the file for %i ms: the snapshot waits for it',
  async (held) => {
    const made = rig(5)
    const fs = { ...made.deps.fs, mayBeBusy: true }
    const session = must(await createSession(FILE, smallDocument(), { ...made.deps, fs }))
    await addChanges(session, 2)
    const until = made.disk.now + held
    made.breakWith((call) =>
      call.what === 'rename' && call.path === FILE && made.disk.now < until ? { code: 'EBUSY' } : null,
    )
    const snapshot = session.snapshot('backup')
    for (let waited = 0; waited < held + 2_000; waited += 250) {
      made.deps.elapse(250)
      await settle()
    }
    await snapshot
    await expectWhole(made, session)
  },
)

test('held for longer than a minute: named, nothing lost, nothing left behind', async () => {
  const made = rig(6)
  const fs = { ...made.deps.fs, mayBeBusy: true }
  const session = must(await createSession(FILE, smallDocument(), { ...made.deps, fs }))
  await addChanges(session, 2)
  made.breakWith((call) => (call.what === 'rename' && call.path === FILE ? { code: 'EBUSY' } : null))
  const snapshot = session.snapshot('backup').then(
    () => 'written',
    (error: { code: string }) => error.code,
  )
  for (let waited = 0; waited < 70_000; waited += 250) {
    made.deps.elapse(250)
    await settle()
  }
  expect(await snapshot).toBe('DiskError')
  expect([...made.disk.files().keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
  made.breakWith(null)
  await expectWhole(made, session)
})

test('a folder that may not be written opens to look at, and can be saved elsewhere', async () => {
  const made = rig(8)
  const session = await newSession(made)
  await addChanges(session, 3)
  await session.close()
  made.breakWith((call) => (call.path.startsWith('/lab/.One') ? { code: 'EROFS' } : null))
  const opened = must(await openSession(FILE, made.deps))
  expect(opened.readOnly).toBe(true)
  expect(opened.notices).toEqual([{ code: 'ReadOnly', reason: 'place' }])
  expect(cardsOf(opened.tables)).toBe(cardsAfter(3))
  await expect(opened.append({ seq: 4, at: '', by: '', name: '', diff: {} })).rejects.toMatchObject({
    code: 'ReadOnly',
  })
  expect(await opened.saveElsewhere('/lab/Two.polyphony.json')).toEqual({ ok: true, value: '/lab/Two.polyphony.json' })
  const copy = must(await openSession('/lab/Two.polyphony.json', made.deps))
  expect(cardsOf(copy.tables)).toBe(cardsAfter(3))
})

test('a write that takes longer than 10 s is said while it lasts', async () => {
  const made = rig(9)
  let gate: Promise<void> = Promise.resolve()
  let free = (): void => {}
  const open: typeof made.deps.fs.open = async (...what) => {
    const handle = await made.deps.fs.open(...what)
    return { ...handle, write: (...part) => gate.then(() => handle.write(...part)) }
  }
  const deps = { ...made.deps, fs: { ...made.deps.fs, open } }
  const session = must(await createSession(FILE, smallDocument(), deps))
  await addChanges(session, 1)
  gate = new Promise((resolve) => {
    free = resolve
  })
  const states = statesOf(session)
  const late = addChanges(session, 1)
  await settle()
  made.deps.elapse(11_000)
  expect(session.state).toEqual({ state: 'saving', unsaved: 1, code: 'StorageStalled' })
  free()
  await late
  await settle()
  expect(states.at(-1)).toEqual({ state: 'saved', unsaved: 0 })
  await expectWhole(made, session)
})
