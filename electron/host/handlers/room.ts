import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** Opening the room to phones, and finding out why they cannot reach it. */
export const roomHandlers = ({ room, reach, sessions, connections, note }: Services): Handlers => ({
  'room.view': () => ok(room.view()),
  'room.networks': () => ok(room.networks()),
  'room.open': async ({ address }) => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (workspace.store.readOnly) return err(failure('read-only'))
    const wasOpen = room.view().open
    const opened = await room.open(address)
    if (opened.ok && !wasOpen) note('room.opened')
    return opened
  },
  'room.close': async () => {
    if (room.view().open) note('room.closed')
    connections.endAll('room-closed', 'lan', 'granted')
    reach.stop()
    return ok(await room.close())
  },
  'room.lock': ({ locked }) => room.lock(locked),
  'room.cap': ({ most }) => room.setCap(most),
  'room.phones': () => ok(room.phones()),
  'room.remove-phone': ({ phoneId }) => room.removePhone(phoneId),
  'room.wifi': (wifi) => room.setWifi(wifi),
  'room.grant': ({ role, groupId }) => {
    const known = groupId === undefined || sessions.current()?.tables.group.has(groupId) === true
    return known ? room.grant(role, groupId) : err(failure('not-found', { type: 'group' }))
  },
  'room.grants': () => ok(room.grants()),
  'room.revoke': ({ grantId }) => room.revoke(grantId),
  'reach.start': () => {
    const { open, typed } = room.view()
    if (!open) return err(failure('room-closed'))
    return ok(reach.start(`http://${typed}`, room.networks().length < 2))
  },
  'reach.stop': () => ok(reach.stop()),
  'room.hello': () => {
    reach.seen()
    return ok(null)
  },
})
