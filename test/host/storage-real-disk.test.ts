import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSession } from '../../electron/storage/check-session'
import { nodeFileSystem } from '../../electron/storage/file-system'
import { nodeStorageDeps } from '../../electron/storage/node-deps'
import { createSession, openSession } from '../../electron/storage/session-store'
import { addChanges } from '../helpers/damage'
import { must } from '../helpers/must'
import { cardsAfter, cardsOf } from '../helpers/power-cuts'
import { smallDocument } from '../helpers/sample-records'
import { tempDir } from '../helpers/temp-dir'

const place = async () => {
  const folder = await tempDir()
  const lab = join(folder, 'lab')
  await mkdir(lab)
  const real = nodeStorageDeps(join(folder, 'app'))
  let later = 0
  const deps = { ...real, clock: { now: () => real.clock.now() + later } }
  const tick = (ms: number): void => {
    later += ms
  }
  return { folder, lab, path: join(lab, 'One.polyphony.json'), deps, tick }
}

test('the folder beside the file removed while open: the next change is safe all the same', async () => {
  const { lab, path, deps, tick } = await place()
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 2)
  await rm(join(lab, '.One.polyphony'), { recursive: true })
  tick(1_000)
  await addChanges(session, 1)
  expect(session.state.state).toBe('saved')
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ open: true })
  expect(existsSync(join(lab, '.One.polyphony', 'previous.json'))).toBe(true)
  await session.close()
  const again = must(await openSession(path, deps))
  expect(cardsOf(again.tables)).toBe(cardsAfter(3))
  await again.close()
})

test('the whole place removed while open is named, and saving elsewhere rescues everything', async () => {
  const { folder, lab, path, deps, tick } = await place()
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 2)
  await rm(lab, { recursive: true })
  tick(1_000)
  const unsaved = addChanges(session, 1)
  await new Promise<void>((resolve) => session.onState(({ state }) => state === 'failed' && resolve()))
  expect(session.state).toEqual({ state: 'failed', unsaved: 1, code: 'Gone' })
  const elsewhere = join(folder, 'Rescued.polyphony.json')
  expect(await session.saveElsewhere(elsewhere)).toEqual({ ok: true, value: elsewhere })
  await unsaved
  expect(session.path).toBe(elsewhere)
  await session.close()
  expect(existsSync(lab)).toBe(false)
  const again = must(await openSession(elsewhere, deps))
  expect(cardsOf(again.tables)).toBe(cardsAfter(3))
  await again.close()
})

test('a file changed by another program while open is copied away before it is replaced', async () => {
  const { folder, path, deps } = await place()
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 1)
  const changed = (await readFile(path, 'utf8')).replace('Families lab, first session', 'Changed by hand')
  await writeFile(path, changed)
  await session.snapshot('backup')
  expect(session.state).toMatchObject({ state: 'saved', code: 'ChangedOutside' })
  const copies = await readdir(join(folder, 'app', 'quarantine', 'ses1'))
  const copy = join(folder, 'app', 'quarantine', 'ses1', copies[0] ?? '', 'One.polyphony.json')
  expect(await readFile(copy, 'utf8')).toBe(changed)
  await session.close()
})

test('a file edited by hand while closed opens with a notice; the check says so and changes nothing', async () => {
  const { path, deps } = await place()
  await must(await createSession(path, smallDocument(), deps)).close()
  expect(await checkSession(path, nodeFileSystem)).toMatchObject({ verdict: 'valid', notices: [], records: 2 })
  const edited = (await readFile(path, 'utf8')).replace('Families lab, first session', 'Edited by hand')
  await writeFile(path, edited)
  expect(await checkSession(path, nodeFileSystem)).toMatchObject({
    verdict: 'recoverable',
    notices: [{ code: 'EditedOutside' }],
  })
  expect(await readFile(path, 'utf8')).toBe(edited)
  const session = must(await openSession(path, deps))
  expect(session.notices).toEqual([{ code: 'EditedOutside' }])
  expect(session.tables.session.get('ses1')?.title).toBe('Edited by hand')
  await session.close()
  expect(await checkSession(path, nodeFileSystem)).toMatchObject({ verdict: 'valid', notices: [] })
})

test('after a loss nothing opens without consent; with it, what is safe opens and all is in quarantine', async () => {
  const { folder, lab, path, deps } = await place()
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 2)
  await session.snapshot('backup')
  await addChanges(session, 2)
  const crashed = join(folder, 'crashed')
  await cp(lab, crashed, { recursive: true })
  await session.close()
  const file = join(crashed, 'One.polyphony.json')
  await rm(join(crashed, '.One.polyphony', 'journal-3'))
  await rm(join(crashed, '.One.polyphony', 'lock.json'))
  expect(await checkSession(file, nodeFileSystem)).toMatchObject({
    verdict: 'recoverable',
    failure: { code: 'JournalMissing' },
  })
  const before = await readFile(file)
  expect(await openSession(file, deps)).toMatchObject({
    ok: false,
    error: { code: 'JournalMissing', lost: { after: 2 } },
  })
  expect(await readFile(file)).toEqual(before)
  const opened = must(await openSession(file, deps, { accept: 'loss' }))
  const notice = opened.notices[0]
  expect(notice).toMatchObject({ code: 'LossAccepted', failure: 'JournalMissing', lost: { after: 2 } })
  if (notice?.code === 'LossAccepted')
    expect(await readFile(join(notice.quarantine, 'One.polyphony.json'))).toEqual(before)
  expect(cardsOf(opened.tables)).toBe(cardsAfter(2))
  await opened.close()
})

test('an erasure leaves nothing of it in the file, the journals, the snapshot before, backups or quarantine', async () => {
  const { folder, path, deps } = await place()
  const session = must(await createSession(path, smallDocument(), deps))
  await addChanges(session, 1)
  await session.snapshot('backup')
  const card = session.tables.card.get('card1')
  if (!card) throw new Error('no card')
  session.tables.card.delete('card1')
  const erased = session.append({
    seq: 2,
    at: '2026-03-05T09:00:00.000Z',
    by: 'f',
    name: 'card.erase',
    diff: { removed: [card] },
  })
  await erased
  await session.snapshot('erasure')
  for (const name of await readdir(folder, { recursive: true })) {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0))
    expect({ name, found: bytes.includes(card.text) }).toEqual({ name, found: false })
  }
  await session.close()
})
