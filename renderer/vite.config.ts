import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { phonePage } from './phone-build'
import { wordsAhead } from './words-ahead'

// Not import.meta.dirname: electron-vite inlines this file into its own config.
const here = fileURLToPath(new URL('.', import.meta.url))
const page = (name: string): string => resolve(here, `${name}.html`)

export default defineConfig({
  root: here,
  base: './',
  resolve: { alias: { '@core': resolve(here, '../core') } },
  plugins: [react({ exclude: [/\/node_modules\//, /\/renderer\/participant\//] }), phonePage(here), wordsAhead()],
  server: { proxy: { '/ws': { target: process.env['HOST_URL'] ?? 'http://127.0.0.1:4321', ws: true } } },
  // The reader of tables loads that of spreadsheets when there is one.
  worker: { format: 'es' },
  build: {
    outDir: resolve(here, '../out/renderer'),
    emptyOutDir: true,
    minify: true,
    target: 'es2022',
    cssTarget: ['chrome111', 'safari16.4'],
    rolldownOptions: {
      input: { index: page('index'), projector: page('projector') },
    },
  },
})
