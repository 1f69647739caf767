import fc from 'fast-check'
import type { z } from 'zod'
import { zoneSchema } from '@core/model/card'
import { idSchema } from '@core/model/ids'
import { daySchema, instantSchema } from '@core/model/text'
import { documentRequests } from '@core/protocol/document-requests'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'

/**
 * Arguments for every document command, made from its own schema, so that a new request is tested without a line here.
 * Ids come from a few per type: what one command adds, the next one finds.
 */

const someOf = (prefix: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 4 }).map((number) => `${prefix}-${number}`)

const entries = fc.constantFrom('t1', 't2', 'l1', 'l2', 't3')
const zone = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom('t1', 't2'), fc.constantFrom('l1', 'l2')) },
  { weight: 1, arbitrary: fc.array(entries, { minLength: 1, maxLength: 2 }) },
)
const anyKind = fc.constantFrom(
  'card',
  'cluster',
  'vote',
  'decision',
  'statement',
  'question',
  'task',
  'project',
  'indicator',
  'activity',
)

/** Which ids a field can hold, by its name and the command it stands in. */
const idsFor = (command: string, field: string): fc.Arbitrary<string> => {
  const [subject = ''] = command.split('.')
  switch (field) {
    case 'id':
      return someOf(subject)
    case 'before':
      return subject === 'axis' ? entries : someOf(subject)
    case 'ids':
    case 'cardIds':
      return someOf('card')
    case 'voiceIds':
      return someOf('voice')
    case 'indicatorIds':
      return someOf('indicator')
    case 'axisId':
      return fc.constantFrom('theme', 'level')
    case 'entryId':
    case 'entry':
    case 'entries':
      return entries
    case 'from':
      return someOf('card')
    case 'to':
      return subject === 'axis' ? entries : fc.oneof(someOf('card'), someOf('cluster'))
    case 'options':
      return fc.constantFrom('o1', 'o2', 'o3', 'o4')
    case 'source':
    case 'origin':
    case 'evidence':
      return anyKind.chain(someOf)
    default:
      return someOf(field.endsWith('Id') ? field.slice(0, -2) : subject)
  }
}

const text = fc.oneof(
  fc.constantFrom('Nobody asked us.', '  ', 'a', '\u202Eright to left', '👩‍👩‍👧 together'),
  fc.string({ maxLength: 30 }),
)

type Def = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly entries?: { readonly [name: string]: string }
  readonly shape?: { readonly [field: string]: z.ZodType }
}

/** Values of the shape a schema names; a limit may be broken. `command` and `field` steer the ids. */
export const arbitraryOf = (schema: z.ZodType, command: string, field: string): fc.Arbitrary<unknown> => {
  if (schema === idSchema) return idsFor(command, field)
  if (schema === zoneSchema) return zone
  if (schema === daySchema) return fc.constantFrom('2026-03-02', '2026-09-30')
  if (schema === instantSchema) return fc.constant('2026-03-02T09:30:00.000Z')
  const def = schema.def as unknown as Def // the parts of a definition that are read here
  const inner = (): z.ZodType => def.innerType ?? schema
  switch (def.type) {
    case 'optional':
      return fc.option(arbitraryOf(inner(), command, field), { nil: undefined, freq: 1 })
    case 'nullable':
      return fc.option(arbitraryOf(inner(), command, field), { nil: null, freq: 3 })
    case 'string':
      return text
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(3, 5, 60))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'array':
      return fc.array(arbitraryOf(def.element ?? schema, command, field), lengthOf(schema))
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => arbitraryOf(option, command, field)))
    case 'object':
      return objectOf(def.shape ?? {}, command, field)
    default:
      throw new Error(`no values for ${def.type} in ${command}`)
  }
}

/** Short lists; exactly as many as a schema wants that counts them, else none would ever pass. */
const lengthOf = (schema: z.ZodType): { readonly minLength?: number; readonly maxLength: number } => {
  const checks = (schema.def.checks ?? []).map((check) => check._zod.def as { check: string; length?: number })
  const exact = checks.find(({ check }) => check === 'length_equals')?.length
  return exact === undefined ? { maxLength: 3 } : { minLength: exact, maxLength: exact }
}

const nested = new Set(['entry', 'entries', 'options', 'source', 'origin', 'evidence'])

const objectOf = (
  shape: { readonly [field: string]: z.ZodType },
  command: string,
  parent: string,
): fc.Arbitrary<unknown> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(shape).map(([name, schema]) => [
          name,
          arbitraryOf(schema, command, name === 'id' && nested.has(parent) ? parent : name),
        ]),
      ),
    )
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))

export type AnyCommand = {
  [N in DocumentRequestName]: { readonly name: N; readonly args: RequestArgs<N> }
}[DocumentRequestName]

const names = Object.keys(documentRequests) as DocumentRequestName[]

export const commandOf = (name: DocumentRequestName): fc.Arbitrary<AnyCommand> =>
  arbitraryOf(documentRequests[name].args, name, '')
    .filter((args) => documentRequests[name].args.safeParse(args).success)
    .map((args) => ({ name, args }) as AnyCommand) // checked by the schema of that name

const weightOf = (name: DocumentRequestName): number =>
  /^(card|cluster)\./.test(name) ? 20 : name === 'session.finish' ? 1 : 5

/** Any command. Cards and clusters come more often: they have most to do with each other. */
export const anyCommand: fc.Arbitrary<AnyCommand> = fc.oneof(
  ...names.map((name) => ({ weight: weightOf(name), arbitrary: commandOf(name) })),
)
