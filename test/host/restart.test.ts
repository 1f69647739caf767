import { afterAll, describe, expect, test } from 'vitest'
import type { HomeView } from '@core/protocol/views'
import { removeBuiltCli, startServe } from '../helpers/built-cli'
import { must } from '../helpers/must'
import type { Socket } from '../helpers/phones'
import { openPhone, openSocket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { NEW_SESSION, openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

afterAll(removeBuiltCli)

const reopen = async (facilitator: Talker): Promise<void> => {
  const home: HomeView = must(await facilitator.request('home.view', {}))
  must(await facilitator.request('session.open', { fileId: home.sessions[0]?.fileId ?? '' }))
}

const cast = (phone: Talker, roundId: string, rev: number, values: (number | null)[]) =>
  phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev, ballot: { values } })

test('after a restart the room is as it was and phones keep their ballot', async () => {
  const first = await startTestHost()
  const before = await startSession(first)
  const room = await openRoom(before)
  const roundId = await openDotVote(before)
  const phone = await openPhone(room.url)
  const device = phone.welcome().credential ?? ''
  must(await cast(phone, roundId, 1, [3, 0, 0]))
  await first.stop()
  expect(await phone.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'shutting-down' })

  const second = await startTestHost({ folder: first.folder })
  const facilitator = await second.window('facilitator')
  await reopen(facilitator)
  const { snapshot } = await facilitator.push('session.opened')
  expect(snapshot.notices).toEqual([{ code: 'room-reopened', params: { code: room.code } }])
  const again = must(await facilitator.request('room.view', {}))
  expect([again.url, again.code, again.typed]).toEqual([room.url, room.code, room.typed])
  const back = await openPhone(again.url, { device })
  expect(back.welcome().credential).toBe(device)
  expect(must(await back.request('ballot.mine', { voteId: 'vote-1', roundId }))).toMatchObject({
    rev: 1,
    ballot: { values: [3, 0, 0] },
  })
  must(await cast(back, roundId, 2, [0, 1, 0]))
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const closed = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
  expect(JSON.stringify(closed)).toContain('"overall":{"ballots":1,"rows":[[0],[1],[0]]}')
})

test('a room that was closed stays closed', async () => {
  const first = await startTestHost()
  const before = await startSession(first)
  await openRoom(before)
  must(await before.request('session.leave', {}))
  await reopen(before)
  expect(must(await before.request('room.view', {})).open).toBe(false)
})

const enter = async (url: string): Promise<Socket> => {
  const { origin, hash } = new URL(url)
  const page = await openSocket(origin)
  const answer = await page.hello({ role: 'facilitator', proof: { kind: 'link', token: hash.slice(3) } })
  if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer))
  return page
}

describe('`polyphony serve` in a process of its own', () => {
  test('killed at work loses nothing that was acknowledged', async () => {
    const folder = await tempDir()
    const first = await startServe(folder)
    const page = await enter(first.ready.facilitatorUrl)
    must(await page.request('session.create', NEW_SESSION))
    const acknowledged: string[] = []
    const dead = first.ended
    let isKilled = false
    const work = (async () => {
      for (let count = 0; !isKilled; count += 1) {
        const id = `task-${count}`
        const answer = await Promise.race([page.request('task.add', { id, text: `Task ${count}` }), dead])
        if (typeof answer === 'object' && answer?.ok) acknowledged.push(id)
        if (acknowledged.length === 50) {
          isKilled = true
          first.child.kill('SIGKILL')
        }
      }
    })()
    await Promise.all([work, dead])
    const second = await startServe(folder)
    const again = await enter(second.ready.facilitatorUrl)
    const home = must(await again.request('home.view', {}))
    expect(home.sessions[0]?.interrupted).toBe(true)
    await reopen(again)
    const { snapshot } = await again.push('session.opened')
    const tasks = new Set(snapshot.records.filter((record) => record.type === 'task').map(({ id }) => id))
    expect(acknowledged.filter((id) => !tasks.has(id))).toEqual([])
    expect(snapshot.notices.map(({ code }) => code)).toContain('recovered')
  })

  test('SIGTERM ends it cleanly within two seconds', async () => {
    const folder = await tempDir()
    const serving = await startServe(folder)
    const page = await enter(serving.ready.facilitatorUrl)
    must(await page.request('session.create', NEW_SESSION))
    const asked = Date.now()
    serving.child.kill('SIGTERM')
    expect(await page.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'shutting-down' })
    expect(await serving.ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(2_000)
    const host = await startTestHost({ folder })
    const home = must(await (await host.window('facilitator')).request('home.view', {}))
    expect(home.sessions.map(({ interrupted }) => interrupted)).toEqual([false])
  })

  test('a second program may only read, and says so', async () => {
    const folder = await tempDir()
    const serving = await startServe(folder)
    const page = await enter(serving.ready.facilitatorUrl)
    must(await page.request('session.create', NEW_SESSION))
    const host = await startTestHost({ folder })
    const reader = await host.window('facilitator')
    const home = must(await reader.request('home.view', {}))
    expect(home.sessions).toMatchObject([{ elsewhere: true, interrupted: false }])
    await reopen(reader)
    const { snapshot } = await reader.push('session.opened')
    expect([snapshot.readOnly, snapshot.notices[0]?.code]).toEqual([true, 'read-only'])
    const refused = { ok: false, error: { code: 'read-only' } }
    expect(await reader.request('session.update', { title: 'Mine now' })).toEqual(refused)
    expect(await reader.request('room.open', {})).toEqual(refused)
  })

  test('each line on stdin prints a fresh link', async () => {
    const serving = await startServe(await tempDir())
    serving.child.stdin?.write('\n')
    const link = JSON.parse(await serving.line()) as { event: string; facilitatorUrl: string }
    expect(link.event).toBe('link')
    expect(link.facilitatorUrl).not.toBe(serving.ready.facilitatorUrl)
    await enter(link.facilitatorUrl)
    await enter(serving.ready.facilitatorUrl)
  })
})
