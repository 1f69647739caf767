import { readImage } from '@core/images/read-image'
import { diffOf, patch } from '@core/change/diff'
import { cleanText, isTaken, lastOrder } from '@core/commands/kit'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { LIMITS } from '@core/model/limits'
import type { Notebook } from '@core/model/work'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { Handlers } from '../dispatcher'
import { Notebooks, notebookEntries } from '../notebook'
import type { DiffResult } from '../ports'
import type { Caller } from '../seat'
import type { Services } from '../services'
import { createUserLimit } from '../user-limit'
import type { Workspace } from '../workspace'

/** Of a session; a phone's share of it is small. */
const MOST_ENTRIES = 1_000
const ENTRIES = { burst: 12, perSecond: 1 / 10 } as const

type Own = { readonly space: Workspace; readonly hash: string }

/** Entries of whoever knows the code. Nothing of them can be undone by anybody else, and none is in a list of changes. */
export const notebookHandlers = (services: Services): Handlers => {
  const { sessions, deps, today } = services
  const books = new Notebooks(services)
  const limit = createUserLimit(ENTRIES, deps.clock.now)

  const enter = async (code: string, { seat }: Caller): Promise<Result<Own, Failure>> => {
    const opened = await books.open(code, seat.device || 'laptop')
    if (!opened.ok) return opened
    // Another session may have been opened meanwhile: the code's hash is of no use there.
    return opened.value.space === sessions.current() ? opened : err(failure('no-session'))
  }
  const change = async (code: string, caller: Caller, name: string, work: (own: Own) => DiffResult) => {
    const own = await enter(code, caller)
    if (!own.ok) return own
    const about = { name, by: caller.seat.role ?? 'host', undoable: false, caller } as const
    const changed = await own.value.space.change(() => work(own.value), about)
    return changed.ok ? ok(null) : changed
  }
  const write = ({ space, hash }: Own, args: RequestArgs<'notebook.write'>): DiffResult => {
    const text = cleanText(args.text, LIMITS.long)
    if (!text.ok) return text
    const picture = readPicture(args.image)
    if (!picture.ok) return picture
    const earlier = space.tables.notebook.get(args.id)
    if (earlier) {
      if (earlier.codeHash !== hash) return err(failure('wrong-secret'))
      return ok(diffOf({ changed: [patch<'notebook'>(earlier, { text: text.value, ...picture.value })] }))
    }
    if (isTaken(space.tables, args.id)) return err(failure('already-there'))
    if (space.tables.notebook.size >= MOST_ENTRIES) return err(failure('too-many', { limit: MOST_ENTRIES }))
    const order = lastOrder(space.tables.notebook.values())
    const entry: Notebook = {
      type: 'notebook',
      id: args.id,
      order,
      codeHash: hash,
      text: text.value,
      ...picture.value,
      on: today(),
      shared: false,
    }
    return ok({ added: [entry] })
  }

  return {
    'notebook.open': async ({ code }, { seat }) => {
      const opened = await books.open(code, seat.device || 'laptop')
      return opened.ok ? ok({ entries: notebookEntries(opened.value) }) : opened
    },
    'notebook.write': async (args, caller) => {
      const wait = limit.wait(caller.seat.device)
      if (wait > 0) return err(failure('slow-down', { seconds: Math.ceil(wait / 1000) }))
      limit.take(caller.seat.device)
      const done = await change(args.code, caller, 'notebook.write', (own) => write(own, args))
      return done.ok ? ok({ id: args.id }) : done
    },
    'notebook.share': ({ id, code, shared }, caller) =>
      change(code, caller, 'notebook.share', (own) => {
        const entry = ownEntry(own, id)
        return entry.ok ? ok(diffOf({ changed: [patch<'notebook'>(entry.value, { shared })] })) : entry
      }),
    'notebook.remove': ({ id, code }, caller) =>
      change(code, caller, 'notebook.remove', (own) => {
        const entry = ownEntry(own, id)
        return entry.ok ? ok({ removed: [entry.value] }) : entry
      }),
  }
}

/** That an entry of somebody else is there is nobody's business: both are simply not found. */
const ownEntry = ({ space, hash }: Own, id: string): Result<Notebook, Failure> => {
  const entry = space.tables.notebook.get(id)
  return entry?.codeHash === hash ? ok(entry) : err(failure('not-found', { type: 'notebook' }))
}

/** Base64 of a picture that is one, without what a camera writes into it. */
const readPicture = (image: string | undefined): Result<{ readonly image?: string }, Failure> => {
  if (image === undefined) return ok({})
  const read = readImage(Buffer.from(image, 'base64'))
  return read.ok ? ok({ image: Buffer.from(read.value.bytes).toString('base64') }) : read
}
