import { describe, expect, test } from 'vitest'
import type { RoomView } from '@core/protocol/views'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const addGroup = async (facilitator: Talker, id: string): Promise<void> => {
  must(await facilitator.request('group.add', { id, label: { text: id } }))
}

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  await addGroup(facilitator, 'group-a')
  const room = await openRoom(facilitator)
  await addGroup(facilitator, 'group-b')
  const both = must(await facilitator.request('room.view', {}))
  return { host, facilitator, room, both }
}

const codeOf = ({ groups }: RoomView, id: string) => {
  const found = groups.find(({ groupId }) => groupId === id)
  if (!found) throw new Error(`no code of ${id}`)
  return found
}

const groupOf = (phone: Talker): string | null => phone.welcome().groupId

describe('the codes of parallel groups', () => {
  test('are each their own, and live as soon as the group is there', async () => {
    const { room, both } = await enter()
    expect(room.groups.map(({ groupId }) => groupId)).toEqual(['group-a'])
    expect(both.groups.map(({ groupId }) => groupId)).toEqual(['group-a', 'group-b'])
    expect(codeOf(both, 'group-a')).toEqual(codeOf(room, 'group-a'))
    expect(new Set([both.code, ...both.groups.map(({ code }) => code)]).size).toBe(3)
    expect(new Set([both.url, ...both.groups.map(({ url }) => url)]).size).toBe(3)
  })

  test('put a phone into its group, by QR and as typed; the code of all into none', async () => {
    const { both } = await enter()
    expect(groupOf(await openPhone(codeOf(both, 'group-a').url))).toBe('group-a')
    expect(groupOf(await openPhone(both.url))).toBeNull()
    const typing = await openSocket(both.url)
    const code = codeOf(both, 'group-b').code.toLowerCase().replace(' ', '')
    expect(await typing.hello({ role: 'participant', proof: { kind: 'join', code } })).toMatchObject({
      t: 'welcome',
      groupId: 'group-b',
    })
  })

  test('what a phone says of its group itself is not believed', async () => {
    const { both } = await enter()
    const phone = await openSocket(both.url)
    const secret = new URL(both.url).hash.slice(3)
    const answer = await phone.hello({ role: 'participant', proof: { kind: 'join', secret }, groupId: 'group-a' })
    expect(answer).toMatchObject({ t: 'welcome', groupId: null })
  })

  test('a phone keeps its group when it comes back, and changes it with another code as the same phone', async () => {
    const { both } = await enter()
    const first = await openPhone(codeOf(both, 'group-a').url)
    const device = first.welcome().credential ?? ''
    const back = await openSocket(both.url)
    expect(await back.hello({ role: 'participant', proof: { kind: 'join', device } })).toMatchObject({
      t: 'welcome',
      groupId: 'group-a',
    })
    const moved = await openPhone(codeOf(both, 'group-b').url, { device })
    expect(groupOf(moved)).toBe('group-b')
    // The same phone: its older connection went.
    expect(await back.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'replaced' })
    const later = moved.welcome().credential ?? ''
    expect(groupOf(await openPhone(both.url, { device: later }))).toBeNull()
  })

  test('go with their group; phones of it stay in the room', async () => {
    const { facilitator, both } = await enter()
    const gone = codeOf(both, 'group-a')
    const phone = await openPhone(gone.url)
    const device = phone.welcome().credential ?? ''
    must(await facilitator.request('group.remove', { id: 'group-a' }))
    expect(must(await facilitator.request('room.view', {})).groups.map(({ groupId }) => groupId)).toEqual(['group-b'])
    const newcomer = await openSocket(gone.url)
    const secret = new URL(gone.url).hash.slice(3)
    expect(await newcomer.hello({ role: 'participant', proof: { kind: 'join', secret } })).toMatchObject({
      failure: { code: 'wrong-code' },
    })
    const back = await openSocket(both.url)
    expect((await back.hello({ role: 'participant', proof: { kind: 'join', device } })).t).toBe('welcome')
  })

  test('come back after a restart of the program as they were', async () => {
    const { host, both } = await enter()
    await host.stop()
    const again = await startTestHost({ folder: host.folder })
    const facilitator = await again.window('facilitator')
    const [session] = must(await facilitator.request('home.view', {})).sessions
    must(await facilitator.request('session.open', { fileId: session?.fileId ?? '' }))
    const view = must(await facilitator.request('room.view', {}))
    expect(view.groups.map(({ code }) => code)).toEqual(both.groups.map(({ code }) => code))
  })
})

