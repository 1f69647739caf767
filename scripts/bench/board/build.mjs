import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the board alone, with a host in memory, into `outDir`. */
export const buildBoardPage = async (outDir) =>
  await build({
    configFile: false,
    logLevel: 'warn',
    root: at('.'),
    base: './',
    resolve: { alias: { '@core': at('../../../core') } },
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: at('index.html') } },
  })

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildBoardPage(process.argv[2] ?? at('../../../out/bench-board'))
