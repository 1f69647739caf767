import { crc32 } from 'node:zlib'
import { CAPS, scanBytes } from '@core/load/scan'

/**
 * One frame is one line of text: `J1 `, 8 hex digits of payload length, space, 8 of its CRC-32, space, payload, LF.
 * Payload: `{"s":sequence,"p":"CRC of the frame before","d":offset known durable when written,"t":kind,"v":value}`.
 */
export type FrameKind = 'head' | 'change' | 'next' | 'ballot'

export type FrameInput = { readonly seq: number; readonly kind: FrameKind; readonly json: string }

export type Frame = {
  readonly seq: number
  readonly kind: FrameKind
  readonly value: unknown
  readonly durable: number
  readonly previous: string
  readonly crc: string
  readonly end: number
}

/** How the readable part of a file ends. */
export type Ending =
  | { readonly kind: 'clean' }
  /** What follows was never acknowledged: no later frame says that it was durable. `bytes` is its length. */
  | { readonly kind: 'torn'; readonly bytes: number }
  /** Bytes that were durable are damaged: a later frame, `resumes`, knows it. */
  | { readonly kind: 'damaged'; readonly resumes: number }

export type FrameScan = { readonly frames: readonly Frame[]; readonly goodEnd: number; readonly ending: Ending }

export const NO_FRAME = '00000000'
/** Unused space of a journal is filled with line feeds: zeros there would look like what a power cut leaves. */
export const FILLER = 0x0a

const MAGIC = 'J1 '
const PREFIX = 21
const KINDS: ReadonlySet<string> = new Set(['head', 'change', 'next', 'ballot'] satisfies FrameKind[])

const hex8 = (value: number): string => value.toString(16).padStart(8, '0')

/** The bytes of the frames in order, chained to the frame before; `crc` chains the next batch. */
export const encodeFrames = (
  frames: readonly FrameInput[],
  previous: string,
  durable: number,
): { readonly bytes: Buffer; readonly crc: string } => {
  let crc = previous
  let text = ''
  for (const { seq, kind, json } of frames) {
    const payload = `{"s":${seq},"p":"${crc}","d":${durable},"t":"${kind}","v":${json}}`
    crc = hex8(crc32(payload))
    text += `${MAGIC}${hex8(Buffer.byteLength(payload))} ${crc} ${payload}\n`
  }
  return { bytes: Buffer.from(text), crc }
}

/** The frame that starts at `at`, chain not looked at; null when its bytes are not those that were written. */
const frameAt = (bytes: Buffer, at: number): Frame | null => {
  if (bytes.length < at + PREFIX + 1 || bytes.toString('latin1', at, at + 3) !== MAGIC) return null
  const prefix = bytes.toString('latin1', at + 3, at + PREFIX)
  if (!/^[0-9a-f]{8} [0-9a-f]{8} $/.test(prefix)) return null
  const length = Number.parseInt(prefix.slice(0, 8), 16)
  const crc = prefix.slice(9, 17)
  const start = at + PREFIX
  const end = start + length
  if (end >= bytes.length || bytes[end] !== FILLER) return null
  const payload = bytes.subarray(start, end)
  if (hex8(crc32(payload)) !== crc || !scanBytes(payload, CAPS).ok) return null
  return frameFrom(payload.toString(), crc, end + 1)
}

const frameFrom = (text: string, crc: string, end: number): Frame | null => {
  let raw: Record<string, unknown>
  try {
    raw = JSON.parse(text) as Record<string, unknown> // every field is checked below
  } catch {
    return null
  }
  if (typeof raw !== 'object' || raw === null) return null
  const { s, p, d, t, v } = raw
  if (typeof s !== 'number' || typeof d !== 'number' || typeof p !== 'string') return null
  if (typeof t !== 'string' || !KINDS.has(t)) return null
  return { seq: s, kind: t as FrameKind, value: v, durable: d, previous: p, crc, end } // t is one of KINDS
}

/** Reads frames up to the first that does not fit. Never throws, changes nothing. */
export const scanFrames = (bytes: Buffer): FrameScan => {
  const frames: Frame[] = []
  let at = 0
  let crc = NO_FRAME
  for (;;) {
    const frame = frameAt(bytes, at)
    if (frame === null || frame.previous !== crc) break
    frames.push(frame)
    at = frame.end
    crc = frame.crc
  }
  return { frames, goodEnd: at, ending: endingAt(bytes, at) }
}

const endingAt = (bytes: Buffer, at: number): Ending => {
  const rest = bytes.subarray(at)
  // A journal ends in filler: one that does not was cut off, or the disk was full.
  if (rest.length > 0 && isFiller(rest)) return { kind: 'clean' }
  const resumes = laterProof(bytes, at)
  return resumes === null ? { kind: 'torn', bytes: rest.length } : { kind: 'damaged', resumes }
}

const isFiller = (bytes: Buffer): boolean => {
  for (const byte of bytes) if (byte !== FILLER) return false
  return true
}

/** The sequence of a valid frame after `at` that was written when more than `at` bytes were durable. */
const laterProof = (bytes: Buffer, at: number): number | null => {
  for (let next = bytes.indexOf(MAGIC, at); next >= 0; next = bytes.indexOf(MAGIC, next + 1)) {
    const frame = frameAt(bytes, next)
    if (frame !== null && frame.durable > at) return frame.seq
  }
  return null
}
