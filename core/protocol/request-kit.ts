import type { z } from 'zod'

declare const resultOf: unique symbol

/** A request's argument schema, with the type of its result riding along (no value at run time). */
export type RequestSpec<S extends z.ZodType, R> = {
  readonly args: S
  readonly kind: RequestKind
  readonly [resultOf]?: R
}

/** change: a document command, answered when it is on disk. ask: reads. do: acts on the host (files, room, jobs). */
export type RequestKind = 'change' | 'ask' | 'do'

/** What every document command answers, once durable. */
export type ChangeResult = { readonly seq: number }

export type ResultOf<Spec> = Spec extends RequestSpec<z.ZodType, infer R> ? R : never

export const change = <S extends z.ZodType>(args: S): RequestSpec<S, ChangeResult> => ({ args, kind: 'change' })
export const ask =
  <R>() =>
  <S extends z.ZodType>(args: S): RequestSpec<S, R> => ({ args, kind: 'ask' })
export const act =
  <R>() =>
  <S extends z.ZodType>(args: S): RequestSpec<S, R> => ({ args, kind: 'do' })
