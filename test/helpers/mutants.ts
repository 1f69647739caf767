import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { build } from 'vite'
import type { Plugin } from 'vite'
import type { storageProblems } from './storage-checks'

/** One fault planted in the source of the store. `find` must occur in the file. */
export type Mutation = { readonly name: string; readonly file: string; readonly find: string; readonly put: string }

type Checks = { readonly storageProblems: typeof storageProblems }

const root = resolve(import.meta.dirname, '../..')

/** Bundles a TypeScript entry of the tests into one module that plain Node can run; answers its path. */
export const bundled = async (entry: string, plugins: Plugin[] = []): Promise<string> => {
  const cache = resolve(root, 'node_modules/.cache/bundled-tests')
  await mkdir(cache, { recursive: true })
  const outDir = await mkdtemp(`${cache}/b-`)
  onTestFinished(() => rm(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { alias: { '@core': resolve(root, 'core') } },
    plugins,
    build: {
      ssr: resolve(root, entry),
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
  })
  return `${outDir}/entry.mjs`
}

/** The checks with the store inside and the fault planted in it. */
export const mutantChecks = async (mutation: Mutation | null): Promise<Checks> => {
  let planted = mutation === null
  const plant: Plugin = {
    name: 'mutation',
    enforce: 'pre',
    transform(code, id) {
      if (!mutation || !id.endsWith(mutation.file)) return null
      if (!code.includes(mutation.find)) throw new Error(`${mutation.name}: nothing to mutate in ${mutation.file}`)
      planted = true
      return code.replace(mutation.find, mutation.put)
    },
  }
  const path = await bundled('test/helpers/storage-checks.ts', [plant])
  if (!planted) throw new Error(`${mutation?.name}: ${mutation?.file} is not in the bundle`)
  return (await import(pathToFileURL(path).href)) as Checks // the module just built from it
}
