import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createGuesser } from '../../../renderer/shared/replica/guess'
import { ClientProvider, useTurnout } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import type { Client } from '../../../renderer/shared/transport/client'
import { aBoard, aCard, aLab, aSession } from '../../helpers/builders'
import { createPageTimers } from './page-timers'
import { createScriptedHost } from './scripted-host'
import { room } from '../projector/open-projector'

const open: Client[] = []
afterEach(() => {
  cleanup()
  for (const client of open.splice(0)) client.close()
})

const connect = async () => {
  const card = aCard({ text: 'as it was' })
  const host = createScriptedHost({ records: [aSession(), aLab(), aBoard(), card], role: 'facilitator' })
  const clock = createPageTimers()
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'facilitator', proof: { kind: 'window' } }),
    timers: clock.timers,
  })
  open.push(client)
  const replica = createReplica(client, createGuesser(client))
  await vi.waitFor(() => expect(client.status()).toBe('online'))
  return { host, clock, client, replica, card, text: () => replica.view.card.get(card.id)?.text }
}

const textChange = (from: string, to: string) => ({
  changed: [{ type: 'card' as const, id: 'card-1', from: { text: from }, to: { text: to } }],
})

const Cast = () => <p>{useTurnout('vote-1')?.cast ?? 'nothing known'}</p>

describe('a page that is drawn after the first messages', () => {
  test('knows what they said', async () => {
    const { host, client, replica } = await connect()
    const channels = { phone: 12, kiosk: 0, paper: 0, hands: 0 }
    host.push('vote.turnout', { voteId: 'vote-1', roundId: 'round-1', cast: 12, present: 26, channels, groups: [] })
    host.push('room.changed', { ...room, phones: 3 })
    await vi.waitFor(() => expect(replica.host.get().room?.phones).toBe(3))
    render(
      <ClientProvider client={client} replica={replica}>
        <Cast />
      </ClientProvider>,
    )
    expect(screen.getByText('12')).toBeTruthy()
  })
})

describe('the replica', () => {
  test('shows a change at once and keeps it when the host confirms', async () => {
    const { host, replica, text } = await connect()
    host.answerWith(() => 'silent')
    const done = replica.run('card.update', { id: 'card-1', text: 'mine' })
    expect(text()).toBe('mine')
    expect(replica.pendingCount()).toBe(1)
    await vi.waitFor(() => expect(host.asks).toHaveLength(1))
    host.change(textChange('as it was', 'mine'), 1)
    host.send({ t: 'res', id: 1, ok: true, result: { seq: 2 } })
    expect(await done).toEqual({ ok: true, value: { seq: 2 } })
    expect(text()).toBe('mine')
    expect(replica.pendingCount()).toBe(0)
  })

  test('takes a refused change back', async () => {
    const { host, replica, text } = await connect()
    host.answerWith(() => ({ failure: { code: 'changed-meanwhile' } }))
    const done = replica.run('card.update', { id: 'card-1', text: 'mine' })
    expect(text()).toBe('mine')
    expect(await done).toEqual({ ok: false, error: { code: 'changed-meanwhile' } })
    expect(text()).toBe('as it was')
  })

  test('keeps a guess over somebody else’s change of another field', async () => {
    const { host, replica, text } = await connect()
    host.answerWith(() => 'silent')
    void replica.run('card.update', { id: 'card-1', text: 'mine' })
    host.change({ changed: [{ type: 'card', id: 'card-1', from: { held: false }, to: { held: true } }] })
    await vi.waitFor(() => expect(replica.view.card.get('card-1')?.held).toBe(true))
    expect(text()).toBe('mine')
  })

  test('asks for the whole document when a change does not fit', async () => {
    const { host, clock, replica, text } = await connect()
    host.push('doc.changed', { seq: 9, diff: textChange('something else', 'x') })
    await vi.waitFor(() => expect(clock.planned()[0]).toBeLessThan(400))
    clock.pass(400)
    await vi.waitFor(() => expect(host.hellos).toHaveLength(2))
    expect(host.hellos[1]?.resume).toBeNull()
    expect(text()).toBe('as it was')
    expect(replica.snapshot()?.sessionId).toBe('session-1')
  })

  test('does not make a change twice whose answer was lost', async () => {
    const { host, clock, replica, text } = await connect()
    host.answerWith(() => 'silent')
    const done = replica.run('card.update', { id: 'card-1', text: 'mine' })
    await vi.waitFor(() => expect(host.asks).toHaveLength(1))
    host.drop()
    host.change(textChange('as it was', 'mine'))
    host.back()
    clock.pass(400)
    expect((await done).ok).toBe(true)
    expect(host.asked('card.update')).toHaveLength(1)
    expect(text()).toBe('mine')
  })

  test('asks again for a change that was lost with the connection', async () => {
    const { host, clock, replica } = await connect()
    host.answerWith(() => 'silent')
    const done = replica.run('card.update', { id: 'card-1', text: 'mine' })
    await vi.waitFor(() => expect(host.asks).toHaveLength(1))
    host.drop()
    host.back()
    host.answerWith(() => ({ result: { seq: 2 } }))
    clock.pass(400)
    expect((await done).ok).toBe(true)
    expect(host.asked('card.update')).toHaveLength(2)
  })

  test('tells listeners of a record only about that record, and gives new tables', async () => {
    const { host, replica } = await connect()
    const heard = vi.fn<() => void>()
    replica.subscribeRecord('board', 'board-1', heard)
    const before = replica.table('card')
    host.change(textChange('as it was', 'other'))
    await vi.waitFor(() => expect(replica.table('card')).not.toBe(before))
    expect(heard).not.toHaveBeenCalled()
    expect(before.get('card-1')?.text).toBe('as it was')
    expect(replica.table('board')).toBe(replica.table('board'))
  })

  test('is empty when the session is left', async () => {
    const { host, replica } = await connect()
    host.push('session.left', {})
    await vi.waitFor(() => expect(replica.snapshot()).toBeNull())
    expect(replica.view.card.size).toBe(0)
  })
})
