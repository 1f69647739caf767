import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import renderer from './renderer/vite.config'

const at = (path: string): string => resolve(import.meta.dirname, path)
const alias = { '@core': at('core') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      // Main is built first, so emptying out/ here is safe.
      outDir: at('out'),
      target: 'node20',
      rolldownOptions: {
        input: {
          'main/index': at('electron/main/index.ts'),
          'host/cli': at('electron/host/cli.ts'),
          // Started by both, beside the host.
          'host/report-thread': at('electron/host/cli/report-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload may only require('electron'): everything else is bundled.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
})
