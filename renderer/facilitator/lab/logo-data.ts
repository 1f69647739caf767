import { LIMITS } from '@core/model/limits'

/** Longest side in px, and as what: sharp and see-through first; a photograph is too large for that. */
const TRIES = [
  { side: 480, mime: 'image/png' },
  { side: 480, mime: 'image/jpeg' },
  { side: 240, mime: 'image/jpeg' },
] as const

const drawn = (picture: ImageBitmap, { side, mime }: (typeof TRIES)[number]): string => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (context !== null && mime === 'image/jpeg') {
    // It knows no see-through: paper is white.
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL(mime, 0.86)
}

/** A picture drawn anew in the page: smaller, and without whatever else the file carried. Null when it cannot be read. */
export const logoData = async (file: File): Promise<string | null> => {
  try {
    const picture = await createImageBitmap(file)
    const url = TRIES.map((one) => drawn(picture, one)).find(({ length }) => length <= LIMITS.imageBytes)
    picture.close()
    return url ?? null
  } catch {
    return null
  }
}
