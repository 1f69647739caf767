import type { Diff, FieldChange } from '@core/change/diff'
import { changeBetween, isEmptyDiff } from '@core/change/diff'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { HostMessage, PushName, Pushes } from '@core/protocol/envelope'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { RoomView, Settings, Snapshot, Turnout } from '@core/protocol/views'
import { visible } from '@core/rules/visible'
import { createMemoryWire } from '../../shared/transport/memory-wire'
import type { MemoryPeer } from '../../shared/transport/memory-wire'
import type { Wire } from '../../shared/transport/wire'
import type { Client } from '../../shared/transport/client'
import type { Replica } from '../../shared/replica/replica'

/** Changes are gathered this long, ms: the picture is small and need not follow every letter. */
const GATHER = 150

type Seen = ReadonlyMap<string, { readonly raw: AnyRecord; readonly shown: AnyRecord }>
export type PictureFacts = {
  readonly room: RoomView | null
  readonly settings: Settings | null
  readonly turnout: Turnout | undefined
}

/**
 * Speaks to the framed projector as the host does, from this page's own replica, filtered as the host filters for a
 * projector: the picture is what the room sees, without a second connection.
 */
export const createPictureSource = (client: Client, replica: Replica, facts: () => PictureFacts) => {
  const peers = new Set<Picture>()
  const open = (groupId: string | null): Wire => {
    const { wire, peer } = createMemoryWire()
    const picture = new Picture(peer, client, replica, facts, groupId)
    peers.add(picture)
    peer.onClose(() => {
      picture.stop()
      peers.delete(picture)
    })
    return wire
  }
  return {
    open,
    /** What is no record of the document has changed. */
    factsChanged: (): void => peers.forEach((picture) => picture.tellFacts()),
    stop: (): void => peers.forEach((picture) => picture.stop()),
  }
}

class Picture {
  readonly #peer: MemoryPeer
  readonly #client: Client
  readonly #replica: Replica
  readonly #facts: () => PictureFacts
  readonly #groupId: string | null
  readonly #leave: () => void
  #seen: Seen = new Map()
  #session: Snapshot | null = null
  #seq = 1
  #timer: ReturnType<typeof setTimeout> | null = null
  #greeted = false

  constructor(peer: MemoryPeer, client: Client, replica: Replica, facts: () => PictureFacts, groupId: string | null) {
    this.#peer = peer
    this.#client = client
    this.#replica = replica
    this.#facts = facts
    this.#groupId = groupId
    this.#leave = replica.subscribe(() => {
      this.#timer ??= setTimeout(this.#follow, GATHER)
    })
    peer.onMessage((message) => {
      if (message.t === 'hello') this.#greet()
      if (message.t === 'ping') peer.send({ t: 'pong', now: this.#now() })
    })
  }

  stop(): void {
    this.#leave()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  tellFacts(): void {
    if (!this.#greeted) return
    const { room, settings, turnout } = this.#facts()
    if (room) this.#push('room.changed', room)
    if (settings) this.#push('settings.changed', settings)
    if (turnout) this.#push('vote.turnout', turnout)
  }

  #now = (): number => Date.now() + this.#client.clockSkew()

  #greet(): void {
    const welcome = this.#client.welcome()
    if (!welcome) return
    const snapshot = this.#snapshot()
    const { room, settings } = this.#facts()
    this.#greeted = true
    this.#peer.send({
      ...welcome,
      v: PROTOCOL_VERSION,
      role: 'projector',
      credential: null,
      groupId: this.#groupId,
      upload: null,
      now: this.#now(),
      session: snapshot ? { kind: 'snapshot', snapshot } : { kind: 'none' },
      room,
      settings,
    })
    this.tellFacts()
  }

  #snapshot(): Snapshot | null {
    this.#session = this.#replica.snapshot()
    this.#seen = this.#look()
    const records = [...this.#seen.values()].map(({ shown }) => shown)
    return this.#session && { ...this.#session, seq: this.#seq, records, notices: [] }
  }

  #look(): Seen {
    const seen = new Map<string, { raw: AnyRecord; shown: AnyRecord }>()
    for (const raw of allRecords(this.#replica.view)) {
      const before = this.#seen.get(raw.id)
      const shown = before?.raw === raw ? before.shown : visible(raw, 'projector')
      if (shown) seen.set(raw.id, { raw, shown })
    }
    return seen
  }

  #follow = (): void => {
    this.#timer = null
    if (!this.#greeted) return
    const now = this.#replica.snapshot()
    if (now?.sessionId !== this.#session?.sessionId) {
      const snapshot = this.#snapshot()
      if (snapshot) this.#push('session.opened', { snapshot })
      else this.#push('session.left', {})
      return
    }
    const before = this.#seen
    this.#seen = this.#look()
    const diff = differenceOf(before, this.#seen)
    if (isEmptyDiff(diff)) return
    this.#seq += 1
    this.#push('doc.changed', { seq: this.#seq, diff })
  }

  #push<N extends PushName>(name: N, data: Pushes[N]): void {
    this.#peer.send({ t: 'push', name, data } as Extract<HostMessage, { t: 'push' }>) // name and data belong together
  }
}

const differenceOf = (before: Seen, after: Seen): Diff => {
  const changes: (FieldChange | null)[] = []
  const added: AnyRecord[] = []
  for (const [id, { shown }] of after) {
    const old = before.get(id)?.shown
    if (old === undefined) added.push(shown)
    else if (old !== shown) changes.push(changeBetween(old, shown))
  }
  const removed = [...before].flatMap(([id, { shown }]) => (after.has(id) ? [] : [shown]))
  return { added, removed, changed: changes.filter((change) => change !== null) }
}
