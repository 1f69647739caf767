import type { FoundImage } from './found-image'
import { joined } from './found-image'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff

/** Frame headers C0 to CF tell the size; C4, C8 and CC are tables of other kinds. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** APP0 (JFIF) and APP14 (how colours are stored) are needed to draw it; Exif, XMP, comments and the rest are not. */
const isMetadata = (marker: number): boolean =>
  marker === COMMENT || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)

/** Where the picture's own data ends: at the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return -1
}

/** What stands behind the end of the picture is dropped too. */
export const readJpeg = (bytes: Uint8Array): FoundImage | 'broken' => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size = { width: 0, height: 0 }
  let at = 2
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return 'broken'
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) return { ...size, bytes: joined([...kept, bytes.subarray(at, at + 2)]) }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) return 'broken'
    if (isFrame(marker)) {
      size = {
        height: ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0),
        width: ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0),
      }
    }
    if (marker === SCAN) end = endOfScan(bytes, end)
    if (end < 0) return 'broken'
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return 'broken'
}
