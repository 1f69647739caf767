import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocxFonts } from './docx'
import type { PictureMaker } from './picture'

/**
 * Prints a page that runs nothing and asks for nothing: HTML bytes → PDF bytes, tagged, titled, with an outline. When
 * `signal` says stop it ends at once, in the middle of the page, and throws its reason.
 */
export type PrintPdf = (html: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>

/** What Word files, PDF and single pictures need, each made when it is first asked for. */
export type OfficeTools = {
  readonly pictures: () => Promise<PictureMaker>
  /** Null when the typeface is not there: the reader's own is used. */
  readonly docxFonts: () => Promise<DocxFonts | null>
  readonly printPdf: PrintPdf
}

/** `fonts`: the folder of the bundled typeface. */
export const createOfficeTools = (fonts: string, printPdf: PrintPdf): OfficeTools => {
  let maker: Promise<PictureMaker> | null = null
  let faces: Promise<DocxFonts | null> | null = null
  return {
    pictures: () => (maker ??= import('./picture').then(({ createPictureMaker }) => createPictureMaker(fonts))),
    docxFonts: () => (faces ??= readFaces(fonts)),
    printPdf,
  }
}

const readFaces = async (folder: string): Promise<DocxFonts | null> => {
  const face = (weight: string): Promise<Buffer> => readFile(join(folder, `atkinson-hyperlegible-next-${weight}.ttf`))
  try {
    return { regular: await face('400'), bold: await face('700') }
  } catch {
    return null
  }
}
