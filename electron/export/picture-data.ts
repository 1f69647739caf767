import type { ReadImage } from '@core/images/read-image'
import { readImage } from '@core/images/read-image'

const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,([A-Za-z0-9+/=]+)$/

/** A picture of a document that is whole; null for what no program can show: it is left out. */
export const readPicture = (dataUrl: string): ReadImage | null => {
  const [, base64] = PICTURE.exec(dataUrl) ?? []
  const read = base64 === undefined ? null : readImage(Buffer.from(base64, 'base64'))
  return read?.ok ? read.value : null
}

/** As an address that pages and drawings show, without what a camera wrote into it; null: it is left out. */
export const pictureUrl = (dataUrl: string): string | null => {
  const picture = readPicture(dataUrl)
  return picture && `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}`
}
