import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { quickCheck } from '@core/load/quick-check'
import { recordSchemas } from '@core/model/registry'
import { requests } from '@core/protocol/requests'
import { arbitraryOf } from '../../helpers/arbitrary-args'

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error('no quick check')
  return value
}

const junk = fc.oneof(
  fc.constantFrom(undefined, null, Number.NaN, Infinity, -1, 0.5, 2 ** 53, '', 'a b', 'x'.repeat(21_000), true, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
)

type Tree = { [key: string]: unknown }
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** One thing wrong, somewhere: another value, a field gone, a field too many. */
const spoil = (value: unknown, path: readonly number[], other: unknown): unknown => {
  if (!isTree(value)) return other
  const keys = Array.isArray(value)
    ? [...Object.keys(value), String(value.length)]
    : [...Object.keys(value), 'unknown', '__proto__']
  const [first = 0, ...rest] = path
  const key = keys[first % keys.length] ?? ''
  const copy = structuredClone(value)
  if (rest.length === 0 && first % 3 === 0) delete copy[key]
  else {
    const inner = rest.length > 0 && isTree(copy[key]) ? spoil(copy[key], rest, other) : other
    Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true, writable: true })
  }
  return copy
}

const spoiled = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), junk).map(([value, path, other]) => {
    return spoil(value, path, other)
  })

const values = (schema: z.ZodType, name: string): fc.Arbitrary<unknown> => {
  const good = arbitraryOf(schema, name, '')
  return fc.oneof(good, spoiled(good), spoiled(spoiled(good)), junk)
}

const RECORDS = Object.entries(recordSchemas)

describe('the quick check says of every value what zod says', () => {
  test.each(RECORDS)('%s', (name, schema) => {
    const quick = present(quickCheck(schema))
    fc.assert(
      fc.property(values(schema, name), (value) => {
        expect(quick(value)).toBe(schema.safeParse(value).success)
      }),
      { numRuns: 300 },
    )
  })
})

test('an exact yes means that zod would change nothing', () => {
  const schema = requests['ballot.cast'].args
  const quick = present(quickCheck(schema, true))
  let yes = 0
  fc.assert(
    fc.property(values(schema, 'ballot'), (value) => {
      if (!quick(value)) return
      yes += 1
      expect(schema.parse(value)).toEqual(value)
    }),
    { numRuns: 1_000 },
  )
  expect(yes).toBeGreaterThan(100)
})

test.each([
  z.string().refine((text) => text !== 'x'),
  z.object({ a: z.string().transform(Number) }),
  z.array(z.record(z.string(), z.number())),
  z.string().regex(/a/g),
  z.strictObject({}),
  z.email(),
])('what it does not know is left to zod', (schema) => {
  expect(quickCheck(schema)).toBeNull()
})
