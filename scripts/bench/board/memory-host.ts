import { applyDiff, invertDiff } from '../../../core/change/diff'
import type { Diff } from '../../../core/change/diff'
import type { Command } from '../../../core/commands/command'
import { commands } from '../../../core/commands/table'
import { idFromBytes } from '../../../core/lib/id-from-bytes'
import type { Tables } from '../../../core/model/document'
import { allRecords, tablesOf } from '../../../core/model/document'
import type { AnyRecord } from '../../../core/model/records'
import type { DocumentRequestName, RequestArgs } from '../../../core/protocol/requests'
import { PROTOCOL_VERSION } from '../../../core/protocol/version'
import { createMemoryWire } from '../../../renderer/shared/transport/memory-wire'
import type { MemoryPeer } from '../../../renderer/shared/transport/memory-wire'
import type { Wire } from '../../../renderer/shared/transport/wire'

export interface MemoryHost {
  readonly openWire: () => Wire
  readonly tables: Tables
  /** A change that somebody else makes. */
  readonly change: <N extends DocumentRequestName>(name: N, args: RequestArgs<N>) => boolean
}

const newId = (): string => idFromBytes(crypto.getRandomValues(new Uint8Array(20)))
const isCommand = (name: string): name is DocumentRequestName => name in commands

/** The least host a page can talk to: one document in memory, the real commands, undo. No disk, no roles. */
export const createMemoryHost = (records: readonly AnyRecord[]): MemoryHost => {
  const tables = tablesOf(records)
  let peer: MemoryPeer | null = null
  let seq = 0
  const done: { readonly name: string; readonly diff: Diff }[] = []

  const commit = (diff: Diff, req?: number): void => {
    applyDiff(tables, diff)
    seq += 1
    peer?.send({ t: 'push', name: 'doc.changed', data: { seq, diff, ...(req === undefined ? {} : { req }) } })
  }
  const run = (name: DocumentRequestName, args: unknown) => {
    const command = commands[name].run as Command<unknown> // the table pairs each name with its own arguments
    return command(tables, args, { now: Date.now(), newId, random: Math.random })
  }
  const answer = (id: number, name: string, args: unknown): void => {
    if (name === 'history.undo') {
      const last = done.pop()
      if (last) commit(invertDiff(last.diff))
      peer?.send({ t: 'res', id, ok: true, result: { seq } })
      return
    }
    if (!isCommand(name)) {
      peer?.send({ t: 'res', id, ok: false, failure: { code: 'unknown-request' } })
      return
    }
    const outcome = run(name, args)
    if (!outcome.ok) {
      peer?.send({ t: 'res', id, ok: false, failure: outcome.error })
      return
    }
    commit(outcome.value, id)
    if (commands[name].undoable) done.push({ name, diff: outcome.value })
    peer?.send({ t: 'res', id, ok: true, result: { seq } })
    peer?.send({ t: 'push', name: 'history.changed', data: { undo: done.at(-1)?.name ?? null, redo: null } })
  }
  const greet = (to: MemoryPeer): void => {
    to.send({
      t: 'welcome',
      v: PROTOCOL_VERSION,
      role: 'facilitator',
      capabilities: { nativeDialogs: false, showFiles: false, secondWindow: false },
      credential: null,
      upload: null,
      now: Date.now(),
      session: {
        kind: 'snapshot',
        snapshot: {
          fileId: 'file-1',
          sessionId: 'session-1',
          seq,
          records: [...allRecords(tables)],
          readOnly: false,
          notices: [],
        },
      },
      room: null,
      groupId: null,
      settings: {
        theme: 'system',
        lang: 'en',
        networkAddress: null,
        singleKeys: true,
        textSize: 'normal',
        sound: true,
        k: { room: 3, public: 5 },
        dataDir: null,
      },
      build: 'memory',
    })
  }
  return {
    tables,
    openWire: () => {
      const pair = createMemoryWire()
      peer = pair.peer
      pair.peer.onMessage((message) => {
        if (message.t === 'hello') greet(pair.peer)
        else if (message.t === 'req') answer(message.id, message.name, message.args)
        else if (message.t === 'ping') pair.peer.send({ t: 'pong', now: Date.now() })
      })
      return pair.wire
    },
    change: (name, args) => {
      const outcome = run(name, args)
      if (outcome.ok) commit(outcome.value)
      return outcome.ok
    },
  }
}
