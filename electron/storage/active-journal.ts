import { WriteFault } from './frame-writer'
import type { FrameInput } from './frames'
import type { NewJournal } from './generations'
import type { Layout } from './layout'
import type { StorageDeps } from './session-types'

// A disk that takes this long for one write is not busy but broken or gone.
const STALLED_MS = 10_000
// In a burst the journal's name is looked at only this often: it costs a tenth of a write.
const NAME_MS = 100

/** The journal that takes changes now. */
export type ActiveJournal = {
  readonly generation: number
  /** Bytes known durable. */
  readonly durable: number
  /** False after a failed sync and when its name is gone: then only a new generation can go on. */
  readonly usable: boolean
  /** True while a write takes suspiciously long. */
  readonly stalled: boolean
  /** Durable when it resolves; rejects with WriteFault. */
  readonly write: (frames: readonly FrameInput[]) => Promise<void>
  readonly close: () => Promise<void>
}

export const activateJournal = async (
  deps: StorageDeps,
  layout: Layout,
  { generation, writer }: NewJournal,
  onStall: () => void,
): Promise<ActiveJournal> => {
  const path = layout.journal(generation)
  const { id } = await deps.fs.stat(path)
  let checked = 0
  let gone = false
  let stalled = false

  /** A journal whose name was removed would still take bytes, into nothing: looked at while the batch is written. */
  const writeNamed = async (frames: readonly FrameInput[]): Promise<void> => {
    const now = deps.clock.now()
    if (Math.abs(now - checked) < NAME_MS) return await writer.write(frames)
    checked = now
    const [written, there] = await Promise.allSettled([writer.write(frames), deps.fs.stat(path)])
    if (written.status === 'rejected') throw written.reason
    if (there.status === 'fulfilled' && there.value.id === id) return
    gone = true
    throw new WriteFault(Object.assign(new Error('the journal is gone'), { code: 'ENOENT' }))
  }

  return {
    generation,
    get durable() {
      return writer.durable
    },
    get usable() {
      return writer.usable && !gone
    },
    get stalled() {
      return stalled
    },
    write: async (frames) => {
      const cancel = deps.timers.after(STALLED_MS, () => {
        stalled = true
        onStall()
      })
      try {
        await writeNamed(frames)
      } finally {
        cancel()
        stalled = false
      }
    },
    close: () => writer.close(),
  }
}
