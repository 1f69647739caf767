import { expect, test } from 'vitest'
import { keepBackup, LADDER, listBackups, restoreBackup } from '../../../electron/storage/backups'
import { openSession } from '../../../electron/storage/session-store'
import { loadTools } from '../../../electron/storage/recovery'
import { addChanges } from '../../helpers/damage'
import { newSession, rig } from '../../helpers/faults'
import { must } from '../../helpers/must'
import { cardsAfter, cardsOf, FILE } from '../../helpers/power-cuts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test('over 60 days of work the ladder keeps 10 minutes, hours and days, and every backup restores', async () => {
  const made = rig(1)
  const session = await newSession(made)
  await addChanges(session, 3)
  await session.close()
  made.disk.now = 100 * DAY
  const bytes = made.disk.files().get(FILE) ?? Buffer.alloc(0)
  const source = { file: FILE, digest: loadTools.sha256(bytes) }
  // Sixty days in steps of half an hour, the last day in steps of 10 minutes.
  for (let day = 0; day < 60; day += 1) {
    const step = (day === 59 ? 10 : 120) * MINUTE
    for (let at = 0; at < DAY; at += step) {
      await keepBackup(made.deps, 'ses1', source)
      made.disk.now += step
    }
  }
  const ages = (await listBackups(made.deps, 'ses1')).map(({ at }) => made.disk.now - at)
  expect(ages.filter((age) => age <= DAY).length).toBe(144)
  const hourly = ages.filter((age) => age > DAY && age <= 7 * DAY).length
  expect(hourly).toBeGreaterThanOrEqual(70)
  expect(hourly).toBeLessThanOrEqual(74)
  const daily = ages.filter((age) => age > 7 * DAY).length
  expect(daily).toBeGreaterThanOrEqual(22)
  expect(daily).toBeLessThanOrEqual(24)
  expect(Math.max(...ages)).toBeLessThanOrEqual(LADDER[2].until + DAY)
  for (const [index, backup] of (await listBackups(made.deps, 'ses1')).entries()) {
    if (index % 20 !== 0) continue
    const target = `/lab/Restored ${index}.polyphony.json`
    expect(must(await restoreBackup(made.deps, backup, { target, sessionId: `new-${index}` }))).toBe(target)
    const restored = must(await openSession(target, made.deps))
    expect({ notices: restored.notices, cards: cardsOf(restored.tables) }).toEqual({
      notices: [],
      cards: cardsAfter(3),
    })
    await restored.close()
  }
})

test('a backup is made of a running session, at most each 10 minutes, and restores over nothing', async () => {
  const made = rig(2)
  const session = await newSession(made)
  await addChanges(session, 2)
  await session.snapshot('backup')
  made.deps.elapse(11 * MINUTE)
  await new Promise((resolve) => setImmediate(resolve)) // a minute of quiet writes a snapshot, and that a backup
  await addChanges(session, 1)
  await session.snapshot('backup')
  await session.close()
  const backups = await listBackups(made.deps, 'ses1')
  expect(backups.length).toBe(2)
  const newest = backups[0]
  if (!newest) throw new Error('no backup')
  expect(await restoreBackup(made.deps, newest, { target: FILE, sessionId: 'new' })).toEqual({
    ok: false,
    error: { code: 'Exists' },
  })
  must(await restoreBackup(made.deps, newest, { target: '/lab/Two.polyphony.json', sessionId: 'new' }))
  expect(cardsOf(must(await openSession('/lab/Two.polyphony.json', made.deps)).tables)).toBe(cardsAfter(2))
})

test('a file that is not the one meant is not kept', async () => {
  const made = rig(3)
  await (await newSession(made)).close()
  expect(await keepBackup(made.deps, 'other', { file: FILE, digest: 'no' })).toBe(null)
  expect(await listBackups(made.deps, 'other')).toEqual([])
})
