import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Pictures are drawn at this multiple of their size in CSS pixels: sharp in print. */
const SCALE = 2
/** A very large board is drawn smaller instead of filling the memory: pixels, four bytes each. */
const MOST_PIXELS = 40_000_000
/** Drawings kept: a report in five formats draws each chart once. */
const KEPT = 200

export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }
export type PictureMaker = (svg: string) => Promise<Picture>

let ready: Promise<void> | null = null

/** The engine is WebAssembly: loaded when the first picture is asked for, once. */
const startEngine = (): Promise<void> => {
  const require = createRequire(import.meta.url)
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes))
  return ready
}

const scaleFor = (svg: string): number => {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const pixels = Number(width ?? 0) * Number(height ?? 0)
  return pixels > 0 ? Math.min(SCALE, Math.sqrt(MOST_PIXELS / pixels)) : SCALE
}

/** SVG text → PNG on white, with the fonts of `folder`; cached by content. Throws on what is not SVG. */
export const createPictureMaker = (folder: string): PictureMaker => {
  const known = new Map<string, Picture>()
  let fonts: Promise<Uint8Array[]> | null = null
  const readFonts = (): Promise<Uint8Array[]> =>
    (fonts ??= Promise.all(
      ['400', '700'].map(
        async (weight) => new Uint8Array(await readFile(join(folder, `atkinson-hyperlegible-next-${weight}.ttf`))),
      ),
    ))
  return async (svg) => {
    const key = createHash('sha256').update(svg).digest('base64')
    const before = known.get(key)
    if (before) return before
    const [fontBuffers] = await Promise.all([readFonts(), startEngine()])
    const drawing = new Resvg(svg, {
      background: '#fff',
      fitTo: { mode: 'zoom', value: scaleFor(svg) },
      font: { fontBuffers, defaultFontFamily: 'Atkinson Hyperlegible Next' },
    })
    const { width, height } = drawing
    const drawn = drawing.render()
    const picture = { png: drawn.asPng(), width, height }
    drawn.free()
    drawing.free()
    if (known.size >= KEPT) known.clear()
    known.set(key, picture)
    return picture
  }
}
