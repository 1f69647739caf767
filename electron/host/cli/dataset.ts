import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startDataset } from '../../export/dataset/write-dataset'
import { parseSession } from '../home-index'
import type { SessionFolder } from '../session-folder'
import { findSessions } from '../session-folder'
import { failureOfStorage } from '../storage-failures'
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
  if (found.files.length === 0) return say.problem('errors:cli.noSessions', { folder })
  if (!force && (await stat(join(out, 'schema.json')).catch(() => null))) {
    return say.problem('errors:cli.targetExists', { file: join(out, 'schema.json') })
  }
  const words = await readWords(join(findRoot(), 'resources'))
  try {
    const set = await startDataset(out, randomBytes(32), words.of('en').t)
    const left = await addAll(found, set.add, say)
    const counts = await set.close()
    const sessions = found.files.length - left
    if (json) say.line(JSON.stringify({ event: 'dataset', folder: out, sessions, leftOut: left, rows: counts }))
    else say.line(say.words('errors:cli.dataset', { folder: out, count: sessions }))
    return left > 0 ? 1 : 0
  } catch {
    return say.problem('errors:cli.badFolder', { folder: out })
  }
}

type Add = Awaited<ReturnType<typeof startDataset>>['add']

/** Answers how many were left out. */
const addAll = async ({ files, doubles }: SessionFolder, add: Add, say: Say): Promise<number> => {
  let left = 0
  for (const { path } of doubles) say.problem('errors:cli.double', { file: path })
  for (const { path } of files) {
    const bytes = await readFile(path).catch(() => null)
    const opened = bytes && parseSession(bytes)
    if (opened?.ok && (await add(opened.value.tables))) continue
    left += 1
    const why = opened && !opened.ok ? say.why(failureOfStorage(opened.error)) : say.why({ code: 'file-missing' })
    say.problem('errors:cli.unreadable', { file: path, why })
  }
  return left
}
