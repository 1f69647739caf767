import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { isThere } from '../export-files'
import type { Services } from '../services'
import { writtenFile } from '../written-files'

/** What is done with files that were just written, and the folder that they go to. */
export const writtenHandlers = ({ deps, jobs }: Services): Handlers => ({
  'file.show': async ({ jobId }) => {
    const path = writtenFile(jobs, jobId)
    if (!deps.shell || path === null) return err(failure('not-found', { type: 'job' }))
    deps.shell.showFile(path)
    return ok(null)
  },
  'file.open': async ({ jobId, file }) => {
    const path = writtenFile(jobs, jobId, file)
    if (!deps.shell || path === null) return err(failure('not-found', { type: 'job' }))
    const opened = (await isThere(path)) && (await deps.shell.openFile(path))
    return opened ? ok(null) : err(failure('not-opened', { file }))
  },
  'folder.pick': async () => (deps.shell ? ok({ folder: await deps.shell.pickFolder() }) : err(failure('not-allowed'))),
})
