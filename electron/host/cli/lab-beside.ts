import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { DamagedFile } from '@core/protocol/views'
import type { LabFile } from '@core/rules/lab-overview'
import { fileIdOf } from '../file-id'
import { parseSession } from '../home-index'
import { sessionCard } from '../session-card'
import { sessionPaths } from '../session-folder'
import { failureOfStorage } from '../storage-failures'

type Known = {
  readonly path: string
  readonly view: DocumentView
  readonly words: (key: string) => string
  readonly today: string
}

export type LabBeside = {
  readonly files: readonly LabFile[]
  readonly damaged: readonly (DamagedFile & { readonly path: string })[]
  /** Files that hold the session that was named: that one counts as it stands. */
  readonly twins: readonly string[]
}

/**
 * The sessions of a lab that lie in the folder of one of them, and in folders below it, with that one itself. A file that
 * cannot be read may be of the lab: it is named.
 */
export const labBeside = async ({ path, view, words, today }: Known): Promise<LabBeside> => {
  const own = sessionOf(view)
  const labId = own?.labId
  const one = (at: string, read: DocumentView, interrupted: boolean, saved: number): LabFile => ({
    card: sessionCard(read, fileIdOf(at), interrupted, words, today),
    view: read,
    saved,
  })
  const here = resolve(path)
  const files: LabFile[] = [one(here, view, false, Number.POSITIVE_INFINITY)]
  const damaged: LabBeside['damaged'][number][] = []
  const twins: string[] = []
  const found = await sessionPaths(dirname(here)).catch(() => ({ paths: [] }))
  for (const at of found.paths) {
    if (at === here) continue
    const bytes = await readFile(at).catch(() => null)
    const opened = bytes && parseSession(bytes)
    if (!opened?.ok) {
      const failure = opened ? failureOfStorage(opened.error) : ({ code: 'disk-error' } as const)
      damaged.push({ path: at, fileId: fileIdOf(at), fileName: basename(at), failure })
      continue
    }
    const { tables, mark } = opened.value
    const session = sessionOf(tables)
    if (session?.labId !== labId) continue
    if (session?.id === own?.id) twins.push(at)
    else files.push(one(at, tables, mark.open, mark.lastSeq))
  }
  return { files, damaged, twins }
}
