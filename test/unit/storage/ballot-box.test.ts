import { expect, test } from 'vitest'
import { openBox, removeBox } from '../../../electron/storage/ballot-box'
import { layoutOf } from '../../../electron/storage/layout'
import type { BallotBox } from '../../../electron/storage/session-types'
import type { Rig } from '../../helpers/faults'
import { rig } from '../../helpers/faults'
import { must } from '../../helpers/must'
import { FILE } from '../../helpers/power-cuts'
import { simDeps } from '../../helpers/sim-deps'
import { seededRandom } from '../../helpers/sim-disk'

const SLOT = 160
const layout = layoutOf(FILE)
const address = { layout, sessionId: 'ses1', roundId: 'round1', slotBytes: SLOT }
const KEY = '/app/keys/ses1-round1.key'
const BOX = layout.box('round1')

const ballot = (rev: number) => ({
  cred: `cred${rev}`,
  rev,
  ballot: { dots: Object.fromEntries([[`option${rev}`, rev]]) },
})

const filled = async (made: Rig, count: number): Promise<BallotBox> => {
  const box = must(await openBox(made.deps, address, 'create'))
  await Promise.all(Array.from({ length: count }, (_, index) => box.append(ballot(index + 1))))
  return box
}

const revsIn = async (made: Rig): Promise<number[] | string> => {
  const opened = await openBox(made.deps, address, 'reopen')
  return opened.ok ? opened.value.ballots.map(({ rev }) => rev) : opened.error.code
}

test('a box opened again holds every ballot, and takes more', async () => {
  const made = rig(1)
  const box = await filled(made, 3)
  expect(box.ballots).toEqual([ballot(1), ballot(2), ballot(3)])
  const again = must(await openBox(made.deps, address, 'reopen'))
  expect(again.ballots).toEqual([ballot(1), ballot(2), ballot(3)])
  await again.append(ballot(4))
  expect(await revsIn(made)).toEqual([1, 2, 3, 4])
})

test('the box tells nothing: no credential, no choice, one length for all', async () => {
  const made = rig(2)
  await filled(made, 5)
  const text = made.disk.files().get(BOX)?.toString() ?? ''
  expect(text).not.toMatch(/cred|option|dots/)
  const sealed = [...text.matchAll(/"t":"ballot","v":"([^"]*)"/g)].map(([, value]) => value ?? '')
  expect(sealed.length).toBe(5)
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
  for (const [path, bytes] of made.disk.files()) if (path !== KEY) expect(bytes.includes('option')).toBe(false)
})

test('no nonce is used twice under a key, over restarts and torn tails', async () => {
  const made = rig(3)
  await filled(made, 4)
  const nonces: string[] = []
  for (let restart = 0; restart < 5; restart += 1) {
    const bytes = made.disk.files().get(BOX) ?? Buffer.alloc(0)
    for (const [, value] of bytes.toString().matchAll(/"t":"ballot","v":"([^"]*)"/g)) {
      nonces.push(
        `${Buffer.from(value ?? '', 'base64')
          .subarray(0, 12)
          .toString('hex')} ${value}`,
      )
    }
    made.disk.plant(BOX, bytes.subarray(0, bytes.lastIndexOf('}') - 20))
    const box = must(await openBox(made.deps, address, 'reopen'))
    await box.append(ballot(100 + restart))
  }
  const byNonce = new Map(nonces.map((line) => line.split(' ') as [string, string]))
  expect(byNonce.size).toBe(new Set(nonces).size)
})

test('a missing box, a missing key or a damaged box is named, never an empty box', async () => {
  const made = rig(4)
  await filled(made, 4)
  const box = made.disk.files().get(BOX) ?? Buffer.alloc(0)
  const key = made.disk.files().get(KEY) ?? Buffer.alloc(0)
  made.disk.plant(BOX, null)
  expect(await revsIn(made)).toBe('BoxMissing')
  made.disk.plant(BOX, box)
  made.disk.plant(KEY, null)
  expect(await revsIn(made)).toBe('BoxKeyMissing')
  made.disk.plant(KEY, Buffer.alloc(key.length, 7))
  expect(await openBox(made.deps, address, 'reopen')).toEqual({ ok: false, error: { code: 'BoxDamaged', readable: 0 } })
  made.disk.plant(KEY, key)
  expect(await revsIn(made)).toEqual([1, 2, 3, 4])
})

test('a flipped bit never changes a ballot: it is there, or the damage is named, or it was the last write', async () => {
  const made = rig(5)
  const box = must(await openBox(made.deps, address, 'create'))
  for (let rev = 1; rev <= 4; rev += 1) await box.append(ballot(rev))
  const whole = made.disk.files().get(BOX) ?? Buffer.alloc(0)
  const random = seededRandom(6)
  for (let i = 0; i < 500; i += 1) {
    const bytes = Buffer.from(whole)
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    made.disk.plant(BOX, bytes)
    const opened = await openBox(made.deps, address, 'reopen')
    if (!opened.ok) {
      expect(opened.error.code).toBe('BoxDamaged')
      const salvaged = must(await openBox(made.deps, address, 'salvage'))
      expect(opened.error).toMatchObject({ readable: salvaged.ballots.length })
      continue
    }
    expect(opened.value.ballots.length).toBeGreaterThanOrEqual(3)
    for (const found of opened.value.ballots) expect(found).toEqual(ballot(found.rev))
  }
})

test('a ballot that could not be written is refused, and counts only when it is cast again', async () => {
  for (const code of ['ENOSPC', 'EIO']) {
    const made = rig(7, code === 'EIO')
    const box = await filled(made, 2)
    made.breakWith((call) => (call.what === 'write' ? { code, bytes: 30 } : null))
    await expect(box.append(ballot(3))).rejects.toMatchObject({ code: code === 'EIO' ? 'DiskError' : 'DiskFull' })
    made.breakWith(null)
    expect(await revsIn(made)).toEqual([1, 2])
    await box.append(ballot(4))
    expect(await revsIn(made)).toEqual([1, 2, 4])
  }
})

test('destroyed: the key goes first, and nothing is left', async () => {
  const made = rig(8)
  await filled(made, 2)
  const order: string[] = []
  made.breakWith((call) => {
    if (call.what === 'unlink') order.push(call.path)
    return null
  })
  await removeBox(made.deps, address)
  expect(order).toEqual([KEY, BOX])
  expect(made.disk.files().has(KEY) || made.disk.files().has(BOX)).toBe(false)
  await removeBox(made.deps, address)
})

test('a ballot survives a power cut in a folder that was made for the box', async () => {
  // Nothing but the sync of the folder's own name keeps it here: no snapshot of a session follows.
  for (let seed = 1; seed <= 60; seed += 1) {
    const made = rig(seed)
    await filled(made, 3)
    const after = made.disk.afterPowerCut()
    const opened = await openBox(simDeps(after), address, 'reopen')
    expect([seed, opened.ok && opened.value.ballots.length]).toEqual([seed, 3])
  }
})
