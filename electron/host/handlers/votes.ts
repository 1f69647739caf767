import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** Opening, counting and closing a vote; casting a ballot. */
export const voteHandlers = ({ votes, sessions }: Services): Handlers => ({
  'vote.open': ({ id }) => votes.open(id),
  'vote.count': ({ id }) => votes.count(id),
  'vote.close': ({ id }) => votes.close(id),
  'ballot.cast': (args, { seat }) => {
    if (!sessions.current()) return err(failure('no-session'))
    return votes.cast(args, { device: seat.device, channel: seat.role === 'kiosk' ? 'kiosk' : 'phone' })
  },
  'ballot.mine': (args, { seat }) => ok(votes.mine(args, seat.device)),
})
