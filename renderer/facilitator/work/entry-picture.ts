import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { prepareImage } from '../../shared/lib/send-image'

/** A picture for a notebook entry as base64: small, and without what the camera wrote into it. */
export const entryPicture = async (file: Blob): Promise<Result<string, Failure>> => {
  const ready = await prepareImage(file)
  if (!ready.ok) return ready
  const bytes = new Uint8Array(await ready.value.arrayBuffer())
  let text = ''
  // In parts: all at once would be more arguments than a call takes.
  for (let at = 0; at < bytes.length; at += PART) text += String.fromCharCode(...bytes.subarray(at, at + PART))
  return { ok: true, value: btoa(text) }
}

const PART = 0x80_00

/** How base64 of the three kinds of pictures begins. */
const BEGINS = [
  ['/9j/', 'image/jpeg'],
  ['iVBOR', 'image/png'],
  ['UklGR', 'image/webp'],
] as const

/** The address under which a page shows the picture of an entry; null for what is no picture. */
export const pictureUrl = (data: string): string | null => {
  const mime = BEGINS.find(([begin]) => data.startsWith(begin))?.[1]
  return mime === undefined ? null : `data:${mime};base64,${data}`
}
