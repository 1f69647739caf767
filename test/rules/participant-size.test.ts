import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildPhonePage } from '../../renderer/phone-build'
import { root } from './sources'

/**
 * Bytes, gzipped. `first`: what a phone loads to come in, speak and vote, English words included. `all`: with the ballots and the screens
 * that few need, fetched later, but without the tablet, which no phone ever loads.
 */
const LIMIT = { first: 30_000, all: 58_000 } as const
type Chunk = Extract<Awaited<ReturnType<typeof buildPhonePage>>[number], { type: 'chunk' }>

const isChunk = (file: { readonly type: string }): file is Chunk => file.type === 'chunk'
const sizeOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0)

/** A chunk and all that it needs before it can run. */
const withImports = (chunks: readonly Chunk[], from: readonly Chunk[]): Chunk[] => {
  const found = new Set(from)
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk)
  return [...found]
}

test('the phone page is at most 30 kB of JavaScript to begin with, and the later screens come apart from it', async () => {
  const chunks = (await buildPhonePage(resolve(root, 'renderer'))).filter(isChunk)
  const sizes = JSON.stringify(chunks.map(({ fileName, code }) => [fileName, gzipSync(code).length]))
  const first = withImports(
    chunks,
    chunks.filter((chunk) => chunk.isEntry),
  )
  expect(sizeOf(first), sizes).toBeLessThanOrEqual(LIMIT.first)
  const forTablet = chunks.filter((chunk) => chunk.moduleIds.some((id) => id.includes('/participant/tablet/')))
  expect(forTablet.some((chunk) => first.includes(chunk))).toBe(false)
  expect(sizeOf(chunks.filter((chunk) => !forTablet.includes(chunk))), sizes).toBeLessThanOrEqual(LIMIT.all)
  const foreign = chunks.flatMap((chunk) => chunk.moduleIds).filter((id) => /node_modules\/(?!preact\/)/.test(id))
  expect(foreign).toEqual([])
})
