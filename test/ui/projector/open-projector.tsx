import { render } from '@testing-library/react'
import type { AnyRecord } from '@core/model/records'
import type { Stage } from '@core/model/session'
import type { RoomView } from '@core/protocol/views'
import { App } from '../../../renderer/projector/app'
import { setupI18n } from '../../../renderer/shared/i18n/setup-i18n'
import { ClientProvider } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import { aBoard, aLab, aSession, aStep, aVoice } from '../../helpers/builders'
import { createPageTimers } from '../shared/page-timers'
import { createScriptedHost } from '../shared/scripted-host'

export const room: RoomView = {
  open: true,
  locked: false,
  code: 'MAPLE 47',
  address: '192.168.4.20',
  port: 4321,
  typed: '192.168.4.20:4321',
  url: 'http://192.168.4.20:4321/#s=secret',
  phones: 14,
  wifi: { name: 'Lab-Room', password: 'open door 24' },
  failure: null,
  cap: null,
  groups: [],
  screens: [],
}

/** The projector page with a host in memory that shows `stage`. */
export const openProjector = (stage: Stage, ...records: readonly AnyRecord[]) =>
  openProjectorOf(null, stage, ...records)

/** The same for a projector of a parallel group. */
export const openProjectorOf = async (groupId: string | null, stage: Stage, ...records: readonly AnyRecord[]) => {
  await setupI18n({ namespaces: ['common', 'projector', 'boards', 'result', 'charts', 'ballot'] })
  const host = createScriptedHost({
    role: 'projector',
    room: groupId === null ? room : { ...room, groups: [{ groupId, code: 'LEMON 11', url: `${room.url}-${groupId}` }] },
    ...(groupId === null ? {} : { groupId }),
    records: [
      aSession({ stage, title: 'Third meeting', currentStepId: 'step-1' }),
      aLab({ name: 'Families lab' }),
      aVoice({ id: 'families', order: 'a', label: { text: 'Families' }, slot: 1, present: 9 }),
      aVoice({ id: 'staff', order: 'b', label: { text: 'Front-line staff' }, slot: 2, present: 7 }),
      aBoard(),
      aStep({ question: { text: 'What makes it hard?' } }),
      ...records,
    ],
  })
  const clock = createPageTimers(Date.now())
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'projector', proof: { kind: 'window' } }),
    timers: clock.timers,
  })
  render(
    <ClientProvider client={client} replica={createReplica(client)}>
      <App />
    </ClientProvider>,
  )
  const show = (next: Stage): void => {
    const session = host.tables.session.get('session-1')
    if (session)
      host.change({
        changed: [{ type: 'session', id: 'session-1', from: { stage: session.stage }, to: { stage: next } }],
      })
  }
  return { host, clock, client, show }
}
