// npm run schema: writes the JSON Schema of the session file from the schemas in core. A test keeps it current.
import { mkdirSync, writeFileSync } from 'node:fs'
import { ensureInstall } from './lib/ensure-install.mjs'
import { at } from './lib/run.mjs'

await ensureInstall()
// Only now: on a fresh clone vite is not there before.
const { runnerImport } = await import('vite')
const { module } = await runnerImport(at('core/load/json-schema.ts'), {
  root: at(),
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@core': at('core') } },
})
const path = at('resources/schema/session.schema.json')
mkdirSync(at('resources/schema'), { recursive: true })
writeFileSync(path, `${JSON.stringify(module.sessionFileJsonSchema(), null, 2)}\n`)
console.log('Written: resources/schema/session.schema.json')
