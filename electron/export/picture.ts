import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Picture } from './picture-worker'
import { DrawingEnded, startDrawing } from './picture-worker'

/** Pictures are drawn at this multiple of their size in CSS pixels: sharp in print. */
const SCALE = 2
/** A very large board is drawn smaller instead of filling the memory: pixels, four bytes each. */
const MOST_PIXELS = 40_000_000
const FAMILY = 'Atkinson Hyperlegible Next'
/** Drawings kept: a report in five formats draws each chart once. */
const KEPT = 200

export type PictureMaker = (svg: string) => Promise<Picture>

const scaleFor = (svg: string): number => {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const pixels = Number(width ?? 0) * Number(height ?? 0)
  return pixels > 0 ? Math.min(SCALE, Math.sqrt(MOST_PIXELS / pixels)) : SCALE
}

/** SVG text → PNG on white, with the fonts of `folder`; cached by content. Throws on what is not SVG. */
export const createPictureMaker = (folder: string): PictureMaker => {
  const known = new Map<string, Picture>()
  const fonts = ['400', '700'].map((weight) => join(folder, `atkinson-hyperlegible-next-${weight}.ttf`))
  let draw: ReturnType<typeof startDrawing> | null = null
  /** In a new thread when the one before has ended; what fails there too is said. */
  const drawOnce = async (svg: string): Promise<Picture> => {
    const scale = scaleFor(svg)
    draw ??= startDrawing(fonts, FAMILY)
    try {
      return await draw(svg, scale)
    } catch (error) {
      if (!(error instanceof DrawingEnded)) throw error
      draw = startDrawing(fonts, FAMILY)
      return await draw(svg, scale)
    }
  }
  return async (svg) => {
    const key = createHash('sha256').update(svg).digest('base64')
    const before = known.get(key)
    if (before) return before
    const picture = await drawOnce(svg)
    if (known.size >= KEPT) known.clear()
    known.set(key, picture)
    return picture
  }
}
