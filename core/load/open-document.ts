import { z } from 'zod'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { Tables } from '../model/document'
import { emptyTables, putRecord } from '../model/document'
import type { AnyRecord, RecordType } from '../model/records'
import { recordSchemas } from '../model/registry'
import type { LoadFailure } from './failures'
import { quickCheck } from './quick-check'
import type { RawDocument } from './migration'
import { FORMAT, FORMAT_VERSION, MIGRATIONS, migrate } from './migrations'
import type { Caps } from './scan'
import { CAPS, scanBytes } from './scan'
import type { SnapshotMark } from './serialize'

/** What core cannot do itself. */
export type LoadTools = {
  /** Lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string
  /** From UTF-8 that was checked before. */
  readonly decode: (bytes: Uint8Array) => string
}

export type OpenedDocument = {
  readonly tables: Tables
  readonly mark: SnapshotMark
  /** Only in the snapshot before: the generation that replaced it. */
  readonly followedBy?: number
  /** Idempotency keys of the last changes in it. */
  readonly keys: readonly string[]
  /** The hash does not fit what is in the file: another program wrote it, or it is damaged, yet it is a valid document. */
  readonly edited: boolean
  /** Set when it was written in an older format. */
  readonly migratedFrom?: number
}

const count = z.int().min(0)
const markSchema = z.object({ generation: count, lastSeq: count, open: z.boolean() })
const headerSchema = markSchema.extend({ sha256: z.string(), followedBy: count.optional() })
const endSchema = markSchema.extend({ keys: z.array(z.string().max(200)).max(1_000) })

/** The only place that parses, migrates and validates a session document. Changes nothing, never throws for bad bytes. */
export const openDocument = (
  bytes: Uint8Array,
  tools: LoadTools,
  caps: Caps = CAPS,
): Result<OpenedDocument, LoadFailure> => {
  const scanned = scanBytes(bytes, caps)
  if (!scanned.ok) return scanned
  const parsed = parseDocument(bytes, tools)
  if (!parsed.ok) return parsed
  const version = parsed.value['formatVersion']
  const from = typeof version === 'number' ? version : 0
  const migrated = from < FORMAT_VERSION
  const raw = migrated ? migrate(parsed.value, from, MIGRATIONS) : parsed.value
  const header = headerSchema.safeParse(raw)
  if (!header.success) return err({ code: 'BadSchema', where: `header/${issuePath(header.error)}` })
  const records = raw['records']
  if (!Array.isArray(records)) return err({ code: 'BadSchema', where: 'records' })
  const tables = tablesFrom(records)
  if (!tables.ok) return tables
  const end = endSchema.safeParse(raw['end'])
  const hashFits = tools.sha256(afterFirstLine(bytes)) === header.data.sha256
  const mark = pickMark(hashFits && end.success ? end.data : header.data)
  const keys = end.success ? end.data.keys : []
  const edited = !hashFits || !end.success || !sameMark(end.data, header.data)
  const { followedBy } = header.data
  return ok({
    tables: tables.value,
    mark,
    keys,
    edited,
    ...(followedBy === undefined ? {} : { followedBy }),
    ...(migrated ? { migratedFrom: from } : {}),
  })
}

const parseDocument = (bytes: Uint8Array, tools: LoadTools): Result<RawDocument, LoadFailure> => {
  const start = bytes[0] === 0xef ? 3 : 0 // a byte order mark, left by some editors
  const raw = parseJson(tools.decode(start === 0 ? bytes : bytes.subarray(start)))
  if (!raw.ok) return raw
  const value = raw.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err({ code: 'NotOurs' })
  const document = value as RawDocument // a plain object, checked above
  if (document['format'] !== FORMAT) return err({ code: 'NotOurs' })
  const version = document['formatVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({ code: 'BadSchema', where: 'header/formatVersion' })
  }
  if (version > FORMAT_VERSION) return err({ code: 'NewerFormat', formatVersion: version })
  return ok(document)
}

const parseJson = (text: string): Result<unknown, LoadFailure> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')
    return err(at ? { code: 'NotJson', at: Number(at[1]) } : { code: 'NotJson' })
  }
}

/** The records themselves are kept, not zod's copies: fields this version does not know must survive at every depth. */
const tablesFrom = (records: readonly unknown[]): Result<Tables, LoadFailure> => {
  const tables = emptyTables()
  for (const [index, value] of records.entries()) {
    const record = checkRecord(value)
    if (!record.ok) return err({ code: 'BadSchema', where: `records/${index}/${record.error}` })
    if (tables[record.value.type].has(record.value.id)) return err({ code: 'BadSchema', where: `records/${index}/id` })
    putRecord(tables, record.value)
  }
  if (tables.session.size !== 1) return err({ code: 'BadSchema', where: 'records/session' })
  return ok(tables)
}

const QUICK = new Map(Object.entries(recordSchemas).map(([type, schema]) => [type, quickCheck(schema)]))

/** The record, or where it is wrong. */
export const checkRecord = (value: unknown): Result<AnyRecord, string> => {
  const type = (value as { readonly type?: unknown } | null)?.type
  if (typeof type !== 'string' || !Object.hasOwn(recordSchemas, type)) return err('type')
  const schema = recordSchemas[type as RecordType] // a key of the registry, checked above
  if (QUICK.get(type)?.(value)) return ok(value as AnyRecord)
  const checked = schema.safeParse(value)
  return checked.success ? ok(value as AnyRecord) : err(`${type}/${issuePath(checked.error)}`)
}

const issuePath = (error: z.ZodError): string => error.issues[0]?.path.join('/') ?? ''

const afterFirstLine = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes.indexOf(0x0a) + 1)

const pickMark = ({ generation, lastSeq, open }: SnapshotMark): SnapshotMark => ({ generation, lastSeq, open })

const sameMark = (a: SnapshotMark, b: SnapshotMark): boolean =>
  a.generation === b.generation && a.lastSeq === b.lastSeq && a.open === b.open
