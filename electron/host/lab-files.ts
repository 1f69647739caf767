import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { labOf, sessionOf } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { DamagedFile } from '@core/protocol/views'
import { fileIdOf } from './file-id'
import { SESSION_ENDING, parseSession } from './home-index'
import type { Services } from './services'
import { failureOfStorage } from './storage-failures'
import { trashFolder } from './trash'

export type LabFile = {
  readonly path: string
  readonly sessionId: string
  readonly title: string
  readonly day: string
  /** As the file stands; what a crash left in a journal beside it comes when it is opened. */
  readonly view: DocumentView
}

/** All files of a lab but the open session's: in the data folder, opened from elsewhere, and in the trash. */
export const otherFilesOfLab = async (
  { home, deps, sessions }: Services,
  labId: string,
): Promise<{ readonly files: readonly LabFile[]; readonly damaged: readonly DamagedFile[] }> => {
  const { cards, damaged } = await home.list()
  const listed = await Promise.all(cards.filter((card) => card.labId === labId).map((card) => home.pathOf(card.fileId)))
  const trashed = await filesUnder(trashFolder(deps.dataDir))
  const here = sessions.current()?.path()
  const files: LabFile[] = []
  const unreadable = [...damaged]
  for (const path of new Set([...listed, ...trashed])) {
    if (path === null || path === here) continue
    const file = await readLabFile(path)
    if (file.ok && labOf(file.value.view)?.id === labId) files.push(file.value)
    // Whose it is cannot be told: it is named rather than left out.
    if (!file.ok) unreadable.push({ fileId: fileIdOf(path), fileName: basename(path), failure: file.error })
  }
  return { files, damaged: unreadable }
}

const readLabFile = async (path: string): Promise<Result<LabFile, Failure>> => {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return err(failure('disk-error'))
  const parsed = parseSession(bytes)
  if (!parsed.ok) return err(failureOfStorage(parsed.error))
  const view = parsed.value.tables
  const session = sessionOf(view)
  return ok({ path, sessionId: session?.id ?? '', title: session?.title ?? '', day: session?.day ?? '', view })
}

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(SESSION_ENDING))
    .map((entry) => join(entry.parentPath, entry.name))
}
