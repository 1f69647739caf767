import { answerPulse } from '@core/commands/answer-pulse'
import { err, ok } from '@core/lib/result'
import { sessionOf } from '@core/model/document'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { createPulseMarks } from '../pulse-marks'
import type { PulseMarks } from '../pulse-marks'
import { readyWorkspace } from '../ready-workspace'
import type { Seat } from '../seat'
import { sign } from '../secrets'
import type { Services } from '../services'

/** The feedback round: one answer per phone, one per turn at the tablet. */
export const pulseHandlers = ({ sessions, deps, room }: Services): Handlers => {
  let marks: { readonly sessionId: string; readonly of: PulseMarks } | null = null
  const marksOf = (sessionId: string): PulseMarks => {
    if (marks?.sessionId !== sessionId) marks = { sessionId, of: createPulseMarks(deps, sessionId) }
    return marks.of
  }
  /** Keyed, so that the file of marks alone tells nobody which phone it was. */
  const markOf = (seat: Seat): string => sign(room.secret() ?? '', `pulse ${seat.device}`)
  const hasAnswered = async (sessionId: string, seat: Seat): Promise<boolean> => marksOf(sessionId).has(markOf(seat))

  return {
    'pulse.mine': async (_args, { seat }) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      return ok({ answered: await hasAnswered(workspace.sessionId, seat) })
    },
    'pulse.answer': async ({ values, remark }, caller) => {
      const space = readyWorkspace(sessions)
      if (!space.ok) return space
      const { seat } = caller
      const own = marksOf(space.value.sessionId)
      const mark = markOf(seat)
      if (sessionOf(space.value.tables)?.state === 'closed') return err(failure('session-is-closed'))
      if (await own.has(mark)) return err(failure('already-answered'))
      await own.set(mark)
      const channel = seat.role === 'kiosk' ? 'kiosk' : 'phone'
      const answer = { values, remark, channel, groupId: seat.groupId ?? undefined } as const
      // Nothing in the change names its sender: it goes to all pages alike.
      const about = { name: 'pulse.answer', by: 'host', undoable: false } as const
      const counted = await space.value.change((context) => answerPulse(space.value.tables, answer, context), about)
      if (!counted.ok) {
        await own.unset(mark)
        return counted
      }
      // A mark that cannot be kept lets this phone answer again after a restart; the answer itself is safe.
      await own.keep().catch(() => deps.log('pulse-mark-not-kept'))
      return ok(null)
    },
  }
}
