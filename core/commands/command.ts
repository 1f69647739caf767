import type { Diff } from '../change/diff'
import type { Result } from '../lib/result'
import type { DocumentView } from '../model/document'
import type { Failure } from '../protocol/failures'
import type { DocumentRequestName, RequestArgs } from '../protocol/requests'

/** The same on the host and in the sender's guess, but for `now` and `random`, which the host decides. */
export type CommandContext = {
  /** Milliseconds, UTC. */
  readonly now: number
  /** For records a command makes besides those the sender named (events, objections). */
  readonly newId: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
}

export type Outcome = Result<Diff, Failure>

/** Pure: reads the document, answers a diff or says why not. Never throws for bad input. */
export type Command<A> = (view: DocumentView, args: A, context: CommandContext) => Outcome

export type CommandSpec<A> = {
  readonly run: Command<A>
  /** False for phases, erasure, closing: undo must not bring them back. */
  readonly undoable: boolean
}

export type CommandTable = { readonly [N in DocumentRequestName]: CommandSpec<RequestArgs<N>> }
