import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildPhonePage } from '../../renderer/phone-build'
import { root } from './sources'

/** Bytes, gzipped. */
const LIMIT = 30_000
type Chunk = Extract<Awaited<ReturnType<typeof buildPhonePage>>[number], { type: 'chunk' }>

const isChunk = (file: { readonly type: string }): file is Chunk => file.type === 'chunk'

test('the phone page is at most 30 kB of JavaScript, English words included', async () => {
  const chunks = (await buildPhonePage(resolve(root, 'renderer'))).filter(isChunk)
  const sizes = chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code).length] as const)
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT)
  const modules = chunks.flatMap((chunk) => chunk.moduleIds)
  const foreign = modules.filter((id) => /node_modules\/(?!preact\/)/.test(id))
  expect(foreign).toEqual([])
})
