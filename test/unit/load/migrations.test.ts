import { expect, test } from 'vitest'
import type { Migration } from '@core/load/migration'
import { FORMAT_VERSION, migrate, MIGRATIONS, verifiedMigrations } from '@core/load/migrations'

const step = (from: number, to = from + 1): Migration => ({
  from,
  to,
  migrate: (raw) => ({ ...raw, formatVersion: to, [`by${from}`]: true }),
})

test('the list leads from 1 to the version that is written', () => {
  expect(verifiedMigrations(MIGRATIONS, FORMAT_VERSION)).toBe(MIGRATIONS)
  expect(verifiedMigrations([step(1), step(2)], 3).length).toBe(2)
})

test.each([
  ['a gap', [step(1), step(3)], 4],
  ['a jump', [step(1, 3)], 3],
  ['a missing start', [step(2)], 3],
  ['the wrong order', [step(2), step(1)], 3],
  ['a missing end', [step(1)], 3],
  ['one too many', [step(1), step(2)], 2],
])('%s in it is an error at once', (_, list, current) => {
  expect(() => verifiedMigrations(list, current)).toThrow()
})

test('only the later steps run, in order, and other fields stay', () => {
  expect(migrate({ formatVersion: 2, kept: 'yes' }, 2, [step(1), step(2), step(3)])).toEqual({
    formatVersion: 4,
    kept: 'yes',
    by2: true,
    by3: true,
  })
})
