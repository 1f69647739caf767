import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'

export type Page = { readonly bytes: Buffer; readonly type: string; readonly html: boolean }
/** URL path → file. Nothing else is ever served. */
export type Pages = ReadonlyMap<string, Page>

const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Reads all built pages once; a file added later is not served. */
export const readPages = async (folder: string | null): Promise<Pages> => {
  const pages = new Map<string, Page>()
  for (const file of folder === null ? [] : await filesUnder(folder)) {
    const type = TYPES[extname(file)]
    if (!type) continue
    const path = `/${relative(folder ?? '', file).replaceAll('\\', '/')}`
    pages.set(path, { bytes: await readFile(file), type, html: file.endsWith('.html') })
  }
  return pages
}

const readable = new Set(['.html', '.js', '.css', '.json', '.webmanifest'])

/** The files one page can reach, and no others: names of files are looked for in what the page names, and so on. */
export const closureOf = (pages: Pages, entry: string): Set<string> => {
  const assets = [...pages.keys()].filter((path) => !path.endsWith('.html'))
  const reached = new Set<string>()
  const open = pages.has(entry) ? [entry] : []
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    if (!readable.has(extname(path))) continue
    const text = pages.get(path)?.bytes.toString('utf8') ?? ''
    for (const asset of assets) {
      const name = asset.slice(asset.lastIndexOf('/') + 1)
      if (!reached.has(asset) && text.includes(name)) open.push(asset)
    }
  }
  return reached
}

/** The pages of one listener: `routes` gives addresses to HTML files; all that these reach comes along. */
export const pagesFor = (all: Pages, routes: { readonly [address: string]: string }): Pages => {
  const served = new Map<string, Page>()
  for (const [address, file] of Object.entries(routes)) {
    const html = all.get(file)
    if (html) served.set(address, html)
    for (const path of closureOf(all, file)) {
      const page = all.get(path)
      if (page && !page.html) served.set(path, page)
    }
  }
  return served
}
