import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { quickCheck } from '@core/load/quick-check'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs, RequestName, RequestResult } from '@core/protocol/requests'
import { isRequestName, requests } from '@core/protocol/requests'
import { mayRequest } from '@core/rules/rights'
import type { HostDeps } from './ports'
import type { Caller } from './seat'
import { failureOfThrown } from './storage-failures'

type Answer<R> = Result<R, Failure>
export type Handler<N extends RequestName> = (
  args: RequestArgs<N>,
  caller: Caller,
) => Answer<RequestResult<N>> | Promise<Answer<RequestResult<N>>>
export type Handlers = { readonly [N in RequestName]?: Handler<N> }
type AnyHandler = (args: unknown, caller: Caller) => Answer<unknown> | Promise<Answer<unknown>>

export type Dispatch = (name: string, args: unknown, caller: Caller) => Promise<Answer<unknown>>

/** request → role → schema → handler → coded answer. Throws at the start when a name is handled twice or not at all. */
export const createDispatcher = (parts: readonly Handlers[], log: HostDeps['log']): Dispatch => {
  const table = new Map<string, AnyHandler>()
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (table.has(name)) throw new Error(`handled twice: ${name}`)
      table.set(name, handler as AnyHandler) // the arguments are parsed with the schema of the same name
    }
  }
  for (const name of Object.keys(requests)) if (!table.has(name)) throw new Error(`not handled: ${name}`)

  return async (name, args, caller) => {
    if (!isRequestName(name)) return err(failure('unknown-request'))
    const role = caller.seat.role
    if (!role || !mayRequest(role, name)) return err(failure('not-allowed'))
    const parsed = parse(name, args)
    if (!parsed.ok) return parsed
    try {
      return (await table.get(name)?.(parsed.value, caller)) ?? err(failure('unknown-request'))
    } catch (error) {
      log('request-failed', { name, error: error instanceof Error ? error.message : 'unknown' })
      return err(failureOfThrown(error))
    }
  }
}

/** Arguments that the schema would take as they are need no copy of zod's. */
const QUICK = new Map(Object.entries(requests).map(([name, { args }]) => [name, quickCheck(args, true)]))

const parse = (name: RequestName, args: unknown): Answer<unknown> => {
  if (QUICK.get(name)?.(args)) return ok(args)
  const parsed = requests[name].args.safeParse(args)
  return parsed.success ? ok(parsed.data) : err(schemaFailure(parsed.error.issues[0]))
}

type Issue = {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly maximum?: unknown
  readonly origin?: unknown
}

/** The few cases people can cause by typing get their own code. */
const schemaFailure = (issue: Issue | undefined): Failure => {
  const field = String(issue?.path.at(-1) ?? '')
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    return failure('text-too-long', { limit: Number(issue.maximum), field })
  }
  if (issue?.code === 'too_small' && issue.origin === 'string') return failure('text-empty', { field })
  if (issue?.code === 'too_big' && issue.origin === 'array')
    return failure('too-many', { limit: Number(issue.maximum) })
  return failure('wrong-value', { field: (issue?.path ?? []).join('.') })
}
