import type {
  DoneView,
  HeardView,
  HistoryView,
  JobView,
  Notice,
  ReachView,
  RoomView,
  SaveState,
  Settings,
  Turnout,
} from '@core/protocol/views'
import { createEmitter } from '../lib/emitter'
import type { Client } from '../transport/client'

export type HostFacts = {
  readonly room: RoomView | null
  readonly reach: ReachView | null
  readonly save: SaveState
  readonly history: HistoryView
  readonly settings: Settings | null
  readonly turnouts: ReadonlyMap<string, Turnout>
  /** Of each step, who said "I am done". */
  readonly dones: ReadonlyMap<string, DoneView>
  /** When each voice was last heard; null before the host has said. */
  readonly heard: HeardView | null
  readonly jobs: ReadonlyMap<string, JobView>
  readonly notices: readonly Notice[]
}

/** What the host pushes besides the document: the newest of each. */
export type HostState = {
  readonly get: () => HostFacts
  readonly subscribe: (listener: () => void) => () => void
  readonly dismissNotice: (notice: Notice) => void
}

const START: HostFacts = {
  room: null,
  reach: null,
  save: { state: 'saved', unsaved: 0, savedAt: null },
  history: { undo: null, redo: null },
  settings: null,
  turnouts: new Map(),
  dones: new Map(),
  heard: null,
  jobs: new Map(),
  notices: [],
}

const LEFT = {
  save: START.save,
  history: START.history,
  turnouts: START.turnouts,
  dones: START.dones,
  heard: START.heard,
  notices: START.notices,
}

export const createHostState = (client: Client): HostState => {
  const changed = createEmitter<null>()
  let facts = START
  const set = (part: Partial<HostFacts>): void => {
    facts = { ...facts, ...part }
    changed.emit(null)
  }
  const enter = (): void => {
    const welcome = client.welcome()
    if (!welcome) return
    const { room, settings, session } = welcome
    const notices = session.kind === 'snapshot' ? session.snapshot.notices : facts.notices
    set({ room, settings, notices, ...(session.kind === 'none' ? LEFT : {}) })
  }
  client.onWelcome(enter)
  enter()
  client.on('room.changed', (room) => set({ room }))
  client.on('reach.changed', (reach) => set({ reach }))
  client.on('save.changed', (save) => set({ save }))
  client.on('history.changed', (history) => set({ history }))
  client.on('settings.changed', (settings) => set({ settings }))
  // The same again, or its contrary: only the last one holds.
  client.on('notice', (notice) => set({ notices: [...facts.notices.filter((old) => !ends(notice, old)), notice] }))
  client.on('vote.turnout', (turnout) => set({ turnouts: new Map(facts.turnouts).set(turnout.voteId, turnout) }))
  client.on('heard.changed', (heard) => set({ heard }))
  client.on('step.done', (done) => set({ dones: new Map(facts.dones).set(done.stepId, done) }))
  client.on('job.changed', (job) => set({ jobs: new Map(facts.jobs).set(job.jobId, job) }))
  client.on('session.opened', ({ snapshot }) => set({ ...LEFT, notices: snapshot.notices }))
  client.on('session.left', () => set(LEFT))
  return {
    get: () => facts,
    subscribe: changed.on,
    dismissNotice: (notice) => set({ notices: facts.notices.filter((other) => other !== notice) }),
  }
}

const DISPLAY: readonly Notice['code'][] = ['projector-unplugged', 'projector-found']
const ends = (notice: Notice, old: Notice): boolean =>
  old.code === notice.code || (DISPLAY.includes(notice.code) && DISPLAY.includes(old.code))
