import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { root } from './sources'

/** Bytes, gzipped. */
const LIMIT = 30_000
const at = (path: string): string => resolve(root, path)

type Chunk = Extract<Awaited<ReturnType<typeof bundle>>[number], { type: 'chunk' }>

const bundle = async () => {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: at('renderer'),
    base: './',
    resolve: { alias: { '@core': at('core') } },
    build: {
      write: false,
      minify: true,
      modulePreload: { polyfill: false },
      target: 'es2022',
      rolldownOptions: { input: { participant: at('renderer/participant.html') } },
    },
  })
  if (Array.isArray(made) || !('output' in made)) throw new Error('one build gives one bundle')
  return made.output
}

const isChunk = (file: { readonly type: string }): file is Chunk => file.type === 'chunk'

test('the phone page is at most 30 kB of JavaScript, English words included', async () => {
  const chunks = (await bundle()).filter(isChunk)
  const sizes = chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code).length] as const)
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT)
  const modules = chunks.flatMap((chunk) => chunk.moduleIds)
  const foreign = modules.filter((id) => /node_modules\/(?!preact\/)/.test(id))
  expect(foreign).toEqual([])
})
