import type { Diff } from '@core/change/diff'
import { applyDiff } from '@core/change/diff'
import type { Tables } from '@core/model/document'
import { allRecords, tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { ByeReason, ClientMessage, HostMessage, PushName, Pushes, SessionState } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import type { RoomView, Settings, Snapshot } from '@core/protocol/views'
import type { Role } from '@core/protocol/roles'
import { createMemoryWire } from '../../../renderer/shared/transport/memory-wire'
import type { MemoryPeer } from '../../../renderer/shared/transport/memory-wire'
import type { Wire } from '../../../renderer/shared/transport/wire'

export type Ask = Extract<ClientMessage, { t: 'req' }>
export type Hello = Extract<ClientMessage, { t: 'hello' }>
/** Silent: the message arrives and its answer is lost. */
export type Reply = { readonly result: unknown } | { readonly failure: Failure } | 'silent'

type ScriptedOptions = {
  readonly records?: readonly AnyRecord[]
  readonly role?: Role
  readonly room?: RoomView
  readonly settings?: Settings
  readonly groupId?: string
  readonly now?: () => number
}

/** A host whose every answer the test decides; it speaks the real protocol over real memory wires. */
export const createScriptedHost = (options: ScriptedOptions = {}) => {
  const tables: Tables = tablesOf(options.records ?? [])
  const missed: { readonly seq: number; readonly diff: Diff }[] = []
  const asks: Ask[] = []
  const hellos: Hello[] = []
  const others: ClientMessage[] = []
  let seq = 1
  let peer: MemoryPeer | null = null
  let reachable = true
  let refusal: Failure | null = null
  let reply: (ask: Ask) => Reply = () => ({ result: null })

  const snapshot = (): Snapshot => ({
    fileId: 'file-1',
    sessionId: 'session-1',
    seq,
    records: [...allRecords(tables)],
    readOnly: false,
    notices: [],
  })
  const sessionFor = ({ resume }: Hello): SessionState =>
    resume?.sessionId === 'session-1'
      ? { kind: 'missed', changes: missed.filter((change) => change.seq > resume.seq) }
      : { kind: 'snapshot', snapshot: snapshot() }
  const greet = (to: MemoryPeer, hello: Hello): void => {
    hellos.push(hello)
    if (refusal) return to.send({ t: 'refused', failure: refusal, v: 1 })
    return to.send({
      t: 'welcome',
      v: 1,
      role: options.role ?? 'participant',
      capabilities: { nativeDialogs: false, showFiles: false, secondWindow: false },
      credential: 'device-token',
      upload: null,
      groupId: options.groupId ?? null,
      now: options.now?.() ?? Date.now(),
      session: sessionFor(hello),
      room: options.room ?? null,
      settings: options.settings ?? null,
      build: 'test',
    })
  }
  const answer = (to: MemoryPeer, ask: Ask): void => {
    asks.push(ask)
    const said = reply(ask)
    if (said === 'silent') return
    to.send(
      'failure' in said
        ? { t: 'res', id: ask.id, ok: false, failure: said.failure }
        : { t: 'res', id: ask.id, ok: true, result: said.result },
    )
  }
  const openWire = (): Wire => {
    const { wire, peer: own } = createMemoryWire()
    if (!reachable) {
      own.close()
      return wire
    }
    peer = own
    own.onMessage((message) => {
      if (message.t === 'hello') greet(own, message)
      else if (message.t === 'req') answer(own, message)
      else others.push(message)
    })
    return wire
  }
  return {
    openWire,
    tables,
    asks,
    hellos,
    others,
    asked: (name: string): Ask[] => asks.filter((ask) => ask.name === name),
    answerWith: (next: (ask: Ask) => Reply): void => {
      reply = next
    },
    refuseWith: (next: Failure | null): void => {
      refusal = next
    },
    send: (message: HostMessage): void => peer?.send(message),
    push: <N extends PushName>(name: N, data: Pushes[N]): void =>
      peer?.send({ t: 'push', name, data } as unknown as HostMessage), // name and data belong together
    /** Changes the document; a connection that is gone hears of it when it comes back. */
    change: (diff: Diff, req?: number): void => {
      seq += 1
      const done = applyDiff(tables, diff)
      if (!done.ok) throw new Error(`the diff does not fit: ${JSON.stringify(done.error)}`)
      missed.push({ seq, diff })
      peer?.send({ t: 'push', name: 'doc.changed', data: { seq, diff, ...(req === undefined ? {} : { req }) } })
    },
    bye: (reason: ByeReason): void => peer?.send({ t: 'bye', reason }),
    /** The network goes; `back` lets new connections through. */
    drop: (): void => {
      reachable = false
      peer?.close()
      peer = null
    },
    back: (): void => {
      reachable = true
    },
  }
}
export type ScriptedHost = ReturnType<typeof createScriptedHost>
