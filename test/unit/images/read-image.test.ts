import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImage } from '@core/images/read-image'
import { GIF, JPEG, PNG, WEBP, jpegWithExif, pngWithChunk } from '../../helpers/pictures'

const PICTURES = { jpeg: JPEG, png: PNG, webp: WEBP }
const codeOf = (bytes: Uint8Array): string => {
  const read = readImage(bytes)
  return read.ok ? read.value.mime : read.error.code
}
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const holds = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words)

describe('reading a picture', () => {
  it.each(Object.entries(PICTURES))('tells kind and size of a %s, and keeps it a picture', (name, bytes) => {
    const read = readImage(bytes)
    expect(read).toMatchObject({ ok: true, value: { mime: `image/${name}`, width: 8, height: 6 } })
    if (!read.ok) return
    expect(read.value.bytes.length).toBeLessThanOrEqual(bytes.length)
    expect(readImage(read.value.bytes)).toEqual(read)
  })

  it('takes out what a camera, a program or a profile wrote into it', () => {
    for (const bytes of [
      jpegWithExif('Ada was here'),
      pngWithChunk('tEXt', 'Ada was here'),
      pngWithChunk('eXIf', 'Ada'),
    ]) {
      const read = readImage(bytes)
      expect(read.ok && holds(read.value.bytes, 'Ada')).toBe(false)
      expect(read.ok).toBe(true)
    }
    for (const bytes of [JPEG, WEBP]) {
      expect(holds(bytes, 'ICC')).toBe(true)
      const read = readImage(bytes)
      expect(read.ok && holds(read.value.bytes, 'ICC')).toBe(false)
    }
  })

  it('drops what hangs on behind the end', () => {
    for (const bytes of Object.values(PICTURES)) {
      const read = readImage(new Uint8Array([...bytes, ...text('<script>alert(1)</script>')]))
      expect(read.ok && holds(read.value.bytes, 'script')).toBe(false)
      expect(read.ok).toBe(true)
    }
  })

  it('is not taken in by names: text, SVG and moving pictures are refused as what they are', () => {
    expect(codeOf(text('this is no picture'))).toBe('not-an-image')
    expect(codeOf(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('not-an-image')
    expect(codeOf(new Uint8Array())).toBe('not-an-image')
    expect(codeOf(GIF)).toBe('moving-image')
    expect(codeOf(pngWithChunk('acTL', 'frames'))).toBe('moving-image')
  })

  it('notices that a part is missing', () => {
    for (const [name, bytes] of Object.entries(PICTURES)) {
      for (const length of [16, Math.floor(bytes.length / 2), bytes.length - 3]) {
        expect([name, length, codeOf(bytes.subarray(0, length))]).toEqual([name, length, 'broken-image'])
      }
    }
  })

  it('refuses sizes that would unfold to gigabytes', () => {
    const huge = PNG.slice()
    new DataView(huge.buffer).setUint32(16, 100_000)
    expect(codeOf(huge)).toBe('image-too-large')
  })

  it('never throws, whatever the bytes are', () => {
    const start = fc.constantFrom(...Object.values(PICTURES))
    const hit = fc.array(fc.tuple(fc.nat({ max: 800 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(start, hit, fc.nat({ max: 800 }), (bytes, hits, length) => {
        const copy = bytes.slice(0, Math.max(1, length))
        for (const [at, value] of hits) if (at < copy.length) copy[at] = value
        const read = readImage(copy)
        if (read.ok) expect(readImage(read.value.bytes).ok).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
