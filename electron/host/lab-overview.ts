import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DamagedFile, LabOverview, SessionCard } from '@core/protocol/views'
import type { LabFile } from '@core/rules/lab-overview'
import { labOverview } from '@core/rules/lab-overview'
import type { HomeIndex } from './home-index'
import { parseSession } from './home-index'
import type { Services } from './services'
import { failureOfStorage } from './storage-failures'

type Sources = Pick<Services, 'sessions' | 'today'> & { readonly home: Pick<HomeIndex, 'list' | 'pathOf'> }

/** Reads all files of a lab. One that cannot be read is listed as damaged, never left out in silence. */
export const readLabFiles = async (
  { home, sessions }: Pick<Sources, 'home' | 'sessions'>,
  labId: string,
): Promise<{ readonly files: readonly LabFile[]; readonly damaged: readonly DamagedFile[] }> => {
  const { cards, damaged } = await home.list()
  const files: LabFile[] = []
  const unreadable: DamagedFile[] = [...damaged]
  for (const card of cards) {
    if (card.labId !== labId) continue
    // One after the other: a lab of years would not fit into memory twice.
    const read = await readFileOf({ home, sessions }, card)
    if ('view' in read) files.push(read)
    else unreadable.push(read)
  }
  return { files, damaged: unreadable }
}

export const readLabOverview = async (sources: Sources, labId: string): Promise<LabOverview> => {
  const { files, damaged } = await readLabFiles(sources, labId)
  return labOverview(labId, files, damaged, sources.today())
}

const readFileOf = async (
  { home, sessions }: Pick<Sources, 'home' | 'sessions'>,
  card: SessionCard,
): Promise<LabFile | DamagedFile> => {
  const open = sessions.current()
  // What is open here is newer than its file.
  if (open?.fileId === card.fileId) return { card, view: open.tables, saved: Number.POSITIVE_INFINITY }
  const path = await home.pathOf(card.fileId)
  const bytes = path === null ? null : await readFile(path).catch(() => null)
  const damaged = (failure: DamagedFile['failure']): DamagedFile => ({
    fileId: card.fileId,
    fileName: path === null ? card.title : basename(path),
    failure,
  })
  if (!bytes) return damaged({ code: 'file-missing' })
  const opened = parseSession(bytes)
  if (!opened.ok) return damaged(failureOfStorage(opened.error))
  return { card, view: opened.value.tables, saved: opened.value.mark.lastSeq }
}
