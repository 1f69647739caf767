import { ownRunningStep, runningStep } from '@core/commands/running-step'
import { ordered, sessionOf } from '@core/model/document'
import type { Contribute } from '@core/model/step'
import { nextStep } from '@core/rules/agenda-time'
import { useReplica, useRun } from '../../shared/replica/react'
import { chooseGroup, chosenGroup } from './group-choice'
import { nav } from './nav'
import { showDialog, showPanel } from './panels'
import { reportFailure } from './problems'
import { useActions } from './use-actions'
import { useSteps } from './use-steps'

const always = (): boolean => true
const EXTRA_MINUTES = 5
const CONTRIBUTE: readonly Contribute[] = ['closed', 'alone', 'open']

/** What the deeds of the agenda read: always the newest, for the group that is looked at. */
const useAgendaNow = () => {
  const { view } = useReplica()
  const steps = () => ordered(view, 'step')
  const groups = () => ordered(view, 'group')
  const current = () => runningStep(view, chosenGroup())
  return {
    view,
    steps,
    groups,
    current,
    state: () => sessionOf(view)?.state,
    runs: () => current() !== undefined,
    next: () => nextStep(steps(), current()?.id),
    groupsAtWork: () => groups().filter(({ id }) => ownRunningStep(view, id) !== undefined),
  }
}

const useStarting = (): void => {
  const run = useRun()
  const { state, steps, next } = useAgendaNow()
  const { start, startTogether } = useSteps()
  useActions({
    'session.start': {
      enabled: () => state() === 'prepared',
      run: async () => {
        const first = nextStep(steps(), undefined)
        if (first !== undefined) return await start(first.id)
        const done = await run('session.start', {})
        if (!done.ok) reportFailure(done.error)
        return undefined
      },
    },
    'session.nextStep': {
      enabled: () => state() === 'running' && next() !== undefined,
      run: async () => {
        const step = next()
        if (step !== undefined) await startTogether(step.id)
      },
    },
    'session.finish': { enabled: () => state() === 'running', run: () => showDialog({ kind: 'finish' }) },
    'session.addStep': { enabled: () => state() !== 'closed', run: () => showPanel({ kind: 'step', id: null }) },
    'file.next': { enabled: () => state() !== 'prepared', run: () => showDialog({ kind: 'next-session' }) },
    'file.keepTemplate': { enabled: always, run: () => showDialog({ kind: 'keep-template' }) },
  })
}

const useTimer = (): void => {
  const run = useRun()
  const { current, runs } = useAgendaNow()
  const report = (done: Awaited<ReturnType<typeof run>>): void => {
    if (!done.ok) reportFailure(done.error)
  }
  useActions({
    'session.pause': {
      enabled: runs,
      run: async () => {
        const step = current()
        if (step) report(await run('step.pause', { id: step.id, paused: step.pausedAt === undefined }))
      },
    },
    'session.extend': {
      enabled: runs,
      run: async () => {
        const step = current()
        if (step) report(await run('step.extend', { id: step.id, minutes: EXTRA_MINUTES }))
      },
    },
    'session.endStep': {
      enabled: runs,
      run: async () => {
        const step = current()
        if (!step) return
        const of = step.groupId === undefined ? {} : { groupId: step.groupId }
        report(await run('step.start', { id: null, ...of }))
      },
    },
    'session.skipStep': {
      enabled: runs,
      run: async () => {
        const step = current()
        if (step) report(await run('step.skip', { id: step.id }))
      },
    },
    'session.contribute': {
      enabled: () => current()?.boardId !== undefined,
      run: async () => {
        const step = current()
        if (!step) return
        const next = CONTRIBUTE[(CONTRIBUTE.indexOf(step.contribute) + 1) % CONTRIBUTE.length] ?? 'closed'
        report(await run('step.contribute', { id: step.id, contribute: next }))
      },
    },
  })
}

const useGroups = (): void => {
  const run = useRun()
  const { view, steps, groups, state, groupsAtWork } = useAgendaNow()
  const { start } = useSteps()
  useActions({
    'session.merge': { enabled: () => state() !== undefined, run: () => showDialog({ kind: 'merge' }) },
    'session.split': { enabled: () => state() !== 'closed', run: () => showDialog({ kind: 'split-groups' }) },
    'session.nextGroup': {
      enabled: () => groups().length > 0,
      run: () => {
        const all = [undefined, ...groups().map(({ id }) => id)]
        const next = all[(all.indexOf(chosenGroup()) + 1) % all.length]
        chooseGroup(next ?? null)
        const step = runningStep(view, next)
        if (step) nav.go({ kind: 'step', id: step.id })
      },
    },
    'session.together': {
      enabled: () => groupsAtWork().length > 0,
      run: async () => {
        chooseGroup(null)
        const from = steps().findLastIndex((step) => step.state === 'running' && step.groupId !== undefined)
        const next = steps().find(
          (step, index) => index > from && step.state === 'waiting' && step.groupId === undefined,
        )
        // A step of everybody ends what the groups do.
        if (next !== undefined) return await start(next.id)
        for (const { id } of groupsAtWork()) {
          // oxlint-disable-next-line no-await-in-loop -- a few groups; the first refusal ends it
          const done = await run('step.start', { id: null, groupId: id })
          if (!done.ok) return reportFailure(done.error)
        }
        return undefined
      },
    },
  })
}

/** The deeds of the agenda and its timers, wherever one is. */
export const useRunningActions = (): void => {
  useStarting()
  useTimer()
  useGroups()
}
