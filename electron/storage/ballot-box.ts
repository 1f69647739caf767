import { join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { BallotSeal } from './ballot-seal'
import { ballotSeal } from './ballot-seal'
import { diskCode } from './disk-errors'
import {
  makeFolders,
  randomName,
  readIfThere,
  removeQuietly,
  renamePatiently,
  writeFully,
  writeNewFile,
} from './file-helpers'
import type { FrameWriter } from './frame-writer'
import { createFrameFile, WriteFault } from './frame-writer'
import type { FrameInput } from './frames'
import { scanFrames } from './frames'
import type { Layout } from './layout'
import { keyFolder, makeSidecar } from './place'
import type { Ballot, BallotBox, BoxFailure, BoxMode, StorageDeps } from './session-types'
import { StorageError } from './session-types'

type Waiting = {
  readonly frame: FrameInput
  readonly ballot: Ballot
  readonly done: () => void
  readonly failed: (error: Error) => void
}

const KEY_BYTES = 32
// Small: a box takes hundreds of ballots, not thousands, and is written anew at every opening.
const BOX_STEP = 64 * 1024

export type BoxAddress = {
  readonly layout: Layout
  readonly sessionId: string
  readonly roundId: string
  readonly slotBytes: number
}

const keyPath = (deps: StorageDeps, { sessionId, roundId }: BoxAddress): string =>
  join(keyFolder(deps), `${sessionId}-${roundId}.key`)

/** The append file of one open round. Everything in it is sealed; the key is in the app's own folder. */
export class BallotFile implements BallotBox {
  readonly ballots: Ballot[]
  readonly #deps: StorageDeps
  readonly #seal: BallotSeal
  readonly #frames: FrameInput[]
  #address: BoxAddress
  #queue: Waiting[] = []
  #writer: FrameWriter | null = null
  #fileId = ''
  #seq: number
  #running: Promise<void> | null = null
  #closed = false

  constructor(
    deps: StorageDeps,
    address: BoxAddress,
    seal: BallotSeal,
    frames: readonly FrameInput[],
    ballots: readonly Ballot[],
  ) {
    this.#deps = deps
    this.#address = address
    this.#seal = seal
    this.#frames = [...frames]
    this.ballots = [...ballots]
    this.#seq = frames.at(-1)?.seq ?? 0
  }

  append(ballot: Ballot): Promise<void> {
    if (this.#closed) return Promise.reject(new StorageError('Closed'))
    return new Promise((done, failed) => {
      const seq = (this.#seq += 1)
      const frame: FrameInput = { seq, kind: 'ballot', json: JSON.stringify(this.#seal.seal(ballot, seq)) }
      this.#queue.push({ frame, ballot, done, failed })
      this.#start()
    })
  }

  /** Writes the whole box as a new file; what was there before stays whole until then. */
  async rewrite(layout: Layout = this.#address.layout): Promise<void> {
    await this.#writer?.close()
    this.#writer = null
    const { fs } = this.#deps
    const path = layout.box(this.#address.roundId)
    const temp = layout.temp(`box-${randomName(this.#deps)}`)
    await makeSidecar(this.#deps, layout)
    const writer = await createFrameFile(
      fs,
      temp,
      { seq: 0, kind: 'head', json: '{}' },
      this.#deps.spaceAhead ?? BOX_STEP,
    )
    try {
      if (this.#frames.length > 0) await writer.write(this.#frames)
      await renamePatiently(this.#deps, temp, path)
      await fs.syncFolder(layout.folder)
      this.#fileId = (await fs.stat(path)).id
    } catch (error) {
      await writer.close()
      await removeQuietly(fs, temp)
      throw error
    }
    this.#address = { ...this.#address, layout }
    this.#writer = writer
  }

  async close(): Promise<void> {
    this.#closed = true
    while (this.#running) await this.#running
    await this.#writer?.close()
    this.#writer = null
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#queue.length > 0) this.#start() // cast between the last batch and this
    })
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      try {
        await this.#write(batch.map(({ frame }) => frame))
        for (const { frame, ballot, done } of batch) {
          this.#frames.push(frame)
          this.ballots.push(ballot)
          done()
        }
      } catch (error) {
        const code = error instanceof WriteFault ? error.code : diskCode(error)
        for (const { failed } of batch) failed(new StorageError(code, error))
      }
    }
  }

  /** A box that lost its descriptor or its name is written anew from memory before it takes more. */
  async #write(frames: readonly FrameInput[]): Promise<void> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (!this.#writer) await this.rewrite()
      const writer = this.#writer
      if (!writer) break
      const path = this.#address.layout.box(this.#address.roundId)
      const [written, there] = await Promise.allSettled([writer.write(frames), this.#deps.fs.stat(path)])
      const named = there.status === 'fulfilled' && there.value.id === this.#fileId
      if (written.status === 'fulfilled' && named) return
      if (!writer.usable || !named) {
        await writer.close()
        this.#writer = null
      } else if (written.status === 'rejected') throw written.reason
    }
    throw new WriteFault(Object.assign(new Error('the box cannot be written'), { code: 'EIO' }))
  }
}

/** Makes the key and the box, or reads what is there. See `BoxMode`. */
export const openBox = async (
  deps: StorageDeps,
  address: BoxAddress,
  mode: BoxMode,
): Promise<Result<BallotFile, BoxFailure>> => {
  try {
    const key = await readIfThere(deps.fs, keyPath(deps, address), KEY_BYTES + 1)
    const bytes = await readIfThere(deps.fs, address.layout.box(address.roundId))
    if (mode === 'create' && (bytes === null || key === null || key.length !== KEY_BYTES))
      return ok(await newBox(deps, address))
    if (bytes === null) return err({ code: 'BoxMissing' })
    if (key === null || key.length !== KEY_BYTES) return err({ code: 'BoxKeyMissing' })
    return readBox(deps, address, key, bytes, mode)
  } catch (error) {
    return err({ code: error instanceof WriteFault ? error.code : diskCode(error) })
  }
}

const sealFor = (deps: StorageDeps, { sessionId, roundId, slotBytes }: BoxAddress, key: Uint8Array): BallotSeal =>
  ballotSeal(key, deps.randomBytes(8), slotBytes, `${sessionId}/${roundId}`)

const newBox = async (deps: StorageDeps, address: BoxAddress): Promise<BallotFile> => {
  const path = keyPath(deps, address)
  await makeFolders(deps.fs, keyFolder(deps))
  await removeQuietly(deps.fs, path)
  const key = deps.randomBytes(KEY_BYTES)
  await writeNewFile(deps.fs, path, key, { secret: true })
  await deps.fs.syncFolder(keyFolder(deps))
  const box = new BallotFile(deps, address, sealFor(deps, address, key), [], [])
  await box.rewrite()
  return box
}

const readBox = (
  deps: StorageDeps,
  address: BoxAddress,
  key: Uint8Array,
  bytes: Buffer,
  mode: BoxMode,
): Result<BallotFile, BoxFailure> => {
  const { frames, ending } = scanFrames(bytes)
  const seal = sealFor(deps, address, key)
  const kept: FrameInput[] = []
  const ballots: Ballot[] = []
  let whole = frames[0]?.kind === 'head' && ending.kind !== 'damaged'
  for (const { seq, kind, value } of frames.slice(1)) {
    const ballot = kind === 'ballot' ? seal.open(value, seq) : null
    whole &&= ballot !== null
    if (ballot === null) break
    kept.push({ seq, kind, json: JSON.stringify(value) })
    ballots.push(ballot)
  }
  if (!whole && mode !== 'salvage') return err({ code: 'BoxDamaged', readable: ballots.length })
  return ok(new BallotFile(deps, address, seal, kept, ballots))
}

/** Key first: from then on the box cannot be opened, even if it stays. Both may be gone already. */
export const removeBox = async (deps: StorageDeps, address: BoxAddress): Promise<void> => {
  const path = keyPath(deps, address)
  if ((await readIfThere(deps.fs, path, 1)) !== null) {
    const handle = await deps.fs.open(path, 'write')
    try {
      await writeFully(handle, Buffer.alloc(KEY_BYTES), 0)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await deps.fs.unlink(path)
    await deps.fs.syncFolder(keyFolder(deps))
  }
  const box = address.layout.box(address.roundId)
  if ((await readIfThere(deps.fs, box, 1)) === null) return
  await deps.fs.unlink(box)
  await deps.fs.syncFolder(address.layout.folder)
}
