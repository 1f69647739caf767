import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** Builds the board alone, with a host in memory, into `outDir`. `root` is the folder of the repository. */
export const buildBoardPage = async (root: string, outDir: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'scripts/bench/board'),
    base: './',
    resolve: { alias: { '@core': join(root, 'core') } },
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: {
        input: ['index', 'bare', 'projector'].map((name) => join(root, `scripts/bench/board/${name}.html`)),
      },
    },
  })
}
