import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../lib/find-chromium.mjs'
import { median, report, ROOT, round, skipped, startHost } from './kit'

const ROUNDS = 9
const renderer = join(ROOT, 'out', 'renderer')

/** The scripts a page loads before it can be used: those it names, and what these import statically. */
const firstScripts = (page: string): Set<string> => {
  const found = new Set<string>()
  const html = readFileSync(join(renderer, page), 'utf8')
  const add = (file: string): void => {
    if (found.has(file) || !file.endsWith('.js')) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^'"()]*?from\s*)?["'](\.[^"']+)["']/g))
      add(join(dirname(file), name ?? ''))
  }
  for (const [, name] of html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g))
    if (!(name ?? '').includes('old')) add(join(renderer, name ?? ''))
  return found
}

const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1_000

/** A page that only mounts React, built and served the same way: what no React page can be faster than. */
const minimalPage = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-minimal-'))
  const source = join(ROOT, 'node_modules', '.cache', 'bench-minimal')
  const { mkdirSync, writeFileSync } = await import('node:fs')
  mkdirSync(source, { recursive: true })
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><title>x</title><div id="root"></div><script type="module" src="./main.js"></script>',
  )
  writeFileSync(
    join(source, 'main.js'),
    "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; createRoot(document.getElementById('root')).render(createElement('h1', null, 'Ready'))",
  )
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    base: './',
    build: { outDir: folder, emptyOutDir: true },
  })
  return folder
}

const TYPES: { readonly [ending: string]: string } = { html: 'text/html', js: 'text/javascript' }

const serve = async (folder: string): Promise<{ readonly url: string; readonly close: () => void }> => {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        `/${relative(folder, join(entry.parentPath, entry.name))}`,
        readFileSync(join(entry.parentPath, entry.name)),
      ]),
  )
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    response.end(files.get(path))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    close: () => server.close(),
  }
}

/** From navigation to the page's heading on screen, with an empty cache, ms. */
const timeTo = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const from = performance.now()
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  const time = performance.now() - from
  await context.close()
  return time
}

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
report({
  id: 'size.participant',
  value: round(gzipped(firstScripts('participant.html'))),
  unit: 'kB of script, gzipped',
  target: '<= 30',
})
report({
  id: 'size.home',
  value: round(gzipped(firstScripts('index.html'))),
  unit: 'kB of script before home can be used, gzipped',
  target: '<= 250',
})
report({ id: 'size.projector', value: round(gzipped(firstScripts('projector.html'))), unit: 'kB of script, gzipped' })

const executablePath = findChromium()
if (!executablePath) skipped('pages: start not measured, there is no Chromium here (set CHROMIUM=/path/to/it)')
else {
  const host = await startHost(folder)
  const served = await host.serveLoopback(0)
  if (!served.ok) throw new Error(served.error.code)
  const minimal = await minimalPage()
  const bare = await serve(minimal)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const ratios: number[] = []
  const own: number[] = []
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const limit = await timeTo(browser, bare.url)
    const ours = await timeTo(browser, host.link('facilitator') ?? '')
    if (turn === 0) continue
    ratios.push(ours / limit)
    own.push(ours)
  }
  report({ id: 'start.home.time', value: round(median(own)), unit: 'ms' })
  report({ id: 'start.home', value: round(median(ratios)), unit: 'x a minimal React page', target: '<= 1.5' })
  await browser.close()
  bare.close()
  await host.stop()
  await rm(minimal, { recursive: true, force: true })
}
await rm(folder, { recursive: true, force: true })
