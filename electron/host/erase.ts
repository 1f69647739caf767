import { readFile } from 'node:fs/promises'
import { applyDiff, isEmptyDiff } from '@core/change/diff'
import type { ErasureTarget } from '@core/commands/erasure'
import { eraseFrom, erasureOf, widened } from '@core/commands/erasure'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { labOf } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { ErasePlan } from '@core/protocol/views'
import { parseSession } from './home-index'
import type { JobControl, JobDone } from './jobs'
import type { LabFile } from './lab-files'
import { otherFilesOfLab } from './lab-files'
import type { Caller } from './seat'
import type { Services } from './services'
import type { Workspace } from './workspace'

/** What was asked for: all of one person, or single records. */
export type EraseWish =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'records'; readonly ids: readonly string[] }

const idsOf = (wish: EraseWish): readonly string[] => (wish.kind === 'person' ? [wish.personId] : wish.ids)

/**
 * Looked through twice: a card found in the last file may have a copy in the first. What was erased here before is looked
 * for again: a file that could not be reached then may be there now.
 */
const targetOver = (wish: EraseWish, views: readonly [DocumentView, ...DocumentView[]]): ErasureTarget => {
  let target = erasureOf([...idsOf(wish), ...views[0].tombstone.keys()])
  for (const view of [...views, ...views]) target = widened(view, target)
  return target
}

/** What an erasure would take away, and where. Changes nothing. */
export const planErasure = async (services: Services, workspace: Workspace, wish: EraseWish): Promise<ErasePlan> => {
  const { files, damaged } = await otherFilesOfLab(services, labOf(workspace.tables)?.id ?? '')
  const target = targetOver(wish, [workspace.tables, ...files.map(({ view }) => view)])
  const here = eraseFrom(workspace.tables, target)
  const there = files.map((file) => ({ file, erasure: eraseFrom(file.view, target) }))
  const hit = there.filter(({ erasure }) => !isEmptyDiff(erasure.diff))
  const sessionIds = new Set([workspace.sessionId, ...hit.map(({ file }) => file.sessionId)])
  let backups = 0
  for (const id of sessionIds) backups += (await services.deps.storage.backups.list(id)).length
  return {
    here: here.count,
    files: hit.map(({ file, erasure }) => ({ title: file.title, day: file.day, count: erasure.count })),
    backups,
    touched: here.touched + hit.reduce((sum, { erasure }) => sum + erasure.touched, 0),
    unreadable: damaged,
  }
}

/**
 * Takes the words out of the open session, of every other file of the lab, and of all backups. This file first: what
 * cannot be reached elsewhere can be tried again, since the tombstones here name what must go.
 */
export const runErasure = async (
  services: Services,
  { workspace, caller }: { readonly workspace: Workspace; readonly caller: Caller },
  wish: EraseWish,
  control: JobControl,
): Promise<Result<JobDone, Failure>> => {
  const { files } = await otherFilesOfLab(services, labOf(workspace.tables)?.id ?? '')
  const target = targetOver(wish, [workspace.tables, ...files.map(({ view }) => view)])
  const total = files.length + 2
  const here = await workspace.change(() => ok(eraseFrom(workspace.tables, target).diff), {
    name: 'erase.run',
    by: caller.seat.role ?? 'host',
    undoable: false,
    caller,
  })
  if (!here.ok) return here
  await workspace.forget()
  services.previews.clear()
  await services.comparisons.forget()
  control.step(1, total)
  let failed = 0
  for (const [index, file] of files.entries()) {
    if (!(await eraseInFile(services, file, target))) failed += 1
    control.step(index + 2, total)
  }
  const known = new Set([workspace.sessionId, ...files.map(({ sessionId }) => sessionId)])
  await eraseLonelyBackups(services, target, known)
  // Again: a comparison begun meanwhile may have read a file that still held it.
  await services.comparisons.forget()
  services.note('withdrawn')
  return failed > 0 ? err(failure('not-all-erased', { count: failed })) : ok({ files: [], folder: '' })
}

/**
 * Opened as any session, so that journal and lock are respected. Answers whether it is sure that nothing of it is left
 * there: of a file that does not open, the journal beside it may hold what the file does not show.
 */
const eraseInFile = async ({ deps }: Services, file: LabFile, target: ErasureTarget): Promise<boolean> => {
  const opened = await deps.storage.open(file.path, { whenLocked: 'fail' })
  if (!opened.ok) return false
  const session = opened.value
  try {
    if (session.readOnly) return isEmptyDiff(eraseFrom(session.tables, target).diff)
    const { diff } = eraseFrom(session.tables, target)
    if (isEmptyDiff(diff)) return true
    if (!applyDiff(session.tables, diff).ok) return false
    const at = new Date(deps.clock.now()).toISOString()
    await session.append({ seq: session.lastSeq + 1, at, by: 'host', name: 'erase.run', diff })
    await session.snapshot('erasure')
    return true
  } catch {
    return false
  } finally {
    await session.close().catch(() => undefined)
  }
}

/** Backups of sessions whose own file is gone. */
const eraseLonelyBackups = async (
  { deps }: Services,
  target: ErasureTarget,
  known: ReadonlySet<string>,
): Promise<void> => {
  const { backups } = deps.storage
  for (const sessionId of await backups.sessions()) {
    if (known.has(sessionId)) continue
    for (const { path } of await backups.list(sessionId)) {
      const parsed = await readFile(path).then(parseSession, () => null)
      if (!parsed?.ok || isEmptyDiff(eraseFrom(parsed.value.tables, target).diff)) continue
      await backups.removeAll(sessionId)
      break
    }
  }
}
