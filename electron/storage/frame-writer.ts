import type { DiskCode } from '@core/load/failures'
import { diskCode, errorCode } from './disk-errors'
import { closeQuietly, removeQuietly, writeFully } from './file-helpers'
import type { FileHandle, FileSystem } from './file-system'
import type { FrameInput } from './frames'
import { encodeFrames, FILLER, NO_FRAME } from './frames'

// A write into space that the file already has leaves its size alone, and so needs one disk operation instead of two.
const STEP = 256 * 1024

/** The append end of a journal or a ballot box. One batch at a time. */
export type FrameWriter = {
  /** Bytes known durable. */
  readonly durable: number
  /** False after a failed sync: the kernel may have dropped the data, and the next sync would "succeed". */
  readonly usable: boolean
  /** Durable when it resolves. Rejects with WriteFault; then none of the batch counts. */
  readonly write: (frames: readonly FrameInput[]) => Promise<void>
  readonly close: () => Promise<void>
}

export class WriteFault extends Error {
  readonly code: DiskCode
  constructor(cause: unknown) {
    super('the batch was not written', { cause })
    this.name = 'WriteFault'
    this.code = diskCode(cause)
  }
}

export type WriterStart = { readonly durable: number; readonly crc: string; readonly allocated: number }

export const frameWriter = (handle: FileHandle, start: WriterStart, step = STEP): FrameWriter => {
  let { durable, crc, allocated } = start
  let usable = true

  const syncOnce = async (): Promise<void> => {
    if (handle.durableWrites) return
    try {
      await handle.datasync()
    } catch (error) {
      usable = false
      throw error
    }
  }

  const put = async (bytes: Buffer): Promise<void> => {
    const end = durable + bytes.length
    // One line feed must always be left: its absence tells that a journal was cut short.
    if (end < allocated) return await writeFully(handle, bytes, durable)
    const size = (Math.floor(end / step) + 1) * step
    const filled = Buffer.alloc(size - durable, FILLER)
    bytes.copy(filled)
    try {
      await writeFully(handle, filled, durable)
      allocated = size
    } catch (error) {
      if (errorCode(error) !== 'ENOSPC') throw error
      await writeFully(handle, bytes, durable) // no room to spare, but perhaps for this
      allocated = Math.max(allocated, end)
    }
  }

  const cutBack = async (): Promise<void> => {
    try {
      await handle.truncate(durable)
      allocated = durable
    } catch {
      usable = false
    }
  }

  return {
    get durable() {
      return durable
    },
    get usable() {
      return usable
    },
    write: async (frames) => {
      if (!usable) throw new WriteFault(null)
      const batch = encodeFrames(frames, crc, durable)
      try {
        await put(batch.bytes)
        await syncOnce()
      } catch (error) {
        // With durable writes every failed write is a failed sync, unless the disk was merely full.
        if (handle.durableWrites && errorCode(error) !== 'ENOSPC') usable = false
        await cutBack()
        throw new WriteFault(error)
      }
      durable += batch.bytes.length
      crc = batch.crc
    },
    close: () => closeQuietly(handle),
  }
}

/** A new append file with its first frame, synced; the caller syncs the folder. Nothing is left when it fails. */
export const createFrameFile = async (
  fs: FileSystem,
  path: string,
  head: FrameInput,
  step = STEP,
): Promise<FrameWriter> => {
  const handle = await fs.open(path, 'create', { durable: true })
  const writer = frameWriter(handle, { durable: 0, crc: NO_FRAME, allocated: 0 }, step)
  try {
    await writer.write([head])
    return writer
  } catch (error) {
    await writer.close()
    await removeQuietly(fs, path)
    throw error instanceof WriteFault && error.cause ? error.cause : error
  }
}
