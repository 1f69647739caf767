import { render } from '@testing-library/react'
import { applyDiff } from '@core/change/diff'
import type { Command } from '@core/commands/command'
import { commands } from '@core/commands/table'
import { allRecords, tablesOf } from '@core/model/document'
import type { Tables } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { PushName, Pushes, Welcome } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import type { DocumentRequestName, RequestName } from '@core/protocol/requests'
import type { Role } from '@core/protocol/roles'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Notice, Snapshot } from '@core/protocol/views'
import { App } from '../../../renderer/facilitator/app/app'
import { nav } from '../../../renderer/facilitator/app/nav'
import type { Place } from '../../../renderer/facilitator/app/nav'
import { showDialog, showPanel } from '../../../renderer/facilitator/app/panels'
import { endOpening } from '../../../renderer/facilitator/home/opening'
import { newId } from '../../../renderer/shared/lib/new-id'
import { setupI18n } from '../../../renderer/shared/i18n/setup-i18n'
import { LookProvider } from '../../../renderer/shared/look/look-provider'
import { createGuesser } from '../../../renderer/shared/replica/guess'
import { ClientProvider } from '../../../renderer/shared/replica/react'
import { createReplica } from '../../../renderer/shared/replica/replica'
import { createClient } from '../../../renderer/shared/transport/client'
import { createMemoryWire } from '../../../renderer/shared/transport/memory-wire'
import type { MemoryPeer } from '../../../renderer/shared/transport/memory-wire'
import { homeView } from './home-view'

/** What the host of a test answers to what is no document command: a value, or a failure by code. */
type Answers = { readonly [N in RequestName]?: (args: unknown) => { readonly value: unknown } | Failure }

export type Page = {
  readonly asked: { readonly name: string; readonly args: unknown }[]
  readonly tables: Tables
  readonly push: <N extends PushName>(name: N, data: Pushes[N]) => void
  readonly bye: () => void
  readonly cut: () => void
}

type Options = {
  readonly records?: readonly AnyRecord[]
  readonly place?: Place
  readonly answers?: Answers
  readonly notices?: readonly Notice[]
  readonly readOnly?: boolean
  readonly role?: Role
  /** The address names no place, as at the start of the app. */
  readonly fresh?: boolean
  /** With the dialogs and programs of the computer. */
  readonly desktop?: boolean
}

const welcomeOf = (snapshot: Snapshot | null, role: Role, desktop: boolean): Welcome => ({
  t: 'welcome',
  v: PROTOCOL_VERSION,
  role,
  capabilities: { nativeDialogs: desktop, showFiles: desktop, secondWindow: desktop },
  credential: null,
  upload: 'upload-token',
  now: Date.now(),
  session: snapshot === null ? { kind: 'none' } : { kind: 'snapshot', snapshot },
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
  build: 'test',
})

const PLACES = [
  'vote',
  'ballot',
  'result',
  'charts',
  'outcomes',
  'reportPlace',
  'agenda',
  'dialogue',
  'board',
  'report',
  'work',
  'lab',
  'waiting',
  'import',
  'compare',
  'paper',
]
const WORDS = ['common', 'shell', 'home', 'actions', 'boards', 'errors', 'room', 'people', 'settings', ...PLACES]

/** The whole facilitator page with a host in memory: real commands, and the answers that the test gives. */
export const openPage = async (options: Options = {}): Promise<Page> => {
  const {
    records,
    place = { kind: 'home' },
    answers = {},
    notices = [],
    readOnly = false,
    role = 'facilitator',
    desktop = false,
  } = options
  endOpening()
  showDialog(null)
  showPanel(null)
  nav.replace(place)
  if (options.fresh) window.history.replaceState(null, '', window.location.pathname)
  await setupI18n({ namespaces: WORDS })
  const tables = tablesOf(records ?? [])
  const asked: Page['asked'] = []
  let peer: MemoryPeer | null = null
  let seq = 0
  const snapshot = (): Snapshot | null =>
    records === undefined
      ? null
      : { fileId: 'file-1', sessionId: 'session-1', seq, records: [...allRecords(tables)], readOnly, notices }
  const answer = (id: number, name: string, args: unknown): void => {
    asked.push({ name, args })
    const own = answers[name as RequestName]?.(args) // the page asks only what exists
    if (own !== undefined) {
      peer?.send(
        'value' in own ? { t: 'res', id, ok: true, result: own.value } : { t: 'res', id, ok: false, failure: own },
      )
      return
    }
    if (name === 'home.view') return peer?.send({ t: 'res', id, ok: true, result: homeView() })
    if (!(name in commands)) return peer?.send({ t: 'res', id, ok: false, failure: { code: 'unknown-request' } })
    const run = commands[name as DocumentRequestName].run as Command<unknown> // the table pairs each name with its arguments
    const outcome = run(tables, args, { now: Date.now(), newId, random: Math.random })
    if (!outcome.ok) return peer?.send({ t: 'res', id, ok: false, failure: outcome.error })
    applyDiff(tables, outcome.value)
    seq += 1
    peer?.send({ t: 'push', name: 'doc.changed', data: { seq, diff: outcome.value, req: id } })
    peer?.send({ t: 'res', id, ok: true, result: { seq } })
    return undefined
  }
  const client = createClient({
    openWire: () => {
      const pair = createMemoryWire()
      peer = pair.peer
      peer.onMessage((message) => {
        if (message.t === 'hello') peer?.send(welcomeOf(snapshot(), role, desktop))
        if (message.t === 'req') answer(message.id, message.name, message.args)
      })
      return pair.wire
    },
    hello: () => ({ role, proof: { kind: 'window' } }),
  })
  const replica = createReplica(client, createGuesser(client))
  render(
    <LookProvider>
      <ClientProvider client={client} replica={replica}>
        <App />
      </ClientProvider>
    </LookProvider>,
  )
  return {
    asked,
    tables,
    push: (name, data) => peer?.send({ t: 'push', name, data } as Parameters<MemoryPeer['send']>[0]), // name and data fit by the signature
    bye: () => peer?.send({ t: 'bye', reason: 'removed' }),
    cut: () => peer?.close(),
  }
}
