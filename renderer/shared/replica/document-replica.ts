import type { Diff } from '@core/change/diff'
import { applyDiff, touched } from '@core/change/diff'
import { emptyTables, ordered, tablesOf } from '@core/model/document'
import type { DocumentView, Table, Tables } from '@core/model/document'
import type { RecordMap, RecordType } from '@core/model/records'
import { RECORD_TYPES } from '@core/model/records'
import { createEmitter } from '../lib/emitter'

export type Touched = { readonly type: RecordType; readonly id: string }
export type OrderedType = Parameters<typeof ordered>[1]

/**
 * The document as this page has it, with listeners. `table` and `orderedTable` answer the same object until that table
 * changes, so that they can be compared and kept.
 */
export class DocumentReplica {
  #tables: Tables = emptyTables()
  readonly #versions = new Map<RecordType, number>()
  readonly #copies = new Map<RecordType, ReadonlyMap<string, unknown>>()
  readonly #orders = new Map<RecordType, readonly unknown[]>()
  readonly #any = createEmitter<null>()
  readonly #byTable = new Map<RecordType, Set<() => void>>()
  readonly #byRecord = new Map<string, Set<() => void>>()
  #batch: Map<string, Touched> | null = null

  get view(): DocumentView {
    return this.#tables
  }

  version = (type: RecordType): number => this.#versions.get(type) ?? 0

  table = <T extends RecordType>(type: T): Table<T> => {
    const present = this.#copies.get(type)
    if (present) return present as Table<T> // kept by its type
    const copy: Table<T> = new Map(this.view[type])
    this.#copies.set(type, copy)
    return copy
  }

  orderedTable = <T extends OrderedType>(type: T): readonly RecordMap[T][] => {
    const present = this.#orders.get(type)
    if (present) return present as readonly RecordMap[T][] // kept by its type
    const list = ordered(this.view, type)
    this.#orders.set(type, list)
    return list
  }

  /** False when the diff does not fit: then nothing is changed. */
  apply = (diff: Diff): boolean => {
    if (!applyDiff(this.#tables, diff).ok) return false
    this.#mark(touched(diff))
    return true
  }

  replace = (records: Parameters<typeof tablesOf>[0] | null): void => {
    this.#tables = records === null ? emptyTables() : tablesOf(records)
    for (const type of RECORD_TYPES) this.#bump(type)
    for (const listeners of [...this.#byTable.values(), ...this.#byRecord.values()]) call(listeners)
    this.#any.emit(null)
  }

  /** Listeners hear once of everything that `work` changed. */
  together = (work: () => void): void => {
    const batch = new Map<string, Touched>()
    this.#batch = batch
    try {
      work()
    } finally {
      this.#batch = null
      this.#tell([...batch.values()])
    }
  }

  subscribe = (listener: () => void): (() => void) => this.#any.on(listener)

  subscribeTable = (type: RecordType, listener: () => void): (() => void) => join(this.#byTable, type, listener)

  subscribeRecord = (type: RecordType, id: string, listener: () => void): (() => void) =>
    join(this.#byRecord, recordKey({ type, id }), listener)

  #mark(list: readonly Touched[]): void {
    for (const { type } of list) this.#bump(type)
    if (this.#batch === null) this.#tell(list)
    else for (const one of list) this.#batch.set(recordKey(one), { type: one.type, id: one.id })
  }

  #bump(type: RecordType): void {
    this.#versions.set(type, this.version(type) + 1)
    this.#copies.delete(type)
    this.#orders.delete(type)
  }

  #tell(list: readonly Touched[]): void {
    if (list.length === 0) return
    for (const one of list) call(this.#byRecord.get(recordKey(one)))
    for (const type of new Set(list.map((one) => one.type))) call(this.#byTable.get(type))
    this.#any.emit(null)
  }
}

const recordKey = ({ type, id }: Touched): string => `${type}/${id}`

const call = (listeners: Iterable<() => void> | undefined): void => {
  for (const listener of listeners ? [...listeners] : []) listener()
}

const join = <K>(map: Map<K, Set<() => void>>, key: K, listener: () => void): (() => void) => {
  const own = (): void => listener()
  const set = map.get(key) ?? new Set()
  map.set(key, set.add(own))
  return () => {
    set.delete(own)
    if (set.size === 0 && map.get(key) === set) map.delete(key)
  }
}
