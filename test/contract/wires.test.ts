import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import type { Talker } from '../helpers/talker'
import { createTalker } from '../helpers/talker'
import { NEW_SESSION, startTestHost } from '../helpers/test-host'
import type { Wire, WireStatus } from '../../renderer/shared/transport/wire'
import type { Way } from './wires'
import { WAYS } from './wires'

type Page = Talker & { readonly wire: Wire; readonly statuses: WireStatus[] }

const openPage = async (way: Way): Promise<Page> => {
  const wire = await way.open()
  const talker = createTalker(wire.send)
  const statuses: WireStatus[] = []
  wire.onMessage(talker.receive)
  wire.onStatus((status) => statuses.push(status))
  return { ...talker, wire, statuses }
}

const hello = (page: Page, way: Way, resume?: { sessionId: string; seq: number }) =>
  page.hello({ role: 'facilitator', proof: way.proof(), ...(resume ? { resume } : {}) })

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('the wire over %s', (name) => {
  const enter = async () => {
    const host = await startTestHost()
    const way = await WAYS[name](host)
    const page = await openPage(way)
    expect((await hello(page, way)).t).toBe('welcome')
    return { host, way, page }
  }

  test('is open and carries answers to their requests', async () => {
    const { page } = await enter()
    expect(page.wire.status()).toBe('open')
    const [settings, room] = await Promise.all([page.request('settings.get', {}), page.request('room.view', {})])
    expect(must(settings)).toMatchObject({ theme: 'system' })
    expect(must(room)).toMatchObject({ open: false })
  })

  test('keeps the order', async () => {
    const { page } = await enter()
    must(await page.request('session.create', NEW_SESSION))
    const numbers = Array.from({ length: 100 }, (_, index) => index)
    await Promise.all(numbers.map((index) => page.request('task.add', { id: `task-${index}`, text: `Task ${index}` })))
    const added = page.pushes('doc.changed').flatMap(({ diff }) => (diff.added ?? []).map(({ id }) => id))
    expect(added).toEqual(numbers.map((index) => `task-${index}`))
  })

  test('carries a large message both ways', async () => {
    const { page } = await enter()
    must(await page.request('session.create', NEW_SESSION))
    const logos = [{ name: 'Logo', dataUrl: 'data:image/png;base64,'.padEnd(690_000, 'A') }]
    must(await page.request('lab.update', { logos }))
    const change = await page.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('AAAA'))
    expect(JSON.stringify(change).length).toBeGreaterThan(690_000)
  })

  test('carries words of every script as they are', async () => {
    const { page } = await enter()
    must(await page.request('session.create', NEW_SESSION))
    const text = 'Družina 👩‍👩‍👧 שלום <b>&amp;\u2028'
    must(await page.request('task.add', { id: 'task-1', text }))
    const change = await page.push('doc.changed', ({ diff }) => diff.added?.[0]?.type === 'task')
    expect(change.diff.added?.[0]).toMatchObject({ text: text.trim() })
  })

  test('says once that it is closed, and is silent afterwards', async () => {
    const { page, host } = await enter()
    page.wire.close()
    page.wire.close()
    const count = page.received.length
    page.wire.send({ t: 'ping' })
    must(await (await host.window('facilitator')).request('settings.set', { theme: 'dark' }))
    expect(page.wire.status()).toBe('closed')
    expect(page.statuses).toEqual(['closed'])
    expect(page.received).toHaveLength(count)
  })

  test('after a lost link a new one goes on from where the page was', async () => {
    const { page, way, host } = await enter()
    must(await page.request('session.create', NEW_SESSION))
    const { snapshot } = await page.push('session.opened')
    const lost = new Promise<void>((resolve) => page.wire.onStatus(() => resolve()))
    way.drop(page.wire)
    await lost
    const other = await host.window('facilitator')
    must(await other.request('task.add', { id: 'task-1', text: 'Meanwhile' }))
    const again = await openPage(way)
    const answer = await hello(again, way, { sessionId: snapshot.sessionId, seq: snapshot.seq })
    expect(answer).toMatchObject({
      session: { kind: 'missed', changes: [{ diff: { added: [{ text: 'Meanwhile' }] } }] },
    })
  })
})
