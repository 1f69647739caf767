import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { LoadFailure } from '@core/load/failures'
import { openDocument } from '@core/load/open-document'
import type { OpenedDocument } from '@core/load/open-document'
import type { Result } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { DamagedFile, SessionCard } from '@core/protocol/views'
import { fileIdOf } from './file-id'
import { sessionCard } from './session-card'
import { failureOfStorage, failureOfThrown } from './storage-failures'

export const SESSION_ENDING = '.polyphony.json'
/** More than this many files in the data folder are not looked into. */
const MOST_FILES = 2_000

type Words = (key: string) => string
type Entry = { readonly card: SessionCard } | { readonly damaged: DamagedFile }
type Known = { readonly key: string; readonly entry: Entry }

type Sources = {
  /** May change while the app runs. */
  readonly dataDir: () => string
  readonly recents: () => readonly string[]
  readonly words: Words
  readonly today: () => string
  /** The document of a file that is open here: newer than what is in the file. */
  readonly live: (path: string) => DocumentView | null
  readonly openElsewhere: (path: string) => Promise<boolean>
}

/** What is known of the session files: those of the data folder (two levels) and those opened from elsewhere. */
export const createHomeIndex = ({ dataDir, recents, words, today, live, openElsewhere }: Sources) => {
  const cache = new Map<string, Known>()
  let paths = new Map<string, string>()

  const readEntry = async (path: string): Promise<Entry | null> => {
    const open = live(path)
    if (open) return { card: sessionCard(open, fileIdOf(path), false, words, today()) }
    const found = await stat(path).catch(() => null)
    if (!found?.isFile()) return null
    const key = `${found.mtimeMs} ${found.size} ${today()}`
    const known = cache.get(path)
    if (known?.key === key) return asItStands(known.entry, path)
    const entry = await parse(path, words, today())
    cache.set(path, { key, entry })
    return asItStands(entry, path)
  }

  /** A file marked as open was left by a crash, unless somebody is at work on it; one just opened is not marked yet. */
  const asItStands = async (entry: Entry, path: string): Promise<Entry> =>
    'card' in entry && (await openElsewhere(path).catch(() => false))
      ? { card: { ...entry.card, interrupted: false, elsewhere: true } }
      : entry

  return {
    /** Every file is either a card or listed as damaged: none is silently left out. */
    list: async (): Promise<{ cards: SessionCard[]; damaged: DamagedFile[] }> => {
      const recent = recents()
      const cards: { card: SessionCard; path: string }[] = []
      const damaged: DamagedFile[] = []
      const found = await filesIn(dataDir(), (folder, error) => {
        // A folder that is gone or locked must not look like an empty one.
        damaged.push({ fileId: fileIdOf(folder), fileName: basename(folder), failure: failureOfThrown(error) })
      })
      const files = [...new Set([...found, ...recent])]
      const seen = new Map<string, string>()
      for (const path of files) {
        const entry = await readEntry(path)
        if (!entry) continue
        seen.set(fileIdOf(path), path)
        if ('card' in entry) cards.push({ card: entry.card, path })
        else damaged.push(entry.damaged)
      }
      paths = seen
      // Opened last comes first, then the newest day.
      const rank = (path: string): number => (recent.includes(path) ? recent.indexOf(path) : recent.length)
      const sorted = cards.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.card.day < b.card.day ? 1 : -1))
      return { cards: sorted.map(({ card }) => card), damaged }
    },
    /** All paths, without a look into the files; folders that cannot be read are named. */
    paths: async (): Promise<{ paths: readonly string[]; damaged: readonly DamagedFile[] }> => {
      const damaged: DamagedFile[] = []
      const unreadable: Unreadable = (folder, error) => {
        damaged.push({ fileId: fileIdOf(folder), fileName: basename(folder), failure: failureOfThrown(error) })
      }
      const found = await filesIn(dataDir(), unreadable, Number.POSITIVE_INFINITY)
      return { paths: [...new Set([...found, ...recents()])], damaged }
    },
    /** The path of a listed file. */
    pathOf: async (fileId: string): Promise<string | null> => {
      const known = paths.get(fileId)
      if (known) return known
      const files = [...(await filesIn(dataDir(), () => undefined)), ...recents()]
      return files.find((path) => fileIdOf(path) === fileId) ?? null
    },
  }
}
export type HomeIndex = ReturnType<typeof createHomeIndex>

type Unreadable = (folder: string, error: unknown) => void

const filesIn = async (folder: string, unreadable: Unreadable, most = MOST_FILES): Promise<string[]> => {
  const found: string[] = []
  const look = async (at: string, depth: number): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
      unreadable(at, error)
      return []
    })
    for (const entry of entries) {
      if (found.length >= most) return
      const path = join(at, entry.name)
      if (entry.isFile() && entry.name.endsWith(SESSION_ENDING)) found.push(path)
      if (entry.isDirectory() && depth > 0 && !entry.name.startsWith('.')) await look(path, depth - 1)
    }
  }
  await look(folder, 2)
  return found
}

const parse = async (path: string, words: Words, today: string): Promise<Entry> => {
  const damaged = (failure: DamagedFile['failure']): Entry => ({
    damaged: { fileId: fileIdOf(path), fileName: basename(path), failure },
  })
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return damaged({ code: 'disk-error' })
  const opened = parseSession(bytes)
  if (!opened.ok) return damaged(failureOfStorage(opened.error))
  return { card: sessionCard(opened.value.tables, fileIdOf(path), opened.value.mark.open, words, today) }
}

/** A session file as it stands, without what a journal beside it may add. Changes nothing. */
export const parseSession = (bytes: Uint8Array): Result<OpenedDocument, LoadFailure> =>
  openDocument(bytes, { sha256, decode })

const decoder = new TextDecoder()
const decode = (bytes: Uint8Array): string => decoder.decode(bytes)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
