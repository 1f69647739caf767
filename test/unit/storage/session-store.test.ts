import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyDiff } from '@core/change/diff'
import { nodeStorageDeps } from '../../../electron/storage/node-deps'
import { createSession, openSession } from '../../../electron/storage/session-store'
import type { OpenSession } from '../../../electron/storage/session-types'
import { addCard, smallDocument } from '../../helpers/sample-records'
import { must } from '../../helpers/must'
import { tempDir } from '../../helpers/temp-dir'

const add = (session: OpenSession, seq: number): Promise<void> => {
  const entry = addCard(seq)
  expect(applyDiff(session.tables, entry.diff).ok).toBe(true)
  return session.append(entry)
}

test('what was appended is there after a clean close', async () => {
  const folder = await tempDir()
  const deps = nodeStorageDeps(join(folder, 'app'))
  const path = join(folder, 'One.polyphony.json')
  const session = must(await createSession(path, smallDocument(), deps))
  await Promise.all([add(session, 1), add(session, 2)])
  await add(session, 3)
  expect((await readdir(join(folder, '.One.polyphony'))).toSorted()).toEqual([
    'journal-2',
    'lock.json',
    'previous.json',
  ])
  await session.close()
  expect(await readdir(folder)).toEqual(['One.polyphony.json', 'app'])
  const text = await readFile(path, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ format: 'polyphony-session', lastSeq: 3, open: false })
  const again = must(await openSession(path, deps))
  expect(again.notices).toEqual([])
  expect([...again.tables.card.keys()]).toEqual(['card1', 'card2', 'card3'])
  expect(again.recentKeys).toEqual(['key1', 'key2', 'key3'])
  await again.close()
})
