import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { mayShow } from '../images'
import type { Services } from '../services'

/** The bytes of a picture, asked for when it is shown. */
export const imageHandlers = ({ sessions }: Services): Handlers => ({
  'image.get': ({ id }, { seat }) => {
    const tables = sessions.current()?.tables
    if (!tables) return err(failure('no-session'))
    const image = tables.image.get(id)
    if (!image || !seat.role || !mayShow(tables, id, seat.role)) return err(failure('not-found', { type: 'image' }))
    const { mime, data, width, height } = image
    return ok({ mime, data, width, height })
  },
})
