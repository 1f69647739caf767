import { afterEach, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { HostMessage } from '@core/protocol/envelope'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import { createPictureSource } from '../../../renderer/facilitator/room/picture-source'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import { aBoard, aCard, aLab, aSession, aTask, aVoice } from '../../helpers/builders'
import { createScriptedHost } from '../shared/scripted-host'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** The framed page's side of the wire: what it was told, and a way to wait for more. */
const openPicture = async (...records: readonly AnyRecord[]) => {
  const host = createScriptedHost({
    role: 'facilitator',
    records: [aSession(), aLab(), aVoice(), aBoard(), ...records],
  })
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'facilitator', proof: { kind: 'window' } }),
  })
  const replica = createReplica(client)
  const source = createPictureSource(client, replica, () => ({ room: null, settings: null, turnout: undefined }))
  closing.push(source.stop, client.close)
  if (client.status() !== 'online')
    await new Promise<void>((resolve) => client.onStatus((now) => now === 'online' && resolve()))
  const told: HostMessage[] = []
  const wire = source.open('group-a')
  let look: () => void = () => undefined
  wire.onMessage((message) => {
    told.push(message)
    look()
  })
  const until = (fits: (message: HostMessage) => boolean): Promise<HostMessage> =>
    new Promise((resolve) => {
      look = () => {
        const found = told.find(fits)
        if (found) resolve(found)
      }
      look()
    })
  wire.send({ t: 'hello', v: PROTOCOL_VERSION, role: 'projector', proof: { kind: 'window' } })
  const welcome = await until(({ t }) => t === 'welcome')
  if (welcome.t !== 'welcome' || welcome.session.kind !== 'snapshot') throw new Error('no snapshot')
  return { host, told, until, welcome, records: welcome.session.snapshot.records }
}

describe('the small picture', () => {
  test('gets what a projector may see and nothing else', async () => {
    const { welcome, records } = await openPicture(
      aCard({ id: 'shown' }),
      aCard({ id: 'waits', held: true }),
      aTask({ id: 'task-1', owner: { kind: 'person', personId: 'p1' } }),
    )
    expect(welcome).toMatchObject({ role: 'projector', groupId: 'group-a', upload: null, credential: null })
    expect(records.filter(({ type }) => type === 'card').map(({ id }) => id)).toEqual(['shown'])
    expect(records.find(({ type }) => type === 'task')).not.toHaveProperty('owner')
  })

  test('follows changes: what is let in appears, what is held back goes', async () => {
    const { host, until } = await openPicture(aCard({ id: 'first' }), aCard({ id: 'second', held: true }))
    host.change({
      changed: [
        { type: 'card', id: 'first', from: { held: false }, to: { held: true } },
        { type: 'card', id: 'second', from: { held: true }, to: { held: false } },
        { type: 'session', id: 'session-1', from: { stage: aSession().stage }, to: { stage: { view: 'timer' } } },
      ],
    })
    const change = await until((message) => message.t === 'push' && message.name === 'doc.changed')
    if (change.t !== 'push' || change.name !== 'doc.changed') throw new Error('no change')
    const { diff } = change.data
    expect([diff.added?.map(({ id }) => id), diff.removed?.map(({ id }) => id)]).toEqual([['second'], ['first']])
    expect(diff.changed).toEqual([
      { type: 'session', id: 'session-1', from: { stage: aSession().stage }, to: { stage: { view: 'timer' } } },
    ])
  })

  test('says nothing of what does not concern it', async () => {
    const { host, told, until } = await openPicture(aCard({ id: 'secret', held: true, text: 'One' }))
    host.change({ changed: [{ type: 'card', id: 'secret', from: { text: 'One' }, to: { text: 'Two' } }] })
    host.change({ added: [aCard({ id: 'later' })] })
    await until((message) => message.t === 'push' && message.name === 'doc.changed')
    expect(JSON.stringify(told)).not.toMatch(/One|Two|secret/)
  })
})
