import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => resolve(import.meta.dirname, '..', path)
const alias = { '@core': at('core') }
// Importing the real package under Node tries to download Electron and fails.
const fakeElectron = { electron: at('test/electron/fake-electron.ts') }
// The phone page is Preact: its files name their own JSX source.
const preactFolders = [/\/node_modules\//, /\/renderer\/participant\//, /\/test\/ui\/participant\//]
const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } as const

export default defineConfig({
  root: at('.'),
  test: {
    // One file on each core: by default one core stays free, which on two cores is half of them.
    maxWorkers: '100%',
    // Without a layout no element can take the focus: the warning prints the whole page each time.
    onConsoleLog: (text) => !text.includes('use-focus-trap] Failed to find focusable'),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{unit,contract,host,rules}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias: { ...alias, ...fakeElectron } },
        test: { name: 'electron', environment: 'node', include: ['test/electron/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        plugins: [react({ exclude: preactFolders })],
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['test/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['test/ui/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: ['test/e2e/electron-smoke/**'],
          ...oneAtATime,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'electron-smoke',
          environment: 'node',
          include: ['test/e2e/electron-smoke/**/*.e2e.ts'],
          ...oneAtATime,
        },
      },
    ],
  },
})
