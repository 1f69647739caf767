// Builds the sample labs of resources/samples from scripts/samples: `node scripts/samples.mjs`.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport(`${root}scripts/samples/build.ts`, {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@core': `${root}core` } },
})
await module.buildSamples(`${root}resources/samples`)
