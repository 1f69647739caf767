import { describe, expect, test } from 'vitest'
import type { FileSystem } from '../../electron/storage/file-system'
import { nodeFileSystem } from '../../electron/storage/file-system'
import { createSession, openSession } from '../../electron/storage/session-store'
import { nodeHostDeps, nodeStorageDeps } from '../../electron/host/cli/node-deps'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { openDotVote, openRoom, startSession, startTestHost, testChoices } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

/** The real disk, which is full whenever `full` says so. */
const fillable = () => {
  const state = { full: false }
  const refuse = (): void => {
    if (state.full) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  const fs: FileSystem = {
    ...nodeFileSystem,
    open: async (path, mode, options) => {
      const handle = await nodeFileSystem.open(path, mode, options)
      return {
        ...handle,
        write: (...args) => {
          refuse()
          return handle.write(...args)
        },
      }
    },
  }
  return { state, fs }
}

const enter = async () => {
  const folder = await tempDir()
  const disk = fillable()
  const deps = await nodeHostDeps(await testChoices(folder))
  const storage = { ...nodeStorageDeps(deps.appData), fs: disk.fs }
  const host = await startTestHost({
    folder,
    storage: {
      ...deps.storage,
      create: (path, records) => createSession(path, records, storage),
      open: (path, options) => openSession(path, storage, options),
    },
  })
  const facilitator = await startSession(host)
  return { disk: disk.state, host, facilitator, room: await openRoom(facilitator) }
}

describe('a full disk', () => {
  test('keeps changes in memory, says so, takes nothing from phones, and saves all once there is room', async () => {
    const { disk, facilitator, room } = await enter()
    const roundId = await openDotVote(facilitator)
    const phone = await openPhone(room.url)
    facilitator.forget()
    disk.full = true
    const pending = facilitator.request('task.add', { id: 'task-1', text: 'Not yet on disk' })
    const failed = await facilitator.push('save.changed', ({ state }) => state === 'failed')
    expect(failed).toMatchObject({ code: 'disk-full', unsaved: 1 })
    const card = { id: 'card-1', secret: 'a-secret-of-this-phone', text: 'From a phone', quote: 'none' } as const
    const stalled = { ok: false, error: { code: 'storage-stalled' } }
    expect(await phone.request('card.submit', card)).toEqual(stalled)
    const ballot = { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [1, null, null] } }
    expect(await phone.request('ballot.cast', ballot)).toEqual(stalled)
    expect(facilitator.received.some((message) => message.t === 'res')).toBe(false)
    expect(await facilitator.request('session.retry-save', {})).toMatchObject({ error: { code: 'disk-full' } })
    disk.full = false
    must(await facilitator.request('session.retry-save', {}))
    must(await pending)
    must(await phone.request('card.submit', card))
    must(await phone.request('ballot.cast', ballot))
  })

  test('can be left behind by saving elsewhere', async () => {
    const { disk, facilitator, host } = await enter()
    disk.full = true
    const pending = facilitator.request('task.add', { id: 'task-1', text: 'Saved elsewhere' })
    await facilitator.push('save.changed', ({ state }) => state === 'failed')
    disk.full = false
    must(await facilitator.request('session.save-elsewhere', { folder: await tempDir() }))
    must(await pending)
    await host.stop()
  })
})
