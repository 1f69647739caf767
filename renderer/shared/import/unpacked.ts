import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { reachesTooFar } from './sheet-reach'

/** Of all parts of a spreadsheet together: what a small file swells to must not fill the memory. */
const MOST_UNPACKED = 150 * 1024 * 1024

/** `locked`: with a password; `swollen`: larger than there is room for once it is unpacked. */
export type UnpackProblem = 'not-ours' | 'locked' | 'swollen'

type Entry = { readonly name: string; readonly packed: boolean; readonly data: Uint8Array }

const END = 0x06_05_4b_50
const CENTRAL = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
/** A comment of 65,535 bytes may follow the record at the end. */
const END_REACH = 65_557
const ELSEWHERE = 0xff_ff_ff_ff

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The parts that hold words: pictures and the like are not unpacked. */
const isWanted = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')

/** What the directory at the end of a zip file names. Sizes are believed only for what is packed, never for what comes out. */
const entriesOf = (bytes: Uint8Array): Result<Entry[], UnpackProblem> => {
  const view = viewOf(bytes)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - END_REACH && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || view.getUint32(end, true) !== END) return err('not-ours')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) return err('not-ours')
    if ((view.getUint16(at + 8, true) & 1) === 1) return err('locked')
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (lengths[0] ?? 0)))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
    if (!isWanted(name)) continue
    if ((method !== 0 && method !== 8) || size === ELSEWHERE || view.getUint32(local, true) !== LOCAL) {
      return err('not-ours')
    }
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({ name, packed: method === 8, data: bytes.subarray(start, start + size) })
  }
  return ok(entries)
}

/** Null: more than `most` bytes come out; it is stopped there. */
const inflated = async (data: Uint8Array, most: number): Promise<Uint8Array | null> => {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  // What is wrong with it is told to the reader as well.
  const written = [writer.write(new Uint8Array(data)), writer.close()].map((step) => step.catch(() => undefined))
  const reader = stream.readable.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > most) {
      await reader.cancel()
      return null
    }
    pieces.push(next.value)
  }
  await Promise.all(written)
  return joined(pieces)
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

type Part = { readonly name: string; readonly data: Uint8Array }

/** Of `length` bytes, with its mark and the numbers at their places: two bytes wide where the place is in `narrow`. */
const record = (length: number, wide: readonly Field[], narrow: readonly Field[]): Uint8Array => {
  const bytes = new Uint8Array(length)
  const view = viewOf(bytes)
  for (const [at, value] of wide) view.setUint32(at, value, true)
  for (const [at, value] of narrow) view.setUint16(at, value, true)
  return bytes
}
type Field = readonly [at: number, value: number]

/** A zip file in which nothing is packed. */
const stored = (parts: readonly Part[]): Uint8Array => {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, data } of parts) {
    const words = new TextEncoder().encode(name)
    const size = data.length
    pieces.push(
      record(
        30,
        [
          [0, LOCAL],
          [18, size],
          [22, size],
        ],
        [[26, words.length]],
      ),
      words,
      data,
    )
    directory.push(
      record(
        46,
        [
          [0, CENTRAL],
          [20, size],
          [24, size],
          [42, at],
        ],
        [
          [8, UTF8],
          [28, words.length],
        ],
      ),
      words,
    )
    at += 30 + words.length + size
  }
  const lines = joined(directory)
  const end = record(
    22,
    [
      [0, END],
      [12, lines.length],
      [16, at],
    ],
    [
      [8, parts.length],
      [10, parts.length],
    ],
  )
  return joined([...pieces, lines, end])
}

/** Names are UTF-8. */
const UTF8 = 0x08_00

/**
 * The same spreadsheet with nothing packed in it, for a reader that would otherwise start workers of its own, which our
 * pages do not allow, and would unpack without end. A file that says too little about itself is stopped all the same.
 */
export const unpacked = async (bytes: Uint8Array, most = MOST_UNPACKED): Promise<Result<Uint8Array, UnpackProblem>> => {
  try {
    const entries = entriesOf(bytes)
    if (!entries.ok) return entries
    if (!entries.value.some(({ name }) => name === 'xl/workbook.xml')) return err('not-ours')
    const parts: Part[] = []
    let room = most
    for (const { name, packed, data } of entries.value) {
      const plain = packed ? await inflated(data, room) : data.length > room ? null : data
      if (!plain || reachesTooFar(plain)) return err('swollen')
      room -= plain.length
      parts.push({ name, data: plain })
    }
    return ok(stored(parts))
  } catch {
    // A length that leads out of the file, or bytes that are not packed as they say.
    return err('not-ours')
  }
}
