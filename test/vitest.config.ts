import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => resolve(import.meta.dirname, '..', path)
const alias = { '@core': at('core') }
const fakeElectron = { electron: at('test/electron/fake-electron.ts') }

export default defineConfig({
  root: at('.'),
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'node', environment: 'node', include: ['test/{unit,contract,host,rules}/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        resolve: { alias: { ...alias, ...fakeElectron } },
        test: { name: 'electron', environment: 'node', include: ['test/electron/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        plugins: [react({ exclude: [/\/node_modules\//, /\/renderer\/participant\//] })],
        test: { name: 'ui', environment: 'happy-dom', include: ['test/ui/**/*.test.tsx'], setupFiles: ['test/ui/setup.ts'] },
      },
      {
        test: { name: 'e2e', environment: 'node', include: ['test/e2e/**/*.e2e.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
