import type { z } from 'zod'

/** True: the schema accepts the value. False: it may or may not, ask the schema. */
export type QuickCheck = (value: unknown) => boolean

type Def = z.core.$ZodTypes['_zod']['def']
type Rule = z.core.$ZodChecks['_zod']['def']

/**
 * A schema as nested closures, several times faster than zod and without code generation. It only ever says yes; what
 * it does not accept goes to zod, so that errors and doubtful cases stay zod's. Null for schemas that use more than
 * the kinds below. `exact` also turns away objects with fields the schema does not name, which zod would strip.
 */
export const quickCheck = (schema: z.core.$ZodType, exact = false): QuickCheck | null => {
  const { def } = schema._zod as { readonly def: Def } // every class of zod is one of $ZodTypes
  const checks = rulesOf(def)
  const base = checks && baseCheck(def, exact)
  if (!base || !checks || checks.length === 0) return base
  return (value) => base(value) && checks.every((check) => check(value))
}

const baseCheck = (def: Def, exact: boolean): QuickCheck | null => {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string'
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'null':
      return (value) => value === null
    case 'literal':
      return oneOf(def.values)
    case 'enum':
      return oneOf(Object.values(def.entries))
    case 'optional':
      return orElse(quickCheck(def.innerType, exact), undefined)
    case 'nullable':
      return orElse(quickCheck(def.innerType, exact), null)
    case 'array':
      return listCheck(quickCheck(def.element, exact))
    case 'union':
      return unionCheck(def.options.map((option) => quickCheck(option, exact)))
    case 'object':
      return objectCheck(def, exact)
    default:
      return null
  }
}

const oneOf = (allowed: readonly unknown[]): QuickCheck => {
  const [only] = allowed
  if (allowed.length === 1) return (value) => value === only
  const values = new Set(allowed)
  return (value) => values.has(value)
}

const orElse = (inner: QuickCheck | null, other: undefined | null): QuickCheck | null =>
  inner && ((value) => value === other || inner(value))

const listCheck = (element: QuickCheck | null): QuickCheck | null =>
  element &&
  ((value) => {
    if (!Array.isArray(value)) return false
    for (const item of value) if (!element(item)) return false // unlike every(), not past holes
    return true
  })

const unionCheck = (options: readonly (QuickCheck | null)[]): QuickCheck | null => {
  const known = options.filter((option) => option !== null)
  return known.length === options.length ? (value) => known.some((option) => option(value)) : null
}

/** Goes through the fields that are there: most records lack most of the optional ones. */
const objectCheck = (def: Extract<Def, { type: 'object' }>, exact: boolean): QuickCheck | null => {
  const kind = (def.catchall?._zod as { readonly def: Def } | undefined)?.def.type
  if (kind !== undefined && kind !== 'unknown') return null
  const isOpen = !exact || kind === 'unknown'
  const fields = new Map<string, QuickCheck>()
  const required = new Set<string>()
  for (const [name, schema] of Object.entries(def.shape)) {
    const check = quickCheck(schema, exact)
    if (!check) return null
    fields.set(name, check)
    if (schema._zod.optin !== 'optional') required.add(name)
  }
  const needed = required.size
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    let found = 0
    for (const name in value) {
      const check = fields.get(name)
      if (check === undefined) {
        if (isOpen) continue
        return false
      }
      if (!check((value as Readonly<Record<string, unknown>>)[name])) return false
      if (required.has(name)) found += 1
    }
    return found === needed
  }
}

type Test = (value: unknown) => boolean

/** The limits of a schema; null when one of them is not known here. The base check has seen to the type before. */
const rulesOf = (def: Def): readonly Test[] | null => {
  const own = 'check' in def ? [def as unknown as Rule] : [] // such a schema is its own first check: z.int()
  const more = (def.checks ?? []).map((check) => (check._zod as unknown as { readonly def: Rule }).def)
  const tests = [...own, ...more].map(testOf)
  const known = tests.filter((test) => test !== null)
  return known.length === tests.length ? known : null
}

const testOf = (rule: Rule): Test | null => {
  switch (rule.check) {
    case 'min_length':
      return (value) => lengthOf(value) >= rule.minimum
    case 'max_length':
      return (value) => lengthOf(value) <= rule.maximum
    case 'length_equals':
      return (value) => lengthOf(value) === rule.length
    case 'greater_than':
      return rule.inclusive ? (value) => Number(value) >= Number(rule.value) : null
    case 'less_than':
      return rule.inclusive ? (value) => Number(value) <= Number(rule.value) : null
    case 'number_format':
      return rule.format === 'safeint' ? (value) => Number.isSafeInteger(value) : null
    case 'string_format': {
      const { pattern, format } = rule
      // A pattern with a memory would answer differently each time.
      if (format !== 'regex' || !pattern || pattern.global || pattern.sticky) return null
      return (value) => pattern.test(value as string) // the base check came first
    }
    default:
      return null
  }
}

/** Of a string or a list: the base check came first. */
const lengthOf = (value: unknown): number => (value as { readonly length: number }).length
