import type { FieldChange } from '../change/diff'
import { diffOf } from '../change/diff'
import { orderBetween, ordersBetween } from '../change/order'
import { err, ok } from '../lib/result'
import type { Err, Result } from '../lib/result'
import type { Board } from '../model/board'
import type { DocumentView } from '../model/document'
import { byOrder } from '../model/document'
import type { Owner } from '../model/person'
import type { AnyRecord, RecordType } from '../model/records'
import { RECORD_TYPES } from '../model/records'
import type { Label } from '../model/text'
import type { EventKind } from '../model/work'
import { LIMITS } from '../model/limits'
import type { Failure, FailureCode, FailureParams } from '../protocol/failures'
import { failure } from '../protocol/failures'
import type { DocumentRequestName, RequestArgs } from '../protocol/requests'
import type { Command, CommandContext, Outcome } from './command'

export type Run<N extends DocumentRequestName> = Command<RequestArgs<N>>

export const refuse = (code: FailureCode, params?: FailureParams): Err<Failure> => err(failure(code, params))
export const missing = (type: RecordType): Err<Failure> => refuse('not-found', { type })

export type Parts = {
  readonly added?: readonly AnyRecord[]
  readonly changed?: readonly (FieldChange | null)[]
  readonly removed?: readonly AnyRecord[]
}
export const done = (parts: Parts): Outcome => ok(diffOf(parts))

/** ISO 8601 in UTC. */
export const instant = (context: CommandContext): string => new Date(context.now).toISOString()

export const event = (context: CommandContext, kind: EventKind, ref?: string, count?: number): AnyRecord => ({
  type: 'event',
  id: context.newId(),
  at: instant(context),
  kind,
  ...(ref === undefined ? {} : { ref }),
  ...(count === undefined ? {} : { count }),
})

/** Ids are unique over all types: a link names only an id. */
export const isTaken = (view: DocumentView, id: string): boolean => RECORD_TYPES.some((type) => view[type].has(id))

/** One form of a text: composed characters, one kind of line end, nothing around it. */
export const tidy = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

export const cleanText = (text: string, limit: number): Result<string, Failure> => {
  const clean = tidy(text)
  if (clean === '') return refuse('text-empty')
  return clean.length > limit ? refuse('text-too-long', { limit, length: clean.length }) : ok(clean)
}

/** A required text that may be left as it is. */
export const maybeText = (text: string | undefined, limit: number): Result<string | undefined, Failure> =>
  text === undefined ? ok(undefined) : cleanText(text, limit)

export const cleanLabel = (label: Label): Result<Label, Failure> => {
  if ('key' in label) return label.key.trim() === '' ? refuse('text-empty') : ok(label)
  const text = cleanText(label.text, LIMITS.label)
  return text.ok ? ok({ text: text.value }) : text
}

export const maybeLabel = (label: Label | undefined): Result<Label | undefined, Failure> =>
  label === undefined ? ok(undefined) : cleanLabel(label)

type Cleared<A, K extends keyof A> = { readonly [P in K]?: Exclude<A[P], null> | undefined }

/** The named optional fields that the sender gave: null and empty texts clear a field, absent ones are left out. */
export const given = <A extends object, K extends keyof A>(args: A, keys: readonly K[]): Cleared<A, K> => {
  const fields: Record<PropertyKey, unknown> = {}
  for (const key of keys) {
    const value: unknown = args[key]
    if (value === undefined) continue
    const tidied = typeof value === 'string' ? tidy(value) : value
    fields[key] = tidied === null || tidied === '' || isEmptyLabel(tidied) ? undefined : tidied
  }
  return fields as Cleared<A, K> // built from the same keys
}

const isEmptyLabel = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && value.text === ''

/** The first record that does not exist, as a refusal. */
export const checkRefs = (
  view: DocumentView,
  refs: readonly (readonly [RecordType, string | null | undefined])[],
): Err<Failure> | null => {
  for (const [type, id] of refs) if (id != null && !view[type].has(id)) return missing(type)
  return null
}

export const checkOwner = (view: DocumentView, owner: Owner | null | undefined): Err<Failure> | null => {
  if (owner == null) return null
  switch (owner.kind) {
    case 'voice':
      return checkRefs(view, [['voice', owner.voiceId]])
    case 'person':
      return checkRefs(view, [['person', owner.personId]])
    case 'organisation':
      return tidy(owner.name) === '' ? refuse('text-empty') : null
  }
}

export const isZone = (board: Board, zone: readonly string[]): boolean =>
  zone.length === board.axes.length &&
  board.axes.every((axis, index) => axis.entries.some((entry) => entry.id === zone[index]))

export const sameZone = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry, index) => entry === b[index])

type Placed = { readonly id: string; readonly order: string }

/**
 * `count` order keys directly before `before` (at the end without it) among `items`; null when `before` is not one of
 * them. `moving` are not counted as neighbours.
 */
export const ordersAt = (
  items: Iterable<Placed>,
  before: string | null | undefined,
  count: number,
  moving: ReadonlySet<string> = new Set(),
): string[] | null => {
  const others = [...items].filter((item) => !moving.has(item.id))
  const target = before == null ? null : others.find((item) => item.id === before)
  if (target === undefined) return null
  // One look through instead of sorting: a zone can hold thousands of cards.
  let previous: Placed | null = null
  for (const item of others) {
    const isBefore = target === null || byOrder(item, target) < 0
    if (isBefore && (previous === null || byOrder(previous, item) < 0)) previous = item
  }
  return ordersBetween(previous?.order ?? null, target?.order ?? null, count)
}

/** The key at the end of a short list. */
export const lastOrder = (items: Iterable<Placed>): string => {
  let highest: string | null = null
  for (const { order } of items) if (highest === null || order > highest) highest = order
  return orderBetween(highest, null)
}

/** The key of one record moved within its list. */
export const moveOrder = (items: Iterable<Placed>, id: string, before: string | null | undefined): string | null =>
  ordersAt(items, before, 1, new Set([id]))?.[0] ?? null
