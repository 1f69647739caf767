import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { Image } from '../model/work'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'
import type { FoundImage } from './found-image'
import { ascii } from './found-image'
import { isJpeg, readJpeg } from './jpeg'
import { isPng, readPng } from './png'
import { isWebp, readWebp } from './webp'

/** Longest side that the host takes, px: a small file can unfold to gigabytes. Pages send 1,600 at most. */
const MOST_SIDE = 4_096

export type ReadImage = {
  readonly mime: Image['mime']
  readonly width: number
  readonly height: number
  /** The same picture without what its camera or program wrote into it. */
  readonly bytes: Uint8Array
}

const found = (
  mime: Image['mime'],
  image: FoundImage | 'broken' | 'moving',
  mostSide: number,
): Result<ReadImage, Failure> => {
  if (image === 'moving') return err(failure('moving-image'))
  if (image === 'broken' || image.width === 0 || image.height === 0) return err(failure('broken-image'))
  if (Math.max(image.width, image.height) > mostSide) return err(failure('image-too-large', { limit: mostSide }))
  return ok({ mime, ...image })
}

/**
 * What kind of picture the bytes are, by themselves and not by any name; whole, still and without metadata. The page
 * asks before it draws a picture anew, the host before it keeps one.
 */
export const readImage = (bytes: Uint8Array, mostSide: number = MOST_SIDE): Result<ReadImage, Failure> => {
  if (isJpeg(bytes)) return found('image/jpeg', readJpeg(bytes), mostSide)
  if (isPng(bytes)) return found('image/png', readPng(bytes), mostSide)
  if (isWebp(bytes)) return found('image/webp', readWebp(bytes), mostSide)
  return err(failure(ascii(bytes, 0, 4) === 'GIF8' ? 'moving-image' : 'not-an-image'))
}
