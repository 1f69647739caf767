import { unusedImages } from '@core/commands/unused-images'
import { readImage } from '@core/images/read-image'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import type { Image } from '@core/model/work'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import { visible } from '@core/rules/visible'
import type { Services } from './services'

/** Bytes behind `length` characters of base64. */
const bytesIn = (data: string): number => Math.floor((data.length * 3) / 4)

/** Left behind by an undo; in no one's way until there is no room for another picture. */
const leftOver = (view: DocumentView): Image[] => unusedImages(view, view.image.keys(), new Set())

/** Keeps a picture in the open session and answers its id; a card shows it by a change of its own. */
export const keepImage = async (services: Services, bytes: Uint8Array, by: Role): Promise<Result<string, Failure>> => {
  if (bytes.length > LIMITS.imageBytes) return err(failure('image-too-large', { limit: LIMITS.imageBytes / 1_000 }))
  const read = readImage(bytes)
  if (!read.ok) return read
  const workspace = services.sessions.current()
  if (!workspace) return err(failure('no-session'))
  const { mime, width, height } = read.value
  const data = Buffer.from(read.value.bytes).toString('base64')
  const id = idFromBytes(services.deps.randomBytes(20))
  const image: Image = { type: 'image', id, mime, data, width, height }
  const kept = await workspace.change(
    () => {
      const all = [...workspace.tables.image.values()]
      const used = all.reduce((sum, one) => sum + bytesIn(one.data), 0) + bytesIn(data)
      const spare = used > LIMITS.imagesPerSession ? leftOver(workspace.tables) : []
      const left = used - spare.reduce((sum, one) => sum + bytesIn(one.data), 0)
      if (left > LIMITS.imagesPerSession) {
        return err(failure('images-full', { limit: LIMITS.imagesPerSession / 1024 / 1024 }))
      }
      return ok({ added: [image], ...(spare.length > 0 ? { removed: spare } : {}) })
    },
    { name: 'image.add', by, undoable: false },
  )
  return kept.ok ? ok(id) : kept
}

/** Phones see the pictures of topics that they may vote on, and no others. */
const isOnBallot = (view: DocumentView, imageId: string, role: Role): boolean =>
  [...view.vote.values()].some(
    (vote) => visible(vote, role) !== null && vote.options.some((option) => option.imageId === imageId),
  )

/** The projector gets only what a card that it may show has on it. */
export const mayShow = (view: DocumentView, imageId: string, role: Role): boolean => {
  if (role === 'facilitator' || role === 'co-facilitator') return true
  if (role !== 'projector') return isOnBallot(view, imageId, role)
  for (const card of view.card.values()) if (card.imageId === imageId && visible(card, role)) return true
  return false
}
