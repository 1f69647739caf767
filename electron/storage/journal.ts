import type { Diff } from '@core/change/diff'
import { CAPS } from '@core/load/scan'
import { RECORD_TYPES } from '@core/model/records'
import { readIfThere } from './file-helpers'
import type { FileSystem } from './file-system'
import type { Ending, Frame, FrameInput } from './frames'
import { scanFrames } from './frames'
import type { JournalEntry } from './session-types'

/** The first frame of a journal. */
export type JournalHead = {
  readonly generation: number
  /** The last change before it. */
  readonly base: number
  readonly session: string
  /** The journal that must name it in its last frame before it is in use; null: the snapshot of its generation starts it. */
  readonly after: number | null
}

/** The bytes were durable, and yet it is no change of ours: a damaged or forged journal. */
export type ReadEntry = { readonly seq: number; readonly entry: JournalEntry | null }

export type ReadJournal = {
  readonly generation: number
  /** Null when not even the first frame can be read. */
  readonly head: JournalHead | null
  readonly entries: readonly ReadEntry[]
  /** The generation that takes over after this one; changes were acknowledged there. */
  readonly next: number | null
  readonly ending: Ending
}

// Ten thousand changes of a room fit in a few MiB; what is far beyond was not written by us.
const JOURNAL_BYTES = 2 * CAPS.bytes

export const headFrame = (head: JournalHead): FrameInput => ({
  seq: head.base,
  kind: 'head',
  json: JSON.stringify(head),
})
export const nextFrame = (seq: number, generation: number): FrameInput => ({
  seq,
  kind: 'next',
  json: JSON.stringify({ generation }),
})
export const changeFrame = (entry: JournalEntry): FrameInput => ({
  seq: entry.seq,
  kind: 'change',
  json: JSON.stringify(entry),
})

/** Reads one journal; null when it is not there. Changes nothing. */
export const readJournal = async (fs: FileSystem, path: string, generation: number): Promise<ReadJournal | null> => {
  const bytes = await readIfThere(fs, path, JOURNAL_BYTES)
  if (bytes === null) return null
  const { frames, ending } = scanFrames(bytes)
  const [first, ...rest] = frames
  const head = first ? headFrom(first, generation) : null
  const entries = rest.filter((frame) => frame.kind === 'change').map(entryFrom)
  const last = rest.at(-1)
  return { generation, head, entries, next: last?.kind === 'next' ? nextFrom(last) : null, ending }
}

const headFrom = (frame: Frame, generation: number): JournalHead | null => {
  const head = frame.value as Partial<JournalHead> | null // checked field by field
  if (frame.kind !== 'head' || head?.generation !== generation) return null
  if (typeof head.base !== 'number' || typeof head.session !== 'string') return null
  return {
    generation,
    base: head.base,
    session: head.session,
    after: typeof head.after === 'number' ? head.after : null,
  }
}

const nextFrom = (frame: Frame): number | null => {
  const generation = (frame.value as { readonly generation?: unknown } | null)?.generation
  return typeof generation === 'number' ? generation : null
}

const entryFrom = (frame: Frame): ReadEntry => {
  const entry = frame.value as Partial<JournalEntry> | null // checked field by field
  const valid =
    entry !== null &&
    typeof entry === 'object' &&
    entry.seq === frame.seq &&
    typeof entry.at === 'string' &&
    typeof entry.by === 'string' &&
    typeof entry.name === 'string' &&
    (entry.key === undefined || typeof entry.key === 'string') &&
    isDiff(entry.diff)
  return { seq: frame.seq, entry: valid ? (entry as JournalEntry) : null }
}

const TYPES: ReadonlySet<unknown> = new Set(RECORD_TYPES)

const isNamed = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { type, id } = value as { readonly type?: unknown; readonly id?: unknown }
  return TYPES.has(type) && typeof id === 'string'
}

const isChange = (value: unknown): boolean => {
  if (!isNamed(value)) return false
  const { from, to } = value as { readonly from?: unknown; readonly to?: unknown }
  return typeof from === 'object' && from !== null && typeof to === 'object' && to !== null
}

const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(test))

const isDiff = (value: unknown): value is Diff => {
  if (typeof value !== 'object' || value === null) return false
  const { added, changed, removed } = value as { added?: unknown; changed?: unknown; removed?: unknown }
  return isListOf(added, isNamed) && isListOf(removed, isNamed) && isListOf(changed, isChange)
}
