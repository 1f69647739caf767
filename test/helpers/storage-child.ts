import { writeSync } from 'node:fs'
import { nodeStorageDeps } from '../../electron/storage/node-deps'
import { createSession, openSession } from '../../electron/storage/session-store'
import type { OpenSession } from '../../electron/storage/session-types'
import { addChanges } from './damage'
import { must } from './must'
import { smallDocument } from './sample-records'
import { seededRandom } from './sim-disk'

// A program of its own for tests that kill it: `work` changes a session without end, `race` opens it and holds it.
const [mode = '', path = '', appData = '', seed = '1'] = process.argv.slice(2)
const say = (word: string): number => writeSync(1, `${word}\n`)

const work = async (): Promise<void> => {
  const random = seededRandom(Number(seed))
  const deps = nodeStorageDeps(appData)
  const opened = await openSession(path, deps, { whenLocked: 'fail' })
  const session: OpenSession = opened.ok ? opened.value : must(await createSession(path, smallDocument(), deps))
  say(`open ${session.lastSeq}`)
  for (;;) {
    await addChanges(session, 1 + Math.floor(random() * 5))
    say(`safe ${session.lastSeq}`)
    if (random() < 0.05) await session.snapshot('backup')
  }
}

const race = async (): Promise<void> => {
  process.stdin.resume()
  await new Promise((resolve) => process.stdin.once('data', resolve))
  const opened = await openSession(path, nodeStorageDeps(appData), { whenLocked: 'fail' })
  say(opened.ok ? 'won' : opened.error.code)
  await new Promise((resolve) => process.stdin.once('data', resolve))
  if (opened.ok) await opened.value.close()
  process.exit(0)
}

void (mode === 'race' ? race() : work())
