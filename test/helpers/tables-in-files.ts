import { unzipped } from './unzipped'
import { plainXml } from './xml'

/** Rows of cells as the file has them, the head row first. */
export type Matrix = readonly (readonly string[])[]

const bare = (markup: string): string => plainXml(markup.replaceAll(/<[^>]+>/g, '')).trim()

const matrixHtml = (table: string): Matrix =>
  [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => bare(cell)),
  )

/** Tables of the page by the id of their block; those of page one, which have none, in their order. */
export const htmlTables = (html: string): { readonly byId: ReadonlyMap<string, Matrix>; readonly first: Matrix[] } => {
  const byId = new Map<string, Matrix>()
  const first: Matrix[] = []
  for (const [, attributes = '', table = ''] of html.matchAll(/<div class="table"([^>]*)>([\s\S]*?)<\/table>/g)) {
    const id = /id="table-([^"]+)"/.exec(attributes)?.[1]
    if (id === undefined) first.push(matrixHtml(table))
    else byId.set(plainXml(id), matrixHtml(table))
  }
  return { byId, first }
}

export const markdownTables = (text: string): Matrix[] => {
  const tables: string[][][] = []
  let before = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('| ')) {
      const cells = line
        .slice(2, -2)
        .split(/ \| /)
        .map((cell) => plainXml(cell.replaceAll(/\\(.)/g, '$1')))
      if (!before.startsWith('| ')) tables.push([])
      if (!/^\| (-{3}:? ?\|? ?)+$/.test(line)) tables.at(-1)?.push(cells)
    }
    before = line
  }
  return tables
}

export const docxTables = (bytes: Uint8Array): Matrix[] => {
  const xml = unzipped(bytes).get('word/document.xml') ?? ''
  return [...xml.matchAll(/<w:tbl>([\s\S]*?)<\/w:tbl>/g)].map(([, table = '']) =>
    [...table.matchAll(/<w:tr(?: [^>]*)?>([\s\S]*?)<\/w:tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell = '']) => bare(cell)),
    ),
  )
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1

/** Every sheet in its order: what stands in a cell as a number, as it is written; as text, its words. */
export const xlsxTables = (bytes: Uint8Array): Matrix[] => {
  const files = unzipped(bytes)
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, one = '']) =>
    bare(one),
  )
  const sheets = [...files.keys()]
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .toSorted((a, b) => Number(/\d+/.exec(a.slice(14))?.[0]) - Number(/\d+/.exec(b.slice(14))?.[0]))
  return sheets.map((name) =>
    [...(files.get(name) ?? '').matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, row = '']) => {
      const cells: string[] = []
      for (const [, letters = '', attributes = '', value] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
      )) {
        const plain = bare(value ?? '')
        cells[columnOf(letters)] = attributes.includes('t="s"') ? (strings[Number(plain)] ?? '') : plain
      }
      return Array.from(cells, (cell) => cell ?? '')
    }),
  )
}
