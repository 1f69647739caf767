import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyDiff } from '@core/change/diff'
import { FORMAT_VERSION } from '@core/load/migrations'
import type { AnyRecord } from '@core/model/records'
import { listBackups } from '../../../electron/storage/backups'
import { encodeFrames, NO_FRAME } from '../../../electron/storage/frames'
import { changeFrame, headFrame } from '../../../electron/storage/journal'
import { layoutOf } from '../../../electron/storage/layout'
import { openSession } from '../../../electron/storage/session-store'
import { must } from '../../helpers/must'
import { FILE } from '../../helpers/power-cuts'
import { simDeps } from '../../helpers/sim-deps'
import { seededRandom, SimDisk } from '../../helpers/sim-disk'

const golden = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/documents/${name}.polyphony.json`, import.meta.url))

const diskWith = (bytes: Buffer, seed = 1): SimDisk => {
  const disk = new SimDisk(seededRandom(seed))
  disk.plant('/lab/readme', Buffer.alloc(0))
  disk.plant(FILE, bytes)
  return disk
}

const textOf = (disk: SimDisk): string => disk.files().get(FILE)?.toString() ?? ''

test('the file of version 1 is kept as it was, for good, before the first of today is written', async () => {
  const bytes = golden('1-groups')
  const disk = diskWith(bytes)
  const session = must(await openSession(FILE, simDeps(disk)))
  expect(session.notices).toContainEqual({ code: 'Migrated', from: 1, to: FORMAT_VERSION })
  const backups = await listBackups(simDeps(disk), 'ses1')
  expect(backups.length).toBe(1)
  const copies = [...disk.files()].filter(([path]) => path.startsWith('/app/'))
  expect(copies.some(([, copy]) => copy.equals(bytes))).toBe(true)
  await session.close()
  expect(JSON.parse(textOf(disk))).toMatchObject({ formatVersion: FORMAT_VERSION, lastSeq: 40 })
  const again = must(await openSession(FILE, simDeps(disk)))
  expect(again.notices).toEqual([])
  expect([...again.tables.group.values()].map(({ label }) => label)).toEqual([
    { text: 'North room' },
    { text: 'South room' },
  ])
})

test('a session of version 1 that crashed comes back with its journal, also where that removed what was migrated', async () => {
  const disk = diskWith(golden('1-groups-open'))
  const removed = JSON.parse(golden('1-groups').toString()).records.find(({ id }: { id: string }) => id === 'step4')
  const entries = [
    { seq: 41, diff: { changed: [{ type: 'card', id: 'card1', from: { held: false }, to: { held: true } }] } },
    { seq: 42, diff: { removed: [removed as AnyRecord] } },
  ] as const
  const head = headFrame({ generation: 5, base: 40, session: 'ses1', after: null })
  const changes = entries.map((entry) =>
    changeFrame({ at: '2026-03-05T09:20:00.000Z', by: 'facilitator', name: 'test', ...entry }),
  )
  disk.plant(layoutOf(FILE).journal(5), encodeFrames([head, ...changes], NO_FRAME, 0).bytes)
  const session = must(await openSession(FILE, simDeps(disk)))
  expect(session.lastSeq).toBe(42)
  expect(session.tables.card.get('card1')?.held).toBe(true)
  expect(session.tables.step.has('step4')).toBe(false)
  expect(session.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['Recovered', 'Migrated']))
  await session.close()
})

test('a power cut at any moment of the migration or right after it loses nothing', async () => {
  const bytes = golden('1-groups')
  const wanted = 13 // records of the golden file, all of version 1
  for (let seed = 1; seed <= 12; seed += 1) {
    const disk = diskWith(bytes, seed)
    const images: { readonly disk: SimDisk; readonly acknowledged: boolean }[] = []
    let acknowledged = false
    disk.onStep = () => images.push({ disk: disk.afterPowerCut(), acknowledged })
    const session = must(await openSession(FILE, simDeps(disk)))
    const diff = { changed: [{ type: 'card', id: 'card1', from: { held: false }, to: { held: true } }] } as const
    expect(applyDiff(session.tables, diff).ok).toBe(true)
    await session.append({
      seq: 41,
      at: '2026-03-05T09:20:00.000Z',
      by: 'facilitator',
      name: 'card.hold',
      diff: { changed: [...diff.changed] },
    })
    acknowledged = true
    await session.close()
    for (const image of images) {
      const found = must(await openSession(FILE, simDeps(image.disk)))
      const { tables } = found
      expect(tables.group.size).toBe(2)
      expect(tables.pulse.get('pulse1')?.answers).toEqual({ paper: [0, 1, 2, 3, 4] })
      const records = Object.values(tables).reduce(
        (sum: number, table: ReadonlyMap<string, unknown>) => sum + table.size,
        0,
      )
      expect(records).toBe(wanted + 2)
      if (image.acknowledged) expect(tables.card.get('card1')?.held).toBe(true)
    }
  }
})

const HANDS_PEOPLE = [
  { voiceId: 'voice1', people: 7 },
  { voiceId: 'voice2', people: 8 },
]

const recordsOf = (tables: object): number =>
  Object.values(tables).reduce((sum: number, table: ReadonlyMap<string, unknown>) => sum + table.size, 0)

test('the file of version 2 is kept as it was before the first of today is written', async () => {
  const bytes = golden('2-all')
  const disk = diskWith(bytes)
  const session = must(await openSession(FILE, simDeps(disk)))
  expect(session.notices).toContainEqual({ code: 'Migrated', from: 2, to: FORMAT_VERSION })
  const copies = [...disk.files()].filter(([path]) => path.startsWith('/app/'))
  expect(copies.some(([, copy]) => copy.equals(bytes))).toBe(true)
  await session.close()
  expect(JSON.parse(textOf(disk))).toMatchObject({ formatVersion: FORMAT_VERSION, lastSeq: 60 })
  const again = must(await openSession(FILE, simDeps(disk)))
  expect(again.notices).toEqual([])
  expect(again.tables.vote.get('voteOpen')?.rounds[0]?.handsPeople).toEqual(HANDS_PEOPLE)
})

test('a session of version 2 that crashed comes back with its journal, also where a vote was opened and one removed', async () => {
  const disk = diskWith(golden('2-all-open'))
  const before = JSON.parse(golden('2-all').toString()).records
  const find = (id: string) => before.find((record: { readonly id: string }) => record.id === id)
  const rounds = [{ id: 'rd1', number: 1, state: 'open', openedAt: '2026-11-12T09:30:00.000Z' }]
  const opened = { type: 'vote', id: 'voteDraft', from: { rounds: find('voteDraft').rounds }, to: { rounds } } as const
  const entries = [
    { seq: 61, diff: { changed: [opened] } },
    { seq: 62, diff: { removed: [find('voteOpen') as AnyRecord] } },
  ] as const
  const head = headFrame({ generation: 7, base: 60, session: 'ses1', after: null })
  const changes = entries.map((entry) =>
    changeFrame({ at: '2026-11-12T09:30:00.000Z', by: 'facilitator', name: 'test', ...entry }),
  )
  disk.plant(layoutOf(FILE).journal(7), encodeFrames([head, ...changes], NO_FRAME, 0).bytes)
  const session = must(await openSession(FILE, simDeps(disk)))
  expect(session.lastSeq).toBe(62)
  expect(session.tables.vote.get('voteDraft')?.rounds).toEqual(rounds)
  expect(session.tables.vote.has('voteOpen')).toBe(false)
  expect(session.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['Recovered', 'Migrated']))
  await session.close()
})

test('a power cut at any moment of the migration from version 2 loses nothing', async () => {
  const bytes = golden('2-all')
  const wanted = JSON.parse(bytes.toString()).records.length
  for (let seed = 1; seed <= 6; seed += 1) {
    const disk = diskWith(bytes, seed)
    const images: SimDisk[] = []
    disk.onStep = () => images.push(disk.afterPowerCut())
    await must(await openSession(FILE, simDeps(disk))).close()
    expect(images.length).toBeGreaterThan(5)
    for (const image of images) {
      const { tables } = must(await openSession(FILE, simDeps(image)))
      expect(recordsOf(tables)).toBe(wanted)
      expect(tables.vote.get('voteOpen')?.rounds[0]?.handsPeople).toEqual(HANDS_PEOPLE)
    }
  }
})
