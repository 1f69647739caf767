import { scrypt } from 'node:crypto'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { labOf } from '@core/model/document'
import type { Notebook } from '@core/model/work'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { NotebookEntry } from '@core/protocol/views'
import type { GuessLimit } from './guess-limit'
import { createGuessLimit } from './guess-limit'
import { otherFilesOfLab } from './lab-files'
import { sameSecret } from './secrets'
import type { Services } from './services'
import { trashFolder } from './trash'
import type { Workspace } from './workspace'

/** About 50 ms and 32 MiB for each try, one at a time: whoever has the file cannot try many codes either. */
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const
/** How long what other files of the lab hold is believed, ms. */
const BELIEVED = 30_000

/** What people add for reading is no part of the code. */
const plainCode = (code: string): string => code.normalize('NFC').toUpperCase().replaceAll(/[\s-]/g, '')

/** The same code gives the same hash in all files of a lab, and another one in every other lab. */
export const notebookHash = (code: string, labId: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(plainCode(code), `polyphony notebook ${labId}`, 32, COST, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64url')),
    )
  })

type Earlier = { readonly day: string; readonly entry: Notebook }
type Opened = {
  /** The session it was opened in: the hash is its lab's alone. */
  readonly space: Workspace
  readonly hash: string
  readonly own: readonly Notebook[]
  readonly earlier: readonly Earlier[]
}

/** The notebooks of the open session's lab, each opened by its owner's code alone. */
export class Notebooks {
  readonly #services: Services
  readonly #limit: GuessLimit
  #last: Promise<unknown> = Promise.resolve()
  #known: { readonly of: Workspace; readonly until: number; readonly entries: Promise<Earlier[]> } | null = null

  constructor(services: Services) {
    this.#services = services
    this.#limit = createGuessLimit(services.deps.clock.now)
  }

  /**
   * `who` is slowed down after codes that open nothing. An unknown code opens an empty notebook: a new one. One at a time:
   * a hundred codes at once must not take all of the laptop, and the hundredth is held back by the ninety-nine before.
   */
  open(code: string, who: string): Promise<Result<Opened, Failure>> {
    const opened = this.#last.then(() => this.#open(code, who))
    this.#last = opened.catch(() => undefined)
    return opened
  }

  async #open(code: string, who: string): Promise<Result<Opened, Failure>> {
    const wait = this.#limit.wait(who)
    if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
    const workspace = this.#services.sessions.current()
    const labId = workspace && labOf(workspace.tables)?.id
    if (!workspace || labId === undefined || labId === null) return err(failure('no-session'))
    const hash = await notebookHash(code, labId)
    const fits = (entry: Notebook): boolean => sameSecret(entry.codeHash, hash)
    const own = [...workspace.tables.notebook.values()].filter(fits)
    const earlier = (await this.#earlier(workspace, labId)).filter(
      ({ entry }) => fits(entry) && !workspace.tables.notebook.has(entry.id),
    )
    if (own.length + earlier.length === 0) this.#limit.wrong(who)
    return ok({ space: workspace, hash, own, earlier })
  }

  #earlier(of: Workspace, labId: string): Promise<Earlier[]> {
    const now = this.#services.deps.clock.now()
    if (this.#known?.of === of && now < this.#known.until) return this.#known.entries
    const entries = this.#read(labId)
    this.#known = { of, until: now + BELIEVED, entries }
    return entries
  }

  async #read(labId: string): Promise<Earlier[]> {
    const trash = trashFolder(this.#services.deps.dataDir)
    const { files } = await otherFilesOfLab(this.#services, labId)
    return files
      .filter((file) => !file.path.startsWith(trash))
      .flatMap(({ day, view }) => [...view.notebook.values()].map((entry) => ({ day, entry })))
  }
}

/** Newest first; those of other sessions can be read only. */
export const notebookEntries = ({ own, earlier }: Opened): NotebookEntry[] => {
  const view = (entry: Notebook, readOnly: boolean): NotebookEntry => ({
    id: entry.id,
    text: entry.text,
    ...(entry.image === undefined ? {} : { image: entry.image }),
    on: entry.on,
    shared: entry.shared,
    readOnly,
  })
  return [
    ...own.toSorted((a, b) => (a.order > b.order ? -1 : 1)).map((entry) => view(entry, false)),
    ...earlier
      .toSorted((a, b) =>
        a.entry.on === b.entry.on ? (a.entry.order > b.entry.order ? -1 : 1) : a.entry.on > b.entry.on ? -1 : 1,
      )
      .map(({ entry }) => view(entry, true)),
  ]
}
