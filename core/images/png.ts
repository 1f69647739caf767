import type { FoundImage } from './found-image'
import { ascii, joined } from './found-image'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** Length, name and checksum of a chunk. */
const AROUND = 12

/** What a picture is drawn from; times, texts, Exif and profiles are not. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT'])

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte)

export const readPng = (bytes: Uint8Array): FoundImage | 'broken' | 'moving' => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)]
  let size = { width: 0, height: 0 }
  let hasData = false
  for (let at: number = SIGNATURE.length; at + AROUND <= bytes.length;) {
    const length = view.getUint32(at)
    const name = ascii(bytes, at + 4, at + 8)
    const end = at + AROUND + length
    if (end > bytes.length) return 'broken'
    if (name === 'acTL') return 'moving'
    if (name === 'IHDR' && length >= 8) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (name === 'IDAT') hasData = true
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return hasData ? { ...size, bytes: joined(kept) } : 'broken'
    at = end
  }
  return 'broken'
}
