import { dirname } from 'node:path'
import type { FileHandle, FileStat, FileSystem, OpenMode } from '../../electron/storage/file-system'

/** Uniform in [0, 1); the same numbers for the same seed. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Change =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly length: number }

type Node = {
  readonly id: number
  current: Buffer
  durable: Buffer
  pending: Change[]
  modified: number
}

type NameChange =
  | { readonly kind: 'link'; readonly path: string; readonly node: Node | 'folder' }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly node: Node }

type Names = Map<string, Node | 'folder'>

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code })

const SECTORS = [64, 512, 4_096]

/**
 * A disk that keeps what was synced and, when the power is cut, any part of what was not: sectors dropped, zeroed or
 * kept in any order, and names of files likewise until their folder is synced.
 */
export class SimDisk {
  readonly random: () => number
  /** True: writes of files opened for durable appending need no sync, as with O_DSYNC. */
  durableWrites = false
  /** Called after every step that changes what a power cut would leave. */
  onStep: () => void = () => {}
  now = 0
  #names: Names = new Map([['/', 'folder']])
  #durableNames: Names = new Map([['/', 'folder']])
  #pendingNames: NameChange[] = []
  #nextId = 1

  constructor(random: () => number) {
    this.random = random
  }

  readonly fs: FileSystem = {
    mayBeBusy: false,
    open: (path, mode, options) => this.#open(path, mode, options?.durable === true && this.durableWrites),
    rename: async (from, to) => {
      await this.#turn()
      const node = this.#file(from)
      this.#folder(dirname(to))
      this.#name({ kind: 'rename', from, to, node })
    },
    unlink: async (path) => {
      await this.#turn()
      this.#file(path)
      this.#name({ kind: 'unlink', path })
    },
    mkdir: async (path) => {
      await this.#turn()
      if (this.#names.has(path)) throw failure('EEXIST', path)
      this.#folder(dirname(path))
      this.#name({ kind: 'link', path, node: 'folder' })
    },
    rmdir: async (path) => {
      await this.#turn()
      this.#folder(path)
      if (this.#children(path).length > 0) throw failure('ENOTEMPTY', path)
      this.#name({ kind: 'unlink', path })
    },
    readdir: async (path) => {
      await this.#turn()
      this.#folder(path)
      return this.#children(path)
    },
    stat: async (path): Promise<FileStat> => {
      await this.#turn()
      const node = this.#names.get(path)
      if (!node) throw failure('ENOENT', path)
      if (node === 'folder') return { id: path, size: 0, isFile: false, isFolder: true, modified: 0 }
      return { id: String(node.id), size: node.current.length, isFile: true, isFolder: false, modified: node.modified }
    },
    syncFolder: async (path) => {
      await this.#turn()
      this.#folder(path)
      const touches = (change: NameChange): boolean =>
        change.kind === 'rename'
          ? dirname(change.from) === path || dirname(change.to) === path
          : dirname(change.path) === path
      for (const change of this.#pendingNames) if (touches(change)) applyName(this.#durableNames, change)
      this.#pendingNames = this.#pendingNames.filter((change) => !touches(change))
      this.onStep()
    },
  }

  /** The disk as it may be found after the power came back. */
  afterPowerCut(): SimDisk {
    const { random } = this
    const next = new SimDisk(random)
    next.durableWrites = this.durableWrites
    next.now = this.now
    const names: Names = new Map(this.#durableNames)
    const keep = random()
    for (const change of this.#pendingNames) if (random() < keep) applyName(names, change)
    const sector = SECTORS[Math.floor(random() * SECTORS.length)] ?? 512
    const copies = new Map<Node, Node>()
    for (const [path, node] of names) {
      if (!hasFolders(names, path)) continue
      if (node === 'folder') {
        next.#names.set(path, 'folder')
        continue
      }
      const copy = copies.get(node) ?? next.#adopt(survivor(node, sector, random), node.modified)
      copies.set(node, copy)
      next.#names.set(path, copy)
    }
    next.#durableNames = new Map(next.#names)
    return next
  }

  /** Everything as a program sees it now. */
  files(): Map<string, Buffer> {
    return new Map(
      [...this.#names].filter(([, node]) => node !== 'folder').map(([path, node]) => [path, (node as Node).current]),
    )
  }

  /** Puts a durable file (and its folders) in place, or takes it away; a test's own hand. */
  plant(path: string, bytes: Buffer | null): void {
    for (let folder = dirname(path); !this.#names.has(folder); folder = dirname(folder)) {
      this.#names.set(folder, 'folder')
      this.#durableNames.set(folder, 'folder')
    }
    if (bytes === null) {
      this.#names.delete(path)
      this.#durableNames.delete(path)
      return
    }
    const node = this.#adopt(bytes, this.now)
    this.#names.set(path, node)
    this.#durableNames.set(path, node)
  }

  /** An equal disk, everything durable. */
  copy(): SimDisk {
    const next = new SimDisk(this.random)
    next.durableWrites = this.durableWrites
    next.now = this.now
    for (const [path, node] of this.#names) {
      const value = node === 'folder' ? node : next.#adopt(node.current, node.modified)
      next.#names.set(path, value)
      next.#durableNames.set(path, value)
    }
    return next
  }

  #adopt(bytes: Buffer, modified: number): Node {
    return { id: this.#nextId++, current: bytes, durable: bytes, pending: [], modified }
  }

  async #open(path: string, mode: OpenMode, durable: boolean): Promise<FileHandle> {
    await this.#turn()
    this.#folder(dirname(path))
    if (mode === 'create') {
      if (this.#names.has(path)) throw failure('EEXIST', path)
      this.#name({ kind: 'link', path, node: this.#adopt(Buffer.alloc(0), this.now) })
    }
    return this.#handle(this.#file(path), durable)
  }

  #handle(node: Node, durable: boolean): FileHandle {
    const sync = async (): Promise<void> => {
      await this.#turn()
      node.durable = node.current
      node.pending = []
      this.onStep()
    }
    const change = async (what: Change): Promise<void> => {
      await this.#turn()
      node.current = applyChange(node.current, what)
      node.pending.push(what)
      node.modified = this.now
      this.onStep()
      if (durable && what.kind === 'write') await sync()
    }
    return {
      durableWrites: durable,
      read: async (into, offset, length, position) => {
        await this.#turn()
        const bytes = node.current.subarray(position, position + length)
        into.set(bytes, offset)
        return bytes.length
      },
      write: async (from, offset, length, position) => {
        await change({ kind: 'write', position, bytes: Buffer.from(from.subarray(offset, offset + length)) })
        return length
      },
      datasync: sync,
      sync,
      truncate: (length) => change({ kind: 'cut', length }),
      close: () => this.#turn(),
    }
  }

  #name(change: NameChange): void {
    applyName(this.#names, change)
    this.#pendingNames.push(change)
    this.onStep()
  }

  #file(path: string): Node {
    const node = this.#names.get(path)
    if (!node) throw failure('ENOENT', path)
    if (node === 'folder') throw failure('EISDIR', path)
    return node
  }

  #folder(path: string): void {
    const node = this.#names.get(path)
    if (!node) throw failure('ENOENT', path)
    if (node !== 'folder') throw failure('ENOTDIR', path)
  }

  #children(path: string): string[] {
    const start = path === '/' ? '/' : `${path}/`
    return [...this.#names.keys()]
      .filter((name) => name !== '/' && name.startsWith(start) && !name.slice(start.length).includes('/'))
      .map((name) => name.slice(start.length))
  }

  /** Lets others run in between, a different number of times each time. */
  async #turn(): Promise<void> {
    for (let turns = Math.floor(this.random() * 3); turns >= 0; turns -= 1) await Promise.resolve()
  }
}

const applyName = (names: Names, change: NameChange): void => {
  if (change.kind === 'link') names.set(change.path, change.node)
  else if (change.kind === 'unlink') names.delete(change.path)
  else {
    names.delete(change.from)
    names.set(change.to, change.node)
  }
}

const hasFolders = (names: Names, path: string): boolean => {
  for (let folder = dirname(path); folder !== '/'; folder = dirname(folder))
    if (names.get(folder) !== 'folder') return false
  return true
}

const applyChange = (bytes: Buffer, change: Change): Buffer => {
  if (change.kind === 'cut') {
    const cut = Buffer.alloc(change.length)
    bytes.copy(cut)
    return cut
  }
  const next = Buffer.alloc(Math.max(bytes.length, change.position + change.bytes.length))
  bytes.copy(next)
  change.bytes.copy(next, change.position)
  return next
}

/** What is left of a file: its synced bytes and, sector by sector, some of the later ones. */
const survivor = (node: Node, sector: number, random: () => number): Buffer => {
  if (node.pending.length === 0) return node.durable
  const keep = random()
  let bytes = node.durable
  for (const change of node.pending) {
    if (change.kind === 'cut') {
      if (random() < keep) bytes = applyChange(bytes, change)
      continue
    }
    const end = change.position + change.bytes.length
    const next = Buffer.alloc(random() < 0.5 ? Math.max(bytes.length, end) : bytes.length)
    bytes.copy(next)
    for (let at = change.position; at < end && at < next.length;) {
      const stop = Math.min(end, next.length, (Math.floor(at / sector) + 1) * sector)
      const chance = random()
      if (chance < keep) change.bytes.copy(next, at, at - change.position, stop - change.position)
      else if (chance > 0.97 && at >= node.durable.length) next.fill(0, at, stop)
      at = stop
    }
    bytes = next
  }
  return bytes
}