describe('what the rooms see', () => {
  test('each projector has the picture of its group, and goes blank and back alone', async () => {
    const { host, facilitator } = await enter()
    must(await facilitator.request('stage.show', { stage: { view: 'join' }, groupId: 'group-a' }))
    must(await facilitator.request('stage.show', { stage: { view: 'timer' } }))
    const screen = await host.window('projector')
    must(await screen.request('stage.toggle-blank', {}))
    const stages = async () => {
      const { session } = (await host.window('facilitator')).welcome()
      if (session.kind !== 'snapshot') throw new Error('no session')
      return session.snapshot.records.flatMap((record) =>
        record.type === 'session' || record.type === 'group' ? [record.stage.view] : [],
      )
    }
    const [all, a] = await stages()
    expect([all, a]).toEqual(['blank', 'join'])
    must(await screen.request('stage.toggle-blank', {}))
    expect((await stages())[0]).toBe('timer')
    // The facilitator's key is for every screen.
    must(await facilitator.request('stage.toggle-blank', {}))
    expect(new Set(await stages())).toEqual(new Set(['blank']))
    must(await facilitator.request('stage.toggle-blank', {}))
    expect((await stages()).slice(0, 2)).toEqual(['timer', 'join'])
    // Everybody's is blank already: the key brings it back, and leaves the groups' alone.
    must(await facilitator.request('stage.show', { stage: { view: 'blank' } }))
    must(await facilitator.request('stage.toggle-blank', {}))
    expect((await stages()).slice(0, 2)).toEqual(['timer', 'join'])
  })

  test('what was shown before is gone meanwhile: the step comes back', async () => {
    const { facilitator } = await enter()
    must(await facilitator.request('stage.show', { stage: { view: 'board', boardId: 'board-1' } }))
    must(await facilitator.request('stage.toggle-blank', { groupId: undefined }))
    must(await facilitator.request('step.update', { id: 'step-1', boardId: null }))
    must(await facilitator.request('board.remove', { id: 'board-1' }))
    facilitator.forget()
    must(await facilitator.request('stage.toggle-blank', {}))
    const change = await facilitator.push('doc.changed', ({ diff }) =>
      (diff.changed ?? []).some(({ type }) => type === 'session'),
    )
    expect(change.diff.changed?.find(({ type }) => type === 'session')?.to).toEqual({ stage: { view: 'step' } })
  })

  test('the facilitator knows how many projectors there are', async () => {
    const { host, facilitator } = await enter()
    const screen = await host.window('projector')
    expect((await facilitator.push('room.changed', ({ screens }) => screens.length === 1)).screens).toEqual([
      { groupId: null, granted: false },
    ])
    facilitator.forget()
    screen.end()
    await facilitator.push('room.changed', ({ screens }) => screens.length === 0)
  })
})

describe('a phone that comes back after an hour', () => {
  test('is in again by its token, with everything as it is now', async () => {
    const time = createHandTimers()
    const { facilitator, both } = await enter({ clock: time.clock, timers: time.timers })
    const url = codeOf(both, 'group-a').url
    const phone = await openPhone(url)
    const device = phone.welcome().credential ?? ''
    const { session } = phone.welcome()
    const resume = session.kind === 'snapshot' ? session.snapshot : { sessionId: '', seq: 0 }
    time.pass(60 * 60_000)
    await phone.closed
    must(await facilitator.request('room.lock', { locked: true }))
    must(await facilitator.request('session.update', { title: 'An hour later' }))
    const back = await openPhone(url, { device, resume: { sessionId: resume.sessionId, seq: resume.seq } })
    expect(groupOf(back)).toBe('group-a')
    expect(JSON.stringify(back.welcome().session)).toContain('An hour later')
  })
})
