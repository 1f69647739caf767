import type { Diff } from '@core/change/diff'
import { runningStep } from '@core/commands/running-step'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { ordered, sessionOf } from '@core/model/document'
import type { Step } from '@core/model/step'
import type { PushName, Pushes } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { DoneView, HeardView } from '@core/protocol/views'
import { doneView } from '@core/rules/done-counts'
import { HeardTimes } from './heard'
import type { HostDeps } from './ports'
import type { Seat } from './seat'
import type { Throttle } from './throttle'
import { createThrottle } from './throttle'
import type { Workspace } from './workspace'

const LAPTOP: readonly Role[] = ['facilitator', 'co-facilitator']
const SCREENS: readonly Role[] = [...LAPTOP, 'projector']
/** Between two pushes, ms: "I am done" four times a second, who was heard once. */
const PACE = { done: 250, heard: 1_000 } as const
/** More devices than a room takes are no people. */
const MOST_DONE = 2_000

type Deps = Pick<HostDeps, 'clock' | 'timers'> & {
  readonly tell: <N extends PushName>(roles: readonly Role[], name: N, data: Pushes[N]) => void
  /** Phones that are in; of one parallel group when it is named. */
  readonly phones: (groupId?: string) => number
}

/**
 * Who is done with the step, and when each voice was last heard. In memory only: neither is anybody's to read later.
 * A phone counts by its device, so that coming back changes nothing; what was counted is forgotten with the step.
 */
export class Hearing {
  readonly #deps: Deps
  readonly #done = new Map<string, Map<string, string | null>>()
  readonly #heard: HeardTimes
  readonly #tellDone: Throttle
  readonly #tellHeard: Throttle
  #workspace: Workspace | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    this.#heard = new HeardTimes(deps.clock.now)
    this.#tellDone = createThrottle(deps.timers, PACE.done, () => {
      for (const view of this.doneViews()) deps.tell(SCREENS, 'step.done', view)
    })
    this.#tellHeard = createThrottle(deps.timers, PACE.heard, () => {
      const view = this.heardView()
      if (view) deps.tell(LAPTOP, 'heard.changed', view)
    })
  }

  enter(workspace: Workspace): void {
    this.#workspace = workspace
    this.#done.clear()
    this.#heard.begin(workspace.tables)
    this.#tellHeard.call()
  }

  leave(): void {
    this.#workspace = null
    this.#done.clear()
    this.stop()
  }

  stop(): void {
    this.#tellDone.stop()
    this.#tellHeard.stop()
  }

  /** What a change means here: a voice was heard, a step ended, people were counted. */
  applied = (diff: Diff): void => {
    const tables = this.#workspace?.tables
    if (!tables) return
    const isOf = (type: string): boolean => (diff.changed ?? []).some((change) => change.type === type)
    const stepsChanged = isOf('step') || (diff.removed ?? []).some((record) => record.type === 'step')
    if (stepsChanged && this.#done.size > 0) {
      for (const id of this.#done.keys()) if (tables.step.get(id)?.state !== 'running') this.#done.delete(id)
    }
    if (this.#heard.note(diff, tables) || isOf('voice')) this.#tellHeard.call()
    if (isOf('voice') && this.#done.size > 0) this.#tellDone.call()
  }

  /** "I am done" with what this phone's group does now, or not yet after all. */
  finish(seat: Seat, stepId: string, isDone: boolean): Result<null, Failure> {
    const tables = this.#workspace?.tables
    if (!tables) return err(failure('no-session'))
    if (runningStep(tables, seat.groupId ?? undefined)?.id !== stepId) return err(failure('step-closed'))
    const devices = this.#done.get(stepId) ?? new Map<string, string | null>()
    if (isDone && !devices.has(seat.device) && devices.size >= MOST_DONE) return err(failure('too-many'))
    if (isDone) devices.set(seat.device, seat.voiceId)
    else devices.delete(seat.device)
    this.#done.set(stepId, devices)
    this.#tellDone.call()
    return ok(null)
  }

  doneViews(): DoneView[] {
    const tables = this.#workspace?.tables
    if (!tables) return []
    return [...this.#done].flatMap(([stepId, devices]) => {
      const step = tables.step.get(stepId)
      return step ? [this.#doneView(step, devices)] : []
    })
  }

  heardView(): HeardView | null {
    return this.#workspace && this.#heard.view(this.#workspace.tables)
  }

  /** How many of a voice belong to one parallel group was not counted: then only phones are. */
  #doneView(step: Step, devices: ReadonlyMap<string, string | null>): DoneView {
    const tables = this.#workspace?.tables
    const { groupId } = step
    return doneView({
      stepId: step.id,
      voices: tables && groupId === undefined ? ordered(tables, 'voice') : [],
      done: devices.values(),
      k: (tables && sessionOf(tables)?.k.room) ?? 3,
      phones: this.#deps.phones(groupId),
    })
  }
}
