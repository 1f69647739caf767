import type { OpenNotice } from '@core/load/failures'
import type { Notice } from '@core/protocol/views'

const noticeOf = (notice: OpenNotice): Notice => {
  switch (notice.code) {
    case 'TornTail':
      return { code: 'torn-tail' }
    case 'EditedOutside':
      return { code: 'edited-outside' }
    case 'Recovered':
      return { code: 'recovered', params: { count: notice.changes } }
    case 'PreviousUsed':
      return { code: 'previous-used' }
    case 'ReadOnly':
      return notice.reason === 'locked'
        ? { code: 'read-only', params: { reason: 'locked', computer: notice.owner.hostname } }
        : { code: 'read-only', params: { reason: 'place' } }
    case 'Migrated':
      return { code: 'migrated', params: { from: notice.from, to: notice.to } }
    case 'LossAccepted': {
      const { after, to } = notice.lost
      return { code: 'loss-accepted', params: { after, ...(to === undefined ? {} : { to }) } }
    }
  }
}

/** What storage noticed while opening, as the facilitator is told it. */
export const noticesOf = (notices: readonly OpenNotice[]): Notice[] => notices.map(noticeOf)
