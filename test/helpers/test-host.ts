import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { NetworkInterfaceInfo } from 'node:os'
import { onTestFinished } from 'vitest'
import type { HostMessage } from '@core/protocol/envelope'
import type { Role } from '@core/protocol/roles'
import type { RoomView } from '@core/protocol/views'
import type { NodeChoices } from '../../electron/host/cli/node-deps'
import { nodeHostDeps } from '../../electron/host/cli/node-deps'
import type { Host } from '../../electron/host/host'
import { createHost } from '../../electron/host/host'
import type { HostDeps } from '../../electron/host/ports'
import { must } from './must'
import type { Talker } from './talker'
import { createTalker } from './talker'
import { tempDir } from './temp-dir'

export const ROOT = resolve(import.meta.dirname, '../..')

export type TestHost = Host & {
  readonly folder: string
  /** A window of the desktop app: in-process, its role is known. */
  readonly window: (role: Role) => Promise<Talker & { readonly end: () => void }>
}

const here = (address: string): NetworkInterfaceInfo => ({
  address,
  netmask: '255.0.0.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal: false,
  cidr: null,
})

/** The room is on the loopback address, which stands for the Wi-Fi of the laptop. */
export const oneNetwork: HostDeps['interfaces'] = () => ({ wlan0: [here('127.0.0.1')] })

const FACILITATOR_PAGE =
  '<!doctype html><script type="module" nonce="__CSP_NONCE__" src="./assets/facilitator-1.js"></script>'
const PHONE_PAGE = '<!doctype html><script type="module" nonce="__CSP_NONCE__" src="./assets/phone-1.js"></script>'

/** Stands for a build: three pages, of which the phone's shares one file with the others. */
export const writePages = async (folder: string): Promise<string> => {
  const assets = join(folder, 'pages', 'assets')
  await mkdir(assets, { recursive: true })
  const files = {
    '../index.html': FACILITATOR_PAGE,
    '../projector.html': FACILITATOR_PAGE,
    '../participant.html': PHONE_PAGE,
    'facilitator-1.js': 'import "./shared-1.js"; export const facilitator = 1',
    'phone-1.js': 'import("./shared-1.js")',
    'shared-1.js': 'export const shared = 1',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(assets, name), text)
  return join(folder, 'pages')
}

export const testChoices = async (folder: string): Promise<NodeChoices> => ({
  dataDir: join(folder, 'data'),
  appData: join(folder, 'app'),
  resources: join(ROOT, 'resources'),
  pages: await writePages(folder),
  // No build is needed to test the host.
  reportThread: null,
  build: 'test',
  samples: false,
  shell: null,
  capabilities: { nativeDialogs: false, showFiles: false, secondWindow: false },
  log: () => undefined,
})

/** A host on temp folders, stopped when the test ends. The same `folder` again is the same computer after a restart. */
export const startTestHost = async (given: Partial<HostDeps> & { folder?: string } = {}): Promise<TestHost> => {
  const { folder = await tempDir(), ...changes } = given
  const deps = await nodeHostDeps(await testChoices(folder))
  const host = await createHost({ ...deps, interfaces: oneNetwork, roomPort: 0, ...changes })
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= host.stop())
  onTestFinished(stop)
  return { ...host, stop, folder, window: (role) => openWindow(host, role) }
}

const openWindow = async (host: Host, role: Role): Promise<Talker & { readonly end: () => void }> => {
  const talker = createTalker((message) => seat.receive(structuredClone(message)))
  const seat = host.attach({
    from: 'window',
    windowRole: role,
    address: '',
    // As over a real wire: later, and only what survives as JSON.
    send: (message) => {
      const text = message.text()
      queueMicrotask(() => talker.receive(JSON.parse(text) as HostMessage))
    },
    buffered: () => 0,
    close: () => undefined,
  })
  const answer = await talker.hello({ role, proof: { kind: 'window' } })
  if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer))
  return { ...talker, end: seat.ended }
}

export const NEW_SESSION = {
  templateId: null,
  title: 'First meeting',
  labName: 'Families lab',
  day: '2026-03-02',
  timeZone: 'Europe/Ljubljana',
} as const

/** A facilitator in a new, running session with three voices and a board of two themes and two levels. */
export const startSession = async (host: TestHost): Promise<Talker> => {
  const facilitator = await host.window('facilitator')
  must(await facilitator.request('session.create', NEW_SESSION))
  for (const [index, name] of ['Families', 'Staff', 'Managers'].entries()) {
    must(await facilitator.request('voice.add', { id: `voice-${index + 1}`, name, present: 10 }))
  }
  const entry = (id: string) => ({ id, label: { text: id } })
  const axes = [
    { id: 'theme', label: { text: 'Theme' }, entries: [entry('t1'), entry('t2')] },
    { id: 'level', label: { text: 'Level' }, entries: [entry('l1'), entry('l2')] },
  ]
  must(await facilitator.request('board.add', { id: 'board-1', label: { text: 'Map' }, layout: 'matrix', axes }))
  must(
    await facilitator.request('step.add', {
      id: 'step-1',
      label: { text: 'Say it' },
      kind: 'contribute',
      boardId: 'board-1',
      contribute: 'open',
    }),
  )
  must(await facilitator.request('session.start', {}))
  must(await facilitator.request('step.start', { id: 'step-1' }))
  return facilitator
}

export const openRoom = async (facilitator: Talker): Promise<RoomView> =>
  must(await facilitator.request('room.open', {}))

/** A dot vote over three options, open to phones. Answers the id of its round. */
export const openDotVote = async (facilitator: Talker, id = 'vote-1'): Promise<string> => {
  const options = ['o1', 'o2', 'o3'].map((option) => ({ id: option, text: `Option ${option}` }))
  must(
    await facilitator.request('vote.add', {
      id,
      question: 'What first?',
      method: { name: 'dots', budget: 5, cap: 3 },
      options,
      admission: 'open-room',
      channels: ['phone'],
    }),
  )
  must(await facilitator.request('vote.open', { id }))
  const change = await facilitator.push('doc.changed', ({ diff }) =>
    (diff.added ?? []).some((record) => record.type === 'vote' && record.id === id),
  )
  const vote = change.diff.added?.find((record) => record.type === 'vote')
  if (vote?.type !== 'vote') throw new Error('no vote')
  return vote.rounds[0]?.id ?? ''
}
