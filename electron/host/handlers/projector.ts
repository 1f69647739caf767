import { err, ok } from '@core/lib/result'
import { ordered, sessionOf } from '@core/model/document'
import type { Stage } from '@core/model/session'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Caller } from '../seat'
import type { Services } from '../services'

/** Windows and pages of the projector on this machine, and blank with one key. */
export const projectorHandlers = (services: Services): Handlers => {
  const { deps, links, origin, sessions } = services
  return {
    'projector.open': ({ groupId }) => {
      if (groupId !== undefined && !sessions.current()?.tables.group.has(groupId)) {
        return err(failure('not-found', { type: 'group' }))
      }
      if (deps.shell) {
        deps.shell.openProjector(groupId)
        return ok({ url: null })
      }
      const base = origin()
      const group = groupId === undefined ? '' : `&group=${groupId}`
      return base ? ok({ url: `${base}/projector#k=${links.issue('projector')}${group}` }) : err(failure('not-allowed'))
    },
    'stage.toggle-blank': async ({ groupId }, caller) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const shown = stagesOf(services, groupId, caller)
      // The first one decides for all: it is the one that whoever pressed the key looks at.
      const isBlank = shown[0]?.stage.view === 'blank'
      const meant = shown.filter(({ stage }) => (stage.view === 'blank') === isBlank)
      const next = meant.map(isBlank ? back(services) : (one) => ({ ...one, stage: BLANK }))
      for (const args of next) {
        const done = await workspace.run('stage.show', args, caller)
        // What was shown before is gone meanwhile: the step is always there.
        const again = done.ok ? done : await workspace.run('stage.show', { ...args, stage: { view: 'step' } }, caller)
        if (!again.ok) return again
      }
      return ok(null)
    },
  }
}

type Shown = { readonly groupId?: string; readonly stage: Stage }
const BLANK: Stage = { view: 'blank' }

/** A projector's own picture; the facilitator's wish without a group means every screen. */
const stagesOf = ({ sessions }: Services, wanted: string | undefined, { seat }: Caller): readonly Shown[] => {
  const tables = sessions.current()?.tables
  const session = tables && sessionOf(tables)
  if (!tables || !session) return []
  const all: readonly Shown[] = [
    { stage: session.stage },
    ...ordered(tables, 'group').map(({ id, stage }) => ({ groupId: id, stage })),
  ]
  if (seat.role === 'projector') {
    const own = all.find(({ groupId }) => groupId === (seat.groupId ?? undefined))
    return [own ?? { stage: session.stage }]
  }
  return wanted === undefined ? all : all.filter(({ groupId }) => groupId === wanted)
}

const back =
  ({ lastShown }: Services) =>
  ({ groupId }: Shown): Shown => ({ ...(groupId === undefined ? {} : { groupId }), stage: lastShown.before(groupId) })
