import { isEmptyDiff } from '@core/change/diff'
import type { Connections } from './connections'
import type { Outgoing } from './outgoing'
import { push } from './outgoing'
import type { Filtered } from './ring'
import type { Caller, View } from './seat'
import { viewOf } from './seat'

/**
 * A durable change to everybody who sees something of it: one text per view, but for the one who asked, whose own
 * request is named.
 */
export const broadcastChange = (
  connections: Connections,
  seq: number,
  diffs: Filtered,
  caller: Caller | undefined,
): void => {
  const texts = new Map<View, Outgoing>()
  for (const seat of connections.ready()) {
    if (!seat.role || seat.since >= seq) continue
    const view = viewOf(seat.role)
    const diff = diffs[view]
    if (isEmptyDiff(diff)) continue
    if (caller?.seat === seat) {
      connections.send(seat, push('doc.changed', { seq, diff, req: caller.req }))
      continue
    }
    const text = texts.get(view) ?? push('doc.changed', { seq, diff })
    texts.set(view, text)
    connections.send(seat, text)
  }
}
