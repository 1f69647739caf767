import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pulseMarksSchema } from '@core/protocol/kept'
import type { HostDeps } from './ports'

type Deps = Pick<HostDeps, 'appData' | 'storage'>

const pathOf = ({ appData }: Pick<Deps, 'appData'>, sessionId: string): string =>
  join(appData, 'pulse', `${sessionId}.json`)

export const forgetPulseMarks = (deps: Pick<Deps, 'appData'>, sessionId: string): Promise<void> =>
  rm(pathOf(deps, sessionId), { force: true })

/**
 * Which devices have answered the feedback of a session: keyed hashes, in the app's data folder, apart from all answers,
 * and gone when the session is closed.
 */
export const createPulseMarks = (deps: Deps, sessionId: string) => {
  const file = deps.storage.kept(pathOf(deps, sessionId), pulseMarksSchema)
  const read = async (): Promise<Set<string>> => {
    const found = await file.read()
    return new Set(found.kind === 'read' ? found.value.answered : [])
  }
  let marks: Promise<Set<string>> | null = null
  const all = (): Promise<Set<string>> => (marks ??= read())
  return {
    has: async (mark: string): Promise<boolean> => (await all()).has(mark),
    /** At once in memory, so that a second answer under way is refused; `keep` makes it last. */
    set: async (mark: string): Promise<void> => void (await all()).add(mark),
    unset: async (mark: string): Promise<void> => void (await all()).delete(mark),
    keep: async (): Promise<void> => file.write({ answered: [...(await all())] }),
  }
}
export type PulseMarks = ReturnType<typeof createPulseMarks>
