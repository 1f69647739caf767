import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Lookup } from '@core/text/lookup'
import type { Dataset } from '../../export/dataset/write-dataset'
import { startDataset } from '../../export/dataset/write-dataset'
import { makeFolder } from '../export-files'
import { parseSession } from '../home-index'
import type { SessionFiles } from '../session-folder'
import { findSessions } from '../session-folder'
import { failureOfStorage, failureOfThrown } from '../storage-failures'
import { readWords } from '../words'
import type { Command } from './options'
import { findRoot } from './root'
import type { Say } from './say'

type DatasetCommand = Extract<Command, { name: 'dataset' }>

/**
 * Writes the sessions below a folder as tables for research, one file after the other. Exit code 0: all. 1: files were left
 * out, each named. 2: nothing could be written.
 */
export const writeDataset = async ({ folder, out, force, json }: DatasetCommand, say: Say): Promise<number> => {
  const found = await findSessions(folder).catch(() => null)
  if (!found) return say.problem('errors:cli.noFolder', { folder })
  for (const unread of found.unread) say.problem('errors:cli.noFolder', { folder: unread.folder })
  if (found.sessions.length === 0) return say.problem('errors:cli.noSessions', { folder })
  if (!force && (await stat(join(out, 'schema.json')).catch(() => null))) {
    return say.problem('errors:cli.targetExists', { file: join(out, 'schema.json') })
  }
  const words = await readWords(join(findRoot(), 'resources'))
  const set = await begin(out, words.of('en').t).catch((error: unknown) => ({ error }))
  if ('error' in set) return notWritten(set.error, out, say)
  const stop = untilStopped()
  try {
    const { sessions, left } = await addAll(found.sessions, set.add, { say, stopped: stop.stopped })
    if (stop.stopped()) {
      await set.abandon()
      return say.problem('errors:cli.stopped', { folder: out })
    }
    if (sessions === 0) {
      await set.abandon()
      return say.problem('errors:cli.noSessions', { folder })
    }
    const counts = await set.close()
    if (json) say.line(JSON.stringify({ event: 'dataset', folder: out, sessions, leftOut: left, rows: counts }))
    else say.line(say.words('errors:cli.dataset', { folder: out, count: sessions }))
    return left + found.unread.length > 0 ? 1 : 0
  } catch (error) {
    await set.abandon().catch(() => undefined)
    return notWritten(error, out, say)
  } finally {
    stop.end()
  }
}

const begin = async (out: string, t: Lookup): Promise<Dataset> => {
  await makeFolder(resolve(out))
  return startDataset(out, randomBytes(32), t)
}

const notWritten = (error: unknown, out: string, say: Say): number =>
  failureOfThrown(error).code === 'disk-full'
    ? say.problem('errors:cli.notWritten', { why: say.why({ code: 'export-no-room', params: { file: out } }) })
    : say.problem('errors:cli.badFolder', { folder: out })

/** Ctrl-C ends the work between two files, so that nothing half stays behind. */
const untilStopped = (): { readonly stopped: () => boolean; readonly end: () => void } => {
  let stopped = false
  const stop = (): void => {
    stopped = true
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    stopped: () => stopped,
    end: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}

type Add = Dataset['add']

/** How many sessions are in the tables, and how many files could not be read. */
const addAll = async (
  found: readonly SessionFiles[],
  add: Add,
  { say, stopped }: { readonly say: Say; readonly stopped: () => boolean },
): Promise<{ readonly sessions: number; readonly left: number }> => {
  let [sessions, left] = [0, 0]
  for (const files of found) {
    if (stopped()) break
    let isIn = false
    for (const { path } of files) {
      if (isIn) {
        say.problem('errors:cli.double', { file: path })
        continue
      }
      isIn = await addFile(path, add, say)
      if (!isIn) left += 1
    }
    if (isIn) sessions += 1
  }
  return { sessions, left }
}

const addFile = async (path: string, add: Add, say: Say): Promise<boolean> => {
  const bytes = await readFile(path).catch(() => null)
  const opened = bytes && parseSession(bytes)
  if (opened?.ok && (await add(opened.value.tables))) return true
  const why = opened && !opened.ok ? say.why(failureOfStorage(opened.error)) : say.why({ code: 'file-missing' })
  say.problem('errors:cli.unreadable', { file: path, why })
  return false
}
