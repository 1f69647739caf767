import { expect, test } from 'vitest'
import { z } from 'zod'
import { smallJson } from '../../../electron/storage/small-json'
import { rig } from '../../helpers/faults'
import { seededRandom, SimDisk } from '../../helpers/sim-disk'
import { simDeps } from '../../helpers/sim-deps'

const schema = z.object({ lang: z.string(), recent: z.array(z.string()) })
const PATH = '/app/settings.json'

const disk = (): SimDisk => {
  const made = new SimDisk(seededRandom(2))
  made.plant('/app/readme', Buffer.alloc(0))
  return made
}

test('missing is missing; what was written is read', async () => {
  const file = smallJson(simDeps(disk()), PATH, schema)
  expect(await file.read()).toEqual({ kind: 'missing' })
  await Promise.all([file.write({ lang: 'en', recent: [] }), file.write({ lang: 'sl', recent: ['a'] })])
  expect(await file.read()).toEqual({ kind: 'read', value: { lang: 'sl', recent: ['a'] } })
})

test.each(['', '{', 'null', '{"lang":3,"recent":[]}', '{"lang":"en","recent":[],"__proto__":{}}', '\0\0\0\0'])(
  'damaged as %j it is moved away and said, never reset in silence',
  async (text) => {
    const made = disk()
    made.plant(PATH, Buffer.from(text))
    const file = smallJson(simDeps(made), PATH, schema)
    const found = await file.read()
    expect(found.kind).toBe('damaged')
    if (found.kind === 'damaged')
      expect(
        made
          .files()
          .get(found.movedTo ?? '')
          ?.toString(),
      ).toBe(text)
    expect(await file.read()).toEqual({ kind: 'missing' })
  },
)

test('after a power cut at any step the old or the new value is there', async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const made = new SimDisk(seededRandom(seed))
    made.plant('/app/readme', Buffer.alloc(0))
    const file = smallJson(simDeps(made), PATH, schema)
    await file.write({ lang: 'en', recent: ['old'] })
    const images: SimDisk[] = []
    made.onStep = () => images.push(made.afterPowerCut())
    await file.write({ lang: 'en', recent: ['new'] })
    made.onStep = () => {}
    for (const image of images) {
      const found = await smallJson(simDeps(image), PATH, schema).read()
      expect(found.kind === 'read' && ['old', 'new'].includes(found.value.recent[0] ?? '')).toBe(true)
    }
    const last = await smallJson(simDeps(made.afterPowerCut()), PATH, schema).read()
    expect(last).toEqual({ kind: 'read', value: { lang: 'en', recent: ['new'] } })
  }
})

test('a full disk keeps the old value and says so', async () => {
  const made = rig(3)
  const file = smallJson(made.deps, PATH, schema)
  await file.write({ lang: 'en', recent: ['old'] })
  made.breakWith((call) => (call.what === 'write' ? { code: 'ENOSPC', bytes: 5 } : null))
  await expect(file.write({ lang: 'en', recent: ['new'] })).rejects.toMatchObject({ code: 'ENOSPC' })
  made.breakWith(null)
  expect(await file.read()).toEqual({ kind: 'read', value: { lang: 'en', recent: ['old'] } })
})
