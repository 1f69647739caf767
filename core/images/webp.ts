import type { FoundImage } from './found-image'
import { ascii, joined } from './found-image'

const HEADER = 12
/** Bits of the extended header: a profile, Exif, XMP; and animation. */
const ABOUT = 0x20 | 0x08 | 0x04
const ANIMATION = 0x02
const METADATA: ReadonlySet<string> = new Set(['EXIF', 'XMP ', 'ICCP'])

export const isWebp = (bytes: Uint8Array): boolean => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'

type Size = { readonly width: number; readonly height: number }

const sizeIn = (name: string, view: DataView, at: number, length: number): Size | null => {
  if (name === 'VP8X' && length >= 10) {
    const side = (from: number): number => (view.getUint16(from, true) | (view.getUint8(from + 2) << 16)) + 1
    return { width: side(at + 4), height: side(at + 7) }
  }
  if (name === 'VP8 ' && length >= 10) {
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff }
  }
  if (name === 'VP8L' && length >= 5) {
    const bits = view.getUint32(at + 1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return null
}

export const readWebp = (bytes: Uint8Array): FoundImage | 'broken' | 'moving' => {
  if (bytes.length < HEADER) return 'broken'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.getUint32(4, true) + 8
  if (end > bytes.length) return 'broken'
  const kept: Uint8Array[] = []
  let size: Size | null = null
  let hasData = false
  for (let at = HEADER; at + 8 <= end;) {
    const name = ascii(bytes, at, at + 4)
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length & 1)
    if (at + 8 + length > end) return 'broken'
    if (name === 'ANIM' || name === 'ANMF') return 'moving'
    size ??= sizeIn(name, view, at + 8, length)
    if (name === 'VP8 ' || name === 'VP8L') hasData = true
    const chunk = bytes.slice(at, Math.min(next, end))
    if (name === 'VP8X') {
      const flags = chunk[8] ?? 0
      if ((flags & ANIMATION) !== 0) return 'moving'
      chunk[8] = flags & ~ABOUT
    }
    if (!METADATA.has(name)) kept.push(chunk)
    at = next
  }
  if (!size || !hasData) return 'broken'
  const whole = joined([bytes.slice(0, HEADER), ...kept])
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return { ...size, bytes: whole }
}
