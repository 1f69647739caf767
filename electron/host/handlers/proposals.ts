import { submitProposal, withdrawProposal } from '@core/commands/proposals'
import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { editHashOf } from '../phone-cards'
import { sameSecret } from '../secrets'
import type { Services } from '../services'
import { createUserLimit } from '../user-limit'
import { readyWorkspace } from '../ready-workspace'

/** A phone's proposals: a few at once, then one every twelve seconds. */
const PROPOSALS = { burst: 5, perSecond: 1 / 12 } as const
const MOST_REMEMBERED = 5_000

/** What people propose from their phones; the facilitator accepts or declines with a document command. */
export const proposalHandlers = ({ sessions, deps }: Services): Handlers => {
  const limit = createUserLimit(PROPOSALS, deps.clock.now)
  /** Taken once, by id and hash: sent again after it was accepted, it must not come back. */
  const taken = new Map<string, string>()
  return {
    'proposal.submit': async (args, caller) => {
      const space = readyWorkspace(sessions)
      if (!space.ok) return space
      const { tables } = space.value
      const editHash = editHashOf(args.secret)
      const earlier = tables.proposal.get(args.id)?.editHash ?? taken.get(args.id)
      if (earlier !== undefined) {
        await space.value.settled()
        return sameSecret(earlier, editHash) ? ok({ id: args.id }) : err(failure('wrong-secret'))
      }
      const { device, voiceId, groupId, role } = caller.seat
      const wait = limit.wait(device)
      if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
      limit.take(device)
      const { id, kind, text, taskId } = args
      const made = { id, kind, text, taskId, voiceId: voiceId ?? undefined, editHash, groupId: groupId ?? undefined }
      const about = { name: 'proposal.submit', by: role ?? 'host', undoable: false, caller } as const
      const added = await space.value.change((context) => submitProposal(tables, made, context), about)
      if (!added.ok) return added
      if (taken.size > MOST_REMEMBERED) taken.clear()
      taken.set(id, editHash)
      return ok({ id })
    },
    'proposal.withdraw': async ({ id, secret }, caller) => {
      const space = readyWorkspace(sessions)
      if (!space.ok) return space
      const about = { name: 'proposal.withdraw', by: caller.seat.role ?? 'host', undoable: false, caller } as const
      const mine = { id, editHash: editHashOf(secret) }
      const gone = await space.value.change((context) => withdrawProposal(space.value.tables, mine, context), about)
      return gone.ok ? ok({ id }) : gone
    },
  }
}
