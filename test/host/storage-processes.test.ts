import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../electron/storage/file-system'
import { layoutOf } from '../../electron/storage/layout'
import { nodeStorageDeps } from '../../electron/storage/node-deps'
import { recover } from '../../electron/storage/recovery'
import { createSession, openSession } from '../../electron/storage/session-store'
import { addChanges } from '../helpers/damage'
import { bundled } from '../helpers/mutants'
import { must } from '../helpers/must'
import { cardsAfter, cardsOf } from '../helpers/power-cuts'
import { smallDocument } from '../helpers/sample-records'
import { seededRandom } from '../helpers/sim-disk'
import { tempDir } from '../helpers/temp-dir'

const LONG = process.env['POLYPHONY_LONG'] !== undefined
const KILLS = LONG ? 1_000 : 40
const RACES = LONG ? 200 : 15

const lines = (child: ChildProcess, each: (line: string) => void): void => {
  if (child.stdout) createInterface({ input: child.stdout }).on('line', each)
}

test(`${KILLS} kills at random instants: nothing acknowledged is lost`, { timeout: 1_200_000 }, async () => {
  const folder = await tempDir()
  const path = join(folder, 'One.polyphony.json')
  const program = await bundled('test/helpers/storage-child.ts')
  const random = seededRandom(12)
  let safe = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, [program, 'work', path, join(folder, 'app'), String(kill)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(child, 'close')
    const doomed = 1 + Math.floor(random() * 40)
    let count = 0
    lines(child, (line) => {
      const [word, seq] = line.split(' ')
      if (word === 'open' && Number(seq) < safe) safe = Number.NaN
      if (word === 'safe') safe = Number(seq)
      count += 1
      if (count === doomed) setTimeout(() => child.kill('SIGKILL'), random() * 3)
    })
    await gone
    const found = must(await recover(nodeFileSystem, layoutOf(path)))
    expect({ loss: found.loss, safe: found.lastSeq >= safe }).toEqual({ loss: null, safe: true })
    expect(cardsOf(found.tables)).toBe(cardsAfter(found.lastSeq))
  }
  expect(safe).toBeGreaterThan(KILLS)
})

test(
  `${RACES} races of three processes for one session: exactly one writer each time`,
  { timeout: 600_000 },
  async () => {
    const folder = await tempDir()
    const path = join(folder, 'One.polyphony.json')
    const appData = join(folder, 'app')
    const program = await bundled('test/helpers/storage-child.ts')
    await must(await createSession(path, smallDocument(), nodeStorageDeps(appData))).close()
    for (let race = 0; race < RACES; race += 1) {
      if (race % 2 === 1) await plantDeadLock(folder)
      const racers = [1, 2, 3].map(() =>
        spawn(process.execPath, [program, 'race', path, appData], { stdio: ['pipe', 'pipe', 'inherit'] }),
      )
      const words = racers.map((child) => new Promise<string>((resolve) => lines(child, resolve)))
      for (const child of racers) child.stdin.write('go\n')
      const said = await Promise.all(words)
      expect(said.toSorted()).toEqual(['LockedByOther', 'LockedByOther', 'won'])
      const closed = racers.map((child) => once(child, 'close'))
      for (const child of racers) child.stdin.end('stop\n')
      await Promise.all(closed)
    }
  },
)

/** The lock of a program that was killed: its process id belongs to nobody. */
const plantDeadLock = async (folder: string): Promise<void> => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  const { hostname } = nodeStorageDeps(folder).machine
  const lock = {
    nonce: `dead${child.pid}`,
    pid: child.pid,
    hostname,
    since: new Date(0).toISOString(),
    beat: Date.now(),
  }
  const layout = layoutOf(join(folder, 'One.polyphony.json'))
  await nodeFileSystem.mkdir(layout.folder)
  await writeFile(layout.lock, JSON.stringify(lock))
}

test('a second program reads only, and the first is fenced when its lock is taken over', async () => {
  const folder = await tempDir()
  const path = join(folder, 'One.polyphony.json')
  const deps = nodeStorageDeps(join(folder, 'app'))
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 2)
  const second = must(await openSession(path, deps))
  expect(second.readOnly).toBe(true)
  expect(second.notices.at(-1)).toMatchObject({ code: 'ReadOnly', reason: 'locked', owner: { pid: process.pid } })
  expect(cardsOf(second.tables)).toBe(cardsAfter(2))
  const layout = layoutOf(path)
  const foreign = (await readFile(layout.lock, 'utf8')).replace(/"nonce":"[^"]*"/, '"nonce":"another"')
  await nodeFileSystem.unlink(layout.lock)
  await writeFile(layout.lock, foreign)
  const before = await readFile(path)
  await expect(session.snapshot('backup')).rejects.toMatchObject({ code: 'Fenced' })
  expect(session.state).toMatchObject({ state: 'failed', code: 'Fenced' })
  await expect(session.close()).rejects.toMatchObject({ code: 'Fenced' })
  expect(await readFile(path)).toEqual(before)
  const elsewhere = join(folder, 'Rescued.polyphony.json')
  expect(await session.saveElsewhere(elsewhere)).toEqual({ ok: true, value: elsewhere })
  await addChanges(session, 1)
  await session.close()
  const again = must(await openSession(elsewhere, deps, { whenLocked: 'fail' }))
  expect(cardsOf(again.tables)).toBe(cardsAfter(3))
  await again.close()
})
