import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenSession } from '../../electron/storage/session-types'
import { createSession, openSession } from '../../electron/storage/session-store'
import { nodeHostDeps, nodeStorageDeps } from '../../electron/host/cli/node-deps'
import type { HostDeps } from '../../electron/host/ports'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openDotVote, openRoom, startSession, startTestHost, testChoices } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

const reopen = async (facilitator: Talker) => {
  const home = must(await facilitator.request('home.view', {}))
  facilitator.forget()
  must(await facilitator.request('session.open', { fileId: home.sessions[0]?.fileId ?? '' }))
  return (await facilitator.push('session.opened')).snapshot
}

const boxesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(join(folder, 'data'), { recursive: true })
  return names.filter((name) => /box-/.test(name))
}

/** Storage that leaves out the last steps of a close, as a crash between them would. */
const storageThatStops = async (folder: string): Promise<HostDeps['storage']> => {
  const deps = await nodeHostDeps(await testChoices(folder))
  const storage = nodeStorageDeps(deps.appData)
  const cut = (session: OpenSession): OpenSession =>
    new Proxy(session, {
      get: (target, name) => {
        if (name === 'destroyBox') return () => Promise.reject(new Error('the power went'))
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  return {
    ...deps.storage,
    create: async (path, records) => {
      const made = await createSession(path, records, storage)
      return made.ok ? { ok: true, value: cut(made.value) } : made
    },
    open: async (path, options) => openSession(path, storage, options),
  }
}

describe('an open vote', () => {
  test('outlives leaving and opening the session', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const roundId = await openDotVote(facilitator)
    const phone = await openPhone(room.url)
    const device = phone.welcome().credential ?? ''
    const ballot = { values: [2, 0, 1] }
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot }))
    must(await facilitator.request('session.leave', {}))
    await reopen(facilitator)
    const again = await openPhone((await openRoom(facilitator)).url, { device })
    expect(must(await again.request('ballot.mine', { voteId: 'vote-1', roundId }))).toMatchObject({ rev: 1, ballot })
  })

  test('closed just before a crash leaves no box behind after the next opening', async () => {
    const folder = await tempDir()
    const first = await startTestHost({ folder, storage: await storageThatStops(folder) })
    const facilitator = await startSession(first)
    const room = await openRoom(facilitator)
    const roundId = await openDotVote(facilitator)
    const phone = await openPhone(room.url)
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [2, 0, 1] } }))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    await first.stop()
    expect(await boxesIn(folder)).toHaveLength(1)
    const second = await startTestHost({ folder })
    const snapshot = await reopen(await second.window('facilitator'))
    expect(await boxesIn(folder)).toHaveLength(0)
    expect(JSON.stringify(snapshot.records)).toContain('"overall":{"ballots":1,"rows":[[2],[0],[1]]}')
  })
})
