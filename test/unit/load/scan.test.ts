import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CAPS, scanBytes } from '@core/load/scan'

const scan = (text: string | Uint8Array) => {
  const result = scanBytes(typeof text === 'string' ? Buffer.from(text) : text)
  return result.ok ? 'ok' : result.error
}

test('depth 64 passes, 65 and 5,000,000 do not, and quickly', () => {
  const nested = (depth: number): Buffer => Buffer.from('['.repeat(depth) + ']'.repeat(depth))
  expect(scan(nested(64))).toBe('ok')
  expect(scan(nested(65))).toEqual({ code: 'TooDeep', limit: 64 })
  const started = performance.now()
  expect(scan(nested(5_000_000))).toEqual({ code: 'TooDeep', limit: 64 })
  expect(performance.now() - started).toBeLessThan(200)
})

test('more bytes or values than the caps are refused before they are parsed', () => {
  expect(scan(Buffer.alloc(CAPS.bytes + 1, 0x20))).toEqual({
    code: 'TooLarge',
    bytes: CAPS.bytes + 1,
    limit: CAPS.bytes,
  })
  expect(scan(`[${'{},'.repeat(600_000)}{}]`)).toEqual({ code: 'TooMany', limit: CAPS.nodes })
  expect(scan(`[${'1,'.repeat(CAPS.nodes)}1]`)).toEqual({ code: 'TooMany', limit: CAPS.nodes })
})

test.each([
  '{"__proto__":1}',
  '{"a":{"constructor" : {"prototype":1}}}',
  '[{"prototype"\n:1}]',
  String.raw`{"\u005f_proto__":1}`,
  String.raw`{"const\u0072uctor":1}`,
  `{"${'constructor'
    .split('')
    .map((letter) => String.raw`\u00` + letter.charCodeAt(0).toString(16))
    .join('')}":1}`,
])('a forbidden key is found in %s', (text) => {
  expect(scan(text)).toMatchObject({ code: 'ForbiddenKey' })
})

test.each([
  '{"a":"__proto__"}',
  '["constructor","prototype"]',
  '{"__proto":1,"constructors":2}',
  String.raw`{"a":"\"__proto__\":"}`,
])('words that are no keys pass: %s', (text) => {
  expect(scan(text)).toBe('ok')
})

test('text that is not UTF-8 is named with its place', () => {
  expect(scan(Buffer.from('{"a":"\xe9"}', 'latin1'))).toEqual({ code: 'BadEncoding', at: 6 })
  expect(scan(Buffer.from('\ufeff{"a":1}', 'utf16le'))).toEqual({ code: 'BadEncoding', at: 0 })
  for (const bad of [
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xe2, 0x82],
    [0xf0, 0x80, 0x80, 0x80],
  ]) {
    expect(scan(Buffer.concat([Buffer.from('"'), Buffer.from(bad), Buffer.from('"')]))).toMatchObject({
      code: 'BadEncoding',
    })
  }
  expect(scan(Buffer.from('\ufeff{"a":1}'))).toBe('ok')
})

test('every JSON text that JSON.stringify makes passes, within the caps', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value)
      if (/"(__proto__|constructor|prototype)":/.test(text)) return
      expect(scan(text)).toBe('ok')
    }),
    { numRuns: 300 },
  )
})

test('any bytes give an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      scanBytes(bytes)
    }),
    { numRuns: 500 },
  )
})
