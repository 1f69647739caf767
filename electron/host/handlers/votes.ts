import { err } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Seat } from '../seat'
import type { Services } from '../services'
import type { Voter } from '../voters'

const voterOf = ({ device, role, connection }: Seat): Voter => ({
  device,
  channel: role === 'kiosk' ? 'kiosk' : 'phone',
  address: connection.address,
})

/** Opening, counting and closing a vote; casting a ballot. */
export const voteHandlers = ({ votes, sessions }: Services): Handlers => ({
  'vote.open': ({ id }) => votes.open(id),
  'vote.count': ({ id }) => votes.count(id),
  'vote.close': ({ id, accept }) => votes.close(id, accept),
  'ballot.cast': (args, { seat }) => {
    if (!sessions.current()) return err(failure('no-session'))
    return votes.cast(args, voterOf(seat))
  },
  'ballot.mine': (args, { seat }) => votes.mine(args, voterOf(seat)),
  'slip.check': (args, { seat }) => votes.check(args, voterOf(seat)),
})
