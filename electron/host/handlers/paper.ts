import { addSlips, nextSlip } from '@core/commands/slips'
import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { PaperFrame } from '../paper-ledger'
import type { Seat } from '../seat'
import type { Services } from '../services'

const byWhom = ({ role }: Seat): PaperFrame['slip']['by'] =>
  role === 'co-facilitator' ? 'co-facilitator' : 'facilitator'

/** Printed slips and what is typed in from them. */
export const paperHandlers = ({ room, sessions, votes }: Services): Handlers => ({
  'slips.add': async ({ voteId, count }) => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    // The codes on paper must be the same after a restart.
    const secret = await room.ensureSecret()
    if (!secret.ok) return secret
    let first = 0
    const added = await workspace.change(
      (context) => {
        first = nextSlip(workspace.tables)
        return addSlips(workspace.tables, { id: voteId, count }, context)
      },
      { name: 'slips.add', by: 'host', undoable: false },
    )
    return added.ok ? ok({ first, count }) : added
  },
  'paper.enter': (args, { seat }) => votes.paper.enter(args, byWhom(seat)),
  'paper.remove': (args, { seat }) => votes.paper.remove(args, byWhom(seat)),
  'paper.view': (args) => votes.paper.view(args),
})
