import { raiseHand } from '@core/commands/speaking'
import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { readyWorkspace } from '../ready-workspace'
import { sign } from '../secrets'
import type { Services } from '../services'
import { createUserLimit } from '../user-limit'

const WISHES = { burst: 6, perSecond: 1 / 5 } as const
const ID_LENGTH = 26

/** What a phone says of its person without words: "I would like to speak", "I am done". */
export const queueHandlers = ({ sessions, room, deps, hearing }: Services): Handlers => {
  const limit = createUserLimit(WISHES, deps.clock.now)
  return {
    'queue.raise': async ({ raised }, caller) => {
      const space = readyWorkspace(sessions)
      if (!space.ok) return space
      const { device, voiceId, role } = caller.seat
      const wait = limit.wait(device)
      if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
      limit.take(device)
      // The same phone finds its place again; without the room's secret the id leads to no phone.
      const id = sign(room.secret() ?? '', `queue ${space.value.sessionId} ${device}`).slice(0, ID_LENGTH)
      const wish = { id, voiceId: voiceId ?? undefined, raised }
      const about = { name: 'queue.raise', by: role ?? 'host', undoable: false, caller } as const
      const done = await space.value.change((context) => raiseHand(space.value.tables, wish, context), about)
      return done.ok ? ok({ id }) : done
    },
    'step.finished': ({ stepId, done }, { seat }) => {
      // The tablet goes from hand to hand: whose "done" it would be, nobody knows.
      if (seat.role === 'kiosk') return err(failure('not-allowed'))
      return hearing.finish(seat, stepId, done)
    },
  }
}
